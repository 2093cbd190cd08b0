import { expect, test } from './kit.ts'

test.beforeEach(async ({ sheet }) => {
  await sheet.openTemplate('A million predictions')
})

test('the same design in two regions becomes two scenarios with the totals that were shown', async ({ sheet, tabs }) => {
  const { page } = sheet
  await tabs.menu('Base', 'Same design elsewhere…')
  const regions = page.getByRole('list', { name: 'Regions', exact: true })
  await expect(page.getByText(/\d+ of \d+ regions have every price/)).toBeVisible({ timeout: 30_000 })
  const items = regions.getByRole('listitem')
  const wanted: { name: string; value: number }[] = []
  for (const at of [0, 1]) {
    const item = items.nth(at)
    await item.getByRole('checkbox').check()
    wanted.push({
      name: (await item.locator('span').first().textContent()) ?? '',
      value: Number(await item.locator('.elsewhere-amount').getAttribute('data-value')),
    })
  }
  await page.getByRole('button', { name: 'Add 2 scenarios and compare' }).click()
  await expect(page.locator('.compare-chip-name')).toHaveText(['Base', ...wanted.map(({ name }) => name)])
  await page.keyboard.press('Escape')
  for (const { name, value } of wanted) expect(await tabs.total(name)).toBe(value)
  await page.keyboard.press('Control+z')
  await expect.poll(() => tabs.names()).toEqual(['Base'])
})

test('on another cloud rows stand by their equivalents, and what is left is said', async ({ sheet, tabs }) => {
  const { page } = sheet
  await tabs.menu('Base', 'Same design elsewhere…')
  await page.getByRole('tab', { name: 'On another cloud' }).click()
  await page.getByLabel('On', { exact: true }).selectOption('azure')
  await expect(page.getByText(/rows by what does the same work on Azure/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Not taken over' })).toContainText('Dashboards 1')
  await page.getByRole('button', { name: 'Add the scenario and compare' }).click()
  await expect(page.locator('.compare-chip-name')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await tabs.tab(/^On Azure/).click()
  expect(await sheet.text('API servers', 'service')).toBe('Azure Virtual Machines')
  expect(await sheet.text('API servers', 'size')).toMatch(/^Standard_/)
  expect(await sheet.text('API servers', 'count')).toBe('4')
})
