import type { BrowserContext } from 'playwright'
import { median } from '../measure.ts'
import { printRatio, type Ratio } from './print.ts'
import type { Site } from './site.ts'
import { openWorkbook } from './workbook.ts'

const rows = 100
const rounds = 9

/** From the address to the first painted row, with nothing in the browser's cache: our page with a workbook open, and the bare page. */
export async function benchStart(context: BrowserContext, site: Site): Promise<readonly Ratio[]> {
  const first = await context.newPage()
  await openWorkbook(first, site.ours, rows)
  const ours = first.url()
  await first.close()
  const bare = `${site.bare}/grid.html?rows=${String(rows)}`
  await firstRow(context, bare)
  const times = { bare: [] as number[], ours: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await firstRow(context, bare))
    times.ours.push(await firstRow(context, ours))
  }
  const [bareTime, ourTime] = [median(times.bare), median(times.ours)]
  console.log(`  first row painted: bare page ${bareTime.toFixed(0)} ms, ours ${ourTime.toFixed(0)} ms`)
  return [printRatio({ name: 'cold start of the bare page', bar: 1.4, reached: ourTime / bareTime })]
}

async function firstRow(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.addInitScript(() => {
    const look = () => {
      const cell = document.querySelector('.ag-row .ag-cell')
      if (cell?.textContent === undefined || cell.textContent === '') requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { firstRowAt: performance.now() })))
    }
    look()
  })
  await page.goto(address)
  await page.waitForFunction(() => 'firstRowAt' in globalThis)
  const at = await page.evaluate(() => Number(Reflect.get(globalThis, 'firstRowAt')))
  await page.close()
  return at
}
