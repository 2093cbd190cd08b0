import type { Page } from '@playwright/test'
import { expect, test } from './kit.ts'

const list = 'key,region,unit,price,currency,as-of\naws.nat-gateway/hour,eu-west-1,hour,0.06,USD,2026-12-01\n'
const machines = 'cloud,size,region,on-demand,currency,as-of\naws,t3.medium,us-east-1,0.05,USD,2026-12-01\n'

async function openBooks(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Prices/ }).click()
  await page.getByRole('tab', { name: 'Price books' }).click()
}

async function importList(page: Page, name: string, text: string): Promise<void> {
  const part = page.getByRole('region', { name: 'Import prices' })
  await part.getByLabel('Price lists').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await part.getByLabel('Name of the new book').fill(name.replace('.csv', ''))
  await part.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(part.getByRole('button', { name: 'Cancel' })).toHaveCount(0, { timeout: 45_000 })
}

const total = async (page: Page) => Number(await page.getByTestId('total-monthly').getAttribute('data-value'))

test('the book of the workbook is named with its date, size and hash', async ({ prices, page }) => {
  await prices.openExample('Image classification')
  await openBooks(page)
  const used = page.getByRole('region', { name: 'The book in use' })
  await expect(used).toContainText('bundled-2026-11')
  await expect(used.locator('code')).toHaveText(/^[0-9a-f]{64}$/)
  await expect(page.getByRole('region', { name: 'Update prices' })).toContainText('A web page cannot fetch')
})

test('a price list is imported, compared row by row, and taken by the workbook in one step', async ({ prices, page }) => {
  await prices.openExample('Image classification')
  const before = await total(page)
  await openBooks(page)
  await importList(page, 'agreed.csv', machines)
  const part = page.getByRole('region', { name: 'Import prices' })
  await expect(part).toContainText('agreed is kept on this machine')
  await expect(part).toContainText('1 of 1 records were understood')
  await page
    .getByRole('row', { name: /^agreed/ })
    .getByRole('button', { name: 'Price with it…' })
    .click()
  const compared = page.getByRole('region', { name: 'Priced with agreed' })
  await expect(compared.getByRole('status')).toContainText(/rows move/)
  await expect(compared.getByRole('gridcell', { name: 'API servers' })).toBeVisible()
  await expect(compared.getByText('$0.0416').first()).toContainText('→ $0.05 (2026-12-01)')
  const after = Number(await compared.getByRole('status').locator('strong').nth(1).getAttribute('data-value'))
  expect(after).toBeGreaterThan(before)
  await compared.getByRole('button', { name: 'Switch this workbook to it' }).click()
  await expect(page.getByRole('region', { name: 'The book in use' })).toContainText('agreed')
  await page.keyboard.press('Escape')
  await expect.poll(() => total(page)).toBeCloseTo(after, 9)
  await page.reload()
  await expect.poll(() => total(page)).toBeCloseTo(after, 9)
  await page.getByRole('button', { name: /^Prices/ }).click()
  await prices.found('t3.medium us-east-1')
  await expect(prices.cell(0, 'on-demand')).toHaveAttribute('data-value', '0.05')
})

test('switching back and undoing the switch give the figures of before', async ({ prices, page }) => {
  await prices.openExample('Image classification')
  const before = await total(page)
  await openBooks(page)
  await importList(page, 'dearer.csv', machines)
  await page
    .getByRole('row', { name: /^dearer/ })
    .getByRole('button', { name: 'Price with it…' })
    .click()
  await page.getByRole('button', { name: 'Switch this workbook to it' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => total(page)).not.toBeCloseTo(before, 6)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => total(page)).toBeCloseTo(before, 9)
})

test('a price list with a mistake is refused whole, with its place', async ({ prices, page }) => {
  await prices.openExample('Image classification')
  await openBooks(page)
  await importList(page, 'wrong.csv', list.replace('0.06', '-1'))
  await expect(page.getByRole('alert').filter({ hasText: 'wrong.csv' })).toContainText('line 2')
  await expect(page.getByRole('row', { name: /^wrong/ })).toHaveCount(0)
})

test('a name that is taken is not used again, and a book can be removed', async ({ prices, page }) => {
  await prices.openExample('Image classification')
  await openBooks(page)
  await importList(page, 'spare.csv', list)
  const row = page.getByRole('row', { name: /^spare/ })
  await expect(row).toBeVisible()
  const part = page.getByRole('region', { name: 'Import prices' })
  await part.getByLabel('Price lists').setInputFiles({ name: 'spare.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await part.getByLabel('Name of the new book').fill('spare')
  await expect(part).toContainText('A book of this name is here already')
  await expect(part.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await row.getByRole('button', { name: 'Remove' }).click()
  await row.getByRole('button', { name: 'Really remove' }).click()
  await expect(row).toHaveCount(0)
})

test('a workbook whose book is not here says so and has no prices, until it is switched', async ({ prices, page }) => {
  await prices.openExample('Image classification')
  await openBooks(page)
  await importList(page, 'gone.csv', machines)
  await page.getByRole('row', { name: /^gone/ }).getByRole('button', { name: 'Price with it…' }).click()
  await page.getByRole('button', { name: 'Switch this workbook to it' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('save-status')).toContainText('Saved')
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('skytally-books').addEventListener('success', resolve)
        setTimeout(resolve, 2_000)
      }),
  )
  await page.reload()
  await expect(page.getByText('which is not on this machine').first()).toBeVisible()
  await openBooks(page)
  await expect(page.getByRole('region', { name: 'The book in use' })).toContainText('not on this machine')
  await page
    .getByRole('row', { name: /^bundled/ })
    .getByRole('button', { name: 'Price with it…' })
    .click()
  await page.getByRole('button', { name: 'Switch this workbook to it' }).click()
  await expect(page.getByRole('region', { name: 'The book in use' })).toContainText('bundled-2026-11')
})
