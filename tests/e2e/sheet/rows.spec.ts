import { expect, test } from './kit.ts'

test.beforeEach(async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
})

test('Ctrl++ inserts a row above the active one, Ctrl+- deletes the selected rows', async ({ sheet }) => {
  await sheet.click('CDN', 'count')
  await sheet.page.keyboard.press('Control+Shift+Equal')
  expect((await sheet.column('name')).slice(0, 4)).toEqual(['Networking', 'Load balancer', 'Flat monthly rate', 'CDN'])
  expect(await sheet.active()).toBe('Flat monthly rate/name')
  await sheet.page.keyboard.press('Shift+ArrowDown')
  await sheet.page.keyboard.press('Control+Minus')
  expect((await sheet.column('name')).slice(0, 3)).toEqual(['Networking', 'Load balancer', 'Data transfer'])
  expect(await sheet.active()).toBe('Data transfer/name')
})

test('on a heading Alt with an arrow moves the group and Ctrl+- deletes it, each undone in one step', async ({ sheet }) => {
  const before = await sheet.column('name')
  await sheet.click('Networking', 'name')
  await sheet.page.keyboard.press('Alt+ArrowDown')
  expect((await sheet.column('name')).slice(0, 3)).toEqual(['Compute', 'API servers', 'Networking'])
  expect(await sheet.active()).toBe('Networking/name')
  await sheet.page.keyboard.press('Alt+ArrowUp')
  expect(await sheet.column('name')).toEqual(before)
  await sheet.page.keyboard.press('Control+Minus')
  expect((await sheet.column('name')).slice(0, 2)).toEqual(['Compute', 'API servers'])
  await sheet.page.keyboard.press('Control+z')
  expect(await sheet.column('name')).toEqual(before)
})

test('Alt with an arrow moves rows, also into the next group', async ({ sheet }) => {
  await sheet.click('CDN', 'count')
  await sheet.page.keyboard.press('Alt+ArrowUp')
  expect((await sheet.column('name')).slice(0, 3)).toEqual(['Networking', 'CDN', 'Load balancer'])
  await sheet.click('Data transfer', 'name')
  await sheet.page.keyboard.press('Alt+ArrowDown')
  expect((await sheet.column('name')).slice(3, 6)).toEqual(['Compute', 'Data transfer', 'API servers'])
})

test('a duplicated row gets a name of its own and the selection', async ({ sheet }) => {
  await sheet.click('CDN', 'name')
  await sheet.page.keyboard.press('Control+Alt+c')
  expect(await sheet.active()).toBe('CDN 2/name')
  expect(await sheet.value('CDN 2', 'monthly')).toBe(await sheet.value('CDN', 'monthly'))
})

test('a right click opens a menu of commands with their keys, and Shift+F10 opens it too', async ({ sheet }) => {
  await (await sheet.cell('CDN', 'name')).click({ button: 'right' })
  const menu = sheet.page.locator('.sheet-menu')
  await expect(menu.getByRole('menuitem', { name: /Fill down/ })).toContainText('Ctrl')
  await menu.getByRole('menuitem', { name: /Delete the selected rows/ }).click()
  expect(await sheet.column('name')).not.toContain('CDN')
  await sheet.page.keyboard.press('Shift+F10')
  await expect(menu).toBeVisible()
  await sheet.page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect.poll(() => sheet.active()).toBe('Data transfer/name')
})

test('a folded group keeps its subtotal', async ({ sheet }) => {
  const subtotal = await sheet.value('Networking', 'monthly')
  await (await sheet.cell('Networking', 'name')).locator('.sheet-fold').click()
  expect(await sheet.column('name')).not.toContain('CDN')
  expect(await sheet.value('Networking', 'monthly')).toBe(subtotal)
})

test('the pinned total is the exact total of the workbook', async ({ sheet }) => {
  expect(Number(await sheet.value('Total', 'monthly'))).toBeCloseTo(298.23, 9)
})

test('columns are shown and hidden from their menu', async ({ sheet }) => {
  await sheet.page.getByRole('button', { name: 'Columns' }).click()
  await sheet.page.getByRole('menuitemcheckbox', { name: 'Environment' }).click()
  await sheet.page.getByRole('menuitemcheckbox', { name: 'Buys' }).click()
  await sheet.page.keyboard.press('Escape')
  await expect(sheet.page.locator('.ag-header-cell[col-id="environment"]')).toHaveCount(1)
  await expect(sheet.page.locator('.ag-header-cell[col-id="buys"]')).toHaveCount(0)
})

test('screen readers hear the active cell and the size of a selection', async ({ sheet }) => {
  const said = sheet.page.locator('.sheet-said')
  await sheet.click('CDN', 'monthly')
  await expect(said).toHaveText('CDN, Monthly: $50.00.')
  await sheet.page.keyboard.press('Shift+ArrowDown')
  await expect(said).toContainText('2 cells selected')
})

test('an empty sheet says how to begin', async ({ sheet }) => {
  await sheet.openEmpty()
  await sheet.page.getByRole('button', { name: 'Add a plain monthly rate' }).click()
  expect(await sheet.column('name')).toEqual(['Flat monthly rate'])
})

test('a heading counts its rows anew when rows come and go', async ({ sheet }) => {
  const count = async () => (await sheet.cell('Networking', 'name')).locator('.sheet-members')
  await expect(await count()).toHaveText('3')
  await sheet.click('CDN', 'name')
  await sheet.page.keyboard.press('Control+Alt+c')
  await expect(await count()).toHaveText('4')
  await sheet.page.keyboard.press('Control+Minus')
  await expect(await count()).toHaveText('3')
  await sheet.page.keyboard.press('Control+z')
  await expect(await count()).toHaveText('4')
})

test('money columns are wide enough for their totals, and the last column for a scrollbar', async ({ sheet }) => {
  await sheet.openEmpty()
  const lines = Array.from({ length: 60 }, (_, at) => `Row ${String(at)}\t54321987.65`)
  await sheet.setClipboard(`Name\tCost\n${lines.join('\n')}`)
  await sheet.paste()
  await expect.poll(() => sheet.text('Total', 'monthly')).toBe('$3,259,319,259.00')
  const text = (await sheet.cell('Total', 'monthly')).locator('.sheet-cell')
  await expect.poll(() => text.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  const share = await sheet.cell('Total', 'share')
  const end = async (one: typeof share) => await one.evaluate((element) => element.getBoundingClientRect().right)
  expect((await end(share)) - (await end(share.locator('.sheet-text')))).toBeGreaterThanOrEqual(16)
})
