import type { BrowserContext } from 'playwright'
import { median } from '../measure.ts'
import { printRatio, type Ratio } from './print.ts'
import type { Site } from './site.ts'

const rows = 100
const rounds = 101

/** An edit until it is acknowledged (database and journal both on disk) against one bare strict put of the same workbook. */
export async function benchStorage(context: BrowserContext, site: Site): Promise<readonly Ratio[]> {
  const page = await context.newPage()
  await page.goto(`${site.bare}/storage.html`)
  await page.waitForFunction(() => 'measureStorage' in globalThis)
  const times = await page.evaluate(([size, count]) => globalThis.measureStorage(size, count), [rows, rounds] as const)
  await page.close()
  const [bare, ours, journal] = [median(times.bare), median(times.ours), median(times.journal)]
  console.log(
    `  of ${String(rows)} rows: bare strict put ${bare.toFixed(2)} ms, journal record ${journal.toFixed(2)} ms, acknowledged edit ${ours.toFixed(2)} ms`,
  )
  return [printRatio({ name: 'acknowledged edit of a bare strict put', bar: 2, reached: ours / bare })]
}
