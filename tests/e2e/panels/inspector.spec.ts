import { expect, test } from '@playwright/test'
import { enter, openExample, selectRow, total, valueOf, watchErrors } from './kit.ts'

test.beforeEach(async ({ page }) => {
  await openExample(page, 'Image classification')
})

test('a row shows the sum behind its figure, and the sum adds up', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  const charge = row
    .getByTestId('charge-hours')
    .or(row.getByRole('group', { name: 'Instance hours' }))
    .first()
  await expect(charge).toContainText('count × hours = 4 × 730 = 2,920 hours')
  await expect(charge).toContainText('2,920 hours × $0.0416')
  await expect(charge).toContainText('bundled-2026-11')
  expect(await valueOf(row.getByTestId('explanation-total'))).toBeCloseTo(4 * 730 * 0.0416, 9)
  expect(await valueOf(row.getByTestId('row-monthly'))).toBe(await valueOf(row.getByTestId('explanation-total')))
})

test('a charge with several price bands shows each, and they add up to its cost', async ({ page }) => {
  const row = await selectRow(page, 'Data transfer')
  await enter(row.getByRole('combobox', { name: 'Out to the internet' }), '60 TB')
  const charge = row.getByRole('group', { name: 'Out to the internet' })
  const bands = charge.locator('.charge-line-tier')
  await expect.poll(() => bands.count()).toBeGreaterThan(2)
  const costs = await bands
    .locator('[data-value]')
    .evaluateAll((figures) => figures.map((figure) => Number(figure.getAttribute('data-value'))))
  const shown = await valueOf(charge.locator('.charge-head [data-value]'))
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(shown, 6)
})

test('a size is found by typing, with what it is and what it costs', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  const size = row.getByRole('combobox', { name: 'Instance type' })
  await size.fill('m5.large')
  await expect(page.getByRole('option', { name: /^m5\.large.*2 vCPU · 8 GiB · \$0\.096\/h/ })).toBeVisible()
  await size.press('Enter')
  await expect.poll(() => valueOf(row.getByTestId('row-monthly'))).toBeCloseTo(4 * 730 * 0.096, 9)
})

test('a region is chosen by the name people know; one the book does not know is not taken', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  const region = row.getByRole('combobox', { name: 'Region', exact: true })
  await region.fill('ireland')
  await region.press('Enter')
  await expect(region).toHaveValue('eu-west-1')
  await expect(row).toContainText('Europe (Ireland)')
  await enter(region, 'nowhere')
  await expect(row).toContainText('The price book has no region “nowhere” of this cloud.')
  await region.press('Escape')
  await expect(region).toHaveValue('eu-west-1')
})

test('shares of a row are reserved and bought on spot, and the savings are told', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  const list = await valueOf(row.getByTestId('row-monthly'))
  await row.getByRole('button', { name: 'Reserve or use spot' }).click()
  await enter(row.getByRole('combobox', { name: 'Part of the machines of share 1' }), '50%')
  await expect(row.getByRole('combobox', { name: 'Part of the machines of share 1' })).toHaveValue('50%')
  const saved = row.getByRole('list', { name: 'Savings' }).locator('[data-value]')
  await expect(saved).toContainText('Reserved 1 year, no upfront')
  await expect.poll(async () => (await valueOf(row.getByTestId('row-monthly'))) + (await valueOf(saved))).toBeCloseTo(list, 9)
  await row.getByRole('button', { name: 'Remove share 1' }).click()
  await expect.poll(() => valueOf(row.getByTestId('row-monthly'))).toBe(list)
})

test('a click on something under a field being typed into takes the text and is not missed', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  await row.getByRole('combobox', { name: 'Hours' }).fill('=hours_in_month / 2')
  await row.getByRole('button', { name: 'Reserve or use spot' }).click()
  await expect(row.getByRole('group', { name: 'Share 1' })).toBeVisible()
  await expect(row.locator('[data-field="input:hours"] [data-value]')).toHaveAttribute('data-value', '365')
})

test('usage that nobody gave is unknown, and one action leads to its field', async ({ page }) => {
  // However long its unit is, a number has the room to be read.
  const written = (await selectRow(page, 'Model and image storage')).getByRole('combobox', { name: 'Write requests' })
  await expect(written).toHaveValue('10,000')
  expect(await written.evaluate((field) => field.clientWidth)).toBeGreaterThan(70)
  const row = await selectRow(page, 'Data transfer')
  const field = row.getByRole('combobox', { name: 'Out to the internet' })
  await enter(field, '')
  const charge = row.getByRole('group', { name: 'Out to the internet' })
  await expect(charge).toContainText('—')
  await charge.getByRole('button', { name: 'Fill in “Out to the internet”' }).click()
  await expect(field).toBeFocused()
})

test('a formula in error is told at its field and in the sum', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  await enter(row.getByRole('combobox', { name: 'Instances', exact: true }), '=1 / 0')
  await expect(row.locator('[data-field="input:count"]')).toContainText('#DIV/0!')
  await expect(row.getByTestId('row-monthly')).toHaveText('—')
  await row.getByRole('button', { name: 'Mend “Instances”' }).click()
  await expect(row.getByRole('combobox', { name: 'Instances', exact: true })).toBeFocused()
})

test('the explanation is copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const row = await selectRow(page, 'API servers')
  await row.getByRole('button', { name: 'Copy as text' }).click()
  await expect(row.getByText('Copied')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('API servers · EC2 instances · us-east-1')
  expect(text).toContain('2,920 hours × $0.0416 = $121.472')
  expect(text).toContain('Total a month: $121.47')
})

test('the link to the vendor opens outside and gives nothing of this window away', async ({ page }) => {
  const row = await selectRow(page, 'API servers')
  const link = row.getByRole('link', { name: /vendor’s prices/ })
  await expect(link).toHaveAttribute('href', /^https:\/\/aws\.amazon\.com\//)
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', /noopener/)
})

test('several rows show how many they are and what they come to', async ({ page }) => {
  await selectRow(page, 'Load balancer')
  await page
    .getByRole('gridcell', { name: 'Data transfer', exact: true })
    .first()
    .click({ modifiers: ['Shift'] })
  const rows = page.getByRole('article', { name: 'Selected rows' })
  await expect(rows).toContainText('3 rows selected')
  expect(await valueOf(rows.getByTestId('rows-monthly'))).toBeLessThan(await total(page))
})

test('without a row the workbook is shown: its currency with a rate of one’s own, its month, its rounding', async ({ page }) => {
  const errors = watchErrors(page)
  const workbook = page.getByRole('article', { name: 'Workbook' })
  const dollars = await total(page)
  await workbook.getByRole('button', { name: 'Currency' }).click()
  const dialog = page.getByRole('dialog', { name: 'Currency' })
  await dialog.getByRole('textbox', { name: 'Code' }).fill('eur')
  await dialog.getByRole('textbox', { name: /One US dollar buys/ }).fill('0.9')
  await dialog.getByRole('button', { name: 'Use it' }).click()
  await enter(workbook.getByRole('textbox', { name: 'Exchange rate' }), '0.5')
  await expect.poll(() => total(page)).toBeCloseTo(dollars / 2, 9)
  await expect(page.getByTestId('total-monthly')).toContainText('€')
  await enter(workbook.getByRole('textbox', { name: 'Hours in a month' }), 'many')
  await expect(workbook).toContainText('“many” is not a number.')
  await workbook.getByRole('combobox', { name: 'Rounding' }).selectOption('vendor')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('rounded as billed')
  expect(errors).toEqual([])
})
