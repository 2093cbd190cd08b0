import { expect, test } from './kit.ts'

test.beforeEach(async ({ sheet, tabs }) => {
  await sheet.openTemplate('A million predictions')
  await tabs.add('More')
})

test('a cell that differs from the base is marked and says what the base has; its menu resets it', async ({ sheet, tabs }) => {
  const { page } = sheet
  await sheet.type('API servers', 'count', '8')
  const count = await sheet.cell('API servers', 'count')
  await expect(count.locator('.sheet-own')).toHaveAttribute('data-own', 'set')
  await expect(count.locator('.sheet-cell')).toHaveAttribute('aria-description', /Base: 4|Base: =instances/)
  await expect(page.locator('.sheet-own')).toHaveCount(1)
  await count.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Reset to the base \(/ }).click()
  await expect(page.locator('.sheet-own')).toHaveCount(0)
  expect(await sheet.text('API servers', 'count')).toBe('4')
  await page.keyboard.press('Control+z')
  expect(await sheet.text('API servers', 'count')).toBe('8')
  await tabs.tab('Base').click()
  await expect(page.locator('.sheet-own')).toHaveCount(0)
})

test('a cell pushed down becomes the base’s', async ({ sheet, tabs }) => {
  const { page } = sheet
  await sheet.type('API servers', 'count', '8')
  await (await sheet.cell('API servers', 'count')).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Push down to the base' }).first().click()
  await expect(page.locator('.sheet-own')).toHaveCount(0)
  await tabs.tab('Base').click()
  expect(await sheet.text('API servers', 'count')).toBe('8')
})

test('the inspector resets a field, and lists every difference while no row is selected', async ({ sheet }) => {
  const { page } = sheet
  await sheet.type('API servers', 'count', '8')
  await sheet.click('API servers', 'name')
  const inspector = page.getByTestId('inspector')
  await expect(inspector.locator('.own-note')).toContainText('Base:')
  await inspector.getByRole('button', { name: /^Reset count to Base/ }).click()
  await expect(inspector.locator('.own-note')).toHaveCount(0)
})

test('the inspector lists every difference while no row is selected', async ({ sheet }) => {
  const { page } = sheet
  const inspector = page.getByTestId('inspector')
  await expect(inspector.getByText('Nothing is different yet')).toBeVisible()
  const field = page.getByLabel('Value of instances')
  await field.fill('9')
  await field.press('Enter')
  const differences = inspector.getByRole('list', { name: 'Differences' })
  await sheet.page.keyboard.press('Escape')
  await expect(differences.getByRole('listitem')).toHaveText([/instances.*Value: 4 → 9/])
  await differences.getByRole('button', { name: 'Reset instances' }).click()
  await expect(inspector.getByText('Nothing is different yet')).toBeVisible()
})

test('a row that stands only here is marked, one that is left out can be seen struck through and brought back', async ({ sheet, tabs }) => {
  const { page } = sheet
  const before = await tabs.total('More')
  await sheet.click('API servers', 'name')
  await page.keyboard.press('Control+Minus')
  await expect.poll(() => tabs.total('More')).toBeLessThan(before)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rows this scenario does without')
  await page.keyboard.press('Enter')
  const dropped = page.locator('.sheet .sheet-dropped')
  await expect(dropped).toHaveCount(1)
  await expect(dropped.locator('[col-id="name"] .sheet-text')).toHaveText('API servers')
  await dropped.locator('[col-id="name"]').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Bring the row back' }).click()
  await expect(dropped).toHaveCount(0)
  expect(await tabs.total('More')).toBe(before)
  await sheet.click('Load balancer', 'name')
  await page.keyboard.press('Control+Alt+c')
  await expect(page.locator('.sheet-own[data-own="added"]')).toHaveCount(1)
})

test('a driver’s own value says what the base has, and is reset where it stands', async ({ sheet, tabs }) => {
  const { page } = sheet
  const before = await tabs.total('More')
  const driver = page.locator('.driver', { has: page.locator('.driver-name[value="instances"]') })
  const field = page.getByLabel('Value of instances')
  await field.fill('9')
  await field.press('Enter')
  await expect(driver.locator('.own-note')).toContainText('Base: 4')
  await expect.poll(() => tabs.total('More')).toBeGreaterThan(before)
  await driver.getByRole('button', { name: 'Reset the driver to Base' }).click()
  await expect(driver.locator('.own-note')).toHaveCount(0)
  expect(await tabs.total('More')).toBe(before)
  // No row may need it any more.
  await sheet.type('API servers', 'count', '4')
  await page.getByRole('button', { name: 'Delete instances' }).click()
  const leftOut = page.getByRole('list', { name: 'Drivers this scenario does without' })
  await expect(leftOut.getByRole('listitem')).toHaveText(/instances/)
  await leftOut.getByRole('button', { name: 'Bring instances back' }).click()
  await expect(leftOut).toHaveCount(0)
  expect(await tabs.total('More')).toBe(before)
})

test('resetting and pushing down everything are one step each', async ({ sheet, tabs }) => {
  const { page } = sheet
  await sheet.type('API servers', 'count', '8')
  await sheet.type('Monitoring', 'name', 'Watching')
  await tabs.menu('More', 'Reset all to the base')
  await expect(page.locator('.ui-notice')).toContainText('2 differences were reset to the base.')
  expect(await sheet.text('API servers', 'count')).toBe('4')
  await page.keyboard.press('Control+z')
  await tabs.menu('More', 'Push everything down to the base')
  await expect(page.locator('.sheet-own')).toHaveCount(0)
  await tabs.tab('Base').click()
  expect(await sheet.text('Watching', 'name')).toBe('Watching')
})
