import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto('/')
})

const saved = (page: Page) => expect(page.getByTestId('save-status')).toContainText('Saved')
const cell = (page: Page, row: string, column: string) => page.locator(`.sheet .ag-row[row-id="${row}"] [col-id="${column}"]`)

async function open(page: Page, rows: number): Promise<void> {
  const components = Array.from({ length: rows }, (_, index) => ({
    id: `r${index}`,
    name: `Row ${index}`,
    service: 'general.flat',
    group: 'All',
    inputs: { monthly: '5' },
  }))
  const text = JSON.stringify({ format: 'skytally', version: 1, name: 'Many', components })
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…' }).click()
  await (await chosen).setFiles({ name: 'many.skytally', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(page.getByTestId('total-monthly')).toHaveAttribute('data-value', String(5 * rows))
  await saved(page)
}

/** What the database of the page holds of views, as text. */
function keptViews(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('skytally')
    opening.addEventListener('error', () => reject(opening.error))
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('views').objectStore('views').getAll()
      reading.addEventListener('success', () => {
        opening.result.close()
        resolve(JSON.stringify(reading.result))
      })
    })
  })
}

test('a workbook that is opened again shows the place and the selection it was left with', async ({ page }) => {
  await open(page, 300)
  await cell(page, 'r0', 'name').click()
  for (let screen = 0; screen < 6; screen += 1) await page.keyboard.press('PageDown')
  const left = await page.locator('.sheet [aria-selected="true"]').first().textContent()
  expect(left).toMatch(/^Row [1-9]\d/)
  await expect(page.locator('.sheet [row-id="r0"]')).toHaveCount(0)
  // The view is kept after a moment of quiet.
  const row = `"r${/\d+/.exec(left ?? '')?.[0] ?? ''}"`
  await expect.poll(() => page.evaluate(keptViews), { timeout: 20_000 }).toMatch(new RegExp(`"scrollRow":2\\d\\d.*${row}`))
  await page.reload()
  await expect(page.locator('.sheet [aria-selected="true"]').first()).toHaveText(left ?? '', { timeout: 20_000 })
  await expect(page.locator('.sheet [row-id="r0"]')).toHaveCount(0)
})

test('an edit that cannot be written is kept, said so, and offered as a backup file; it is saved when writing works again', async ({
  page,
}) => {
  await open(page, 3)
  await page.evaluate(() => {
    const kept = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!
    Object.assign(window, { mend: () => Object.defineProperty(IDBObjectStore.prototype, 'put', kept) })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await cell(page, 'r1', 'name').click()
  await page.keyboard.type('Changed')
  await page.keyboard.press('Enter')
  const status = page.locator('[data-state="failed"]')
  await expect(status).toContainText('Not saved')
  await expect(cell(page, 'r1', 'name')).toContainText('Changed')
  const download = page.waitForEvent('download')
  await status.getByRole('button').first().click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain('"name": "Changed"')
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
  await saved(page)
  await page.reload()
  await expect(cell(page, 'r1', 'name')).toContainText('Changed')
})
