import type { BrowserContext, Page } from 'playwright'
import { median } from '../measure.ts'
import { printRatio, type Ratio } from './print.ts'
import type { Site } from './site.ts'
import { openWorkbook } from './workbook.ts'

const rows = 10_000
const rounds = 5
const milliseconds = 2000

/** Our sheet's frames a second against the bare grid's, over the same rows, in a box of the same size. */
export async function benchScroll(context: BrowserContext, site: Site): Promise<readonly Ratio[]> {
  const ours = await context.newPage()
  await openWorkbook(ours, site.ours, rows)
  for (const panel of ['Drivers', 'Inspector']) await ours.getByRole('button', { name: panel, exact: true }).click()
  const box = await ours.locator('.sheet-grid').boundingBox()
  const bare = await context.newPage()
  await bare.goto(`${site.bare}/grid.html?rows=${String(rows)}&width=${String(box?.width ?? 1200)}&height=${String(box?.height ?? 700)}`)
  await bare.locator('.ag-row .ag-cell').first().waitFor()
  const ratios: Ratio[] = []
  for (const [name, step] of [
    ['a steady scroll', 28],
    ['a fling', 900],
  ] as const) {
    const figures = { bare: [] as number[], ours: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      figures.bare.push(await framesOf(bare, step))
      figures.ours.push(await framesOf(ours, step))
    }
    const [bareFrames, ourFrames] = [median(figures.bare), median(figures.ours)]
    console.log(`  ${name}: bare grid ${bareFrames.toFixed(1)}, our sheet ${ourFrames.toFixed(1)} frames a second`)
    ratios.push(printRatio({ name: `bare grid's frames of our sheet's, ${name}`, bar: 1 / 0.9, reached: bareFrames / ourFrames }))
  }
  await Promise.all([ours.close(), bare.close()])
  return ratios
}

/** Scrolls by so many px a frame, to and fro, and counts the frames. */
async function framesOf(page: Page, step: number): Promise<number> {
  await page.bringToFront()
  return page.evaluate(
    async ([by, span]) => {
      const scrolls = [...document.querySelectorAll<HTMLElement>('.ag-root *')].find(
        (element) => element.scrollHeight > element.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(element).overflowY),
      )
      if (!scrolls) throw new Error('nothing here scrolls')
      scrolls.scrollTop = 0
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      for (let wait = 0; wait < 10; wait += 1) await frame()
      const start = performance.now()
      let frames = 0
      let way = 1
      while (performance.now() - start < span) {
        if (scrolls.scrollTop + scrolls.clientHeight >= scrolls.scrollHeight - 2) way = -1
        else if (scrolls.scrollTop <= 0) way = 1
        scrolls.scrollTop += way * by
        await frame()
        frames += 1
      }
      return (frames / (performance.now() - start)) * 1000
    },
    [step, milliseconds] as const,
  )
}
