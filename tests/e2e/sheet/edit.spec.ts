import { expect, test } from './kit.ts'

test.beforeEach(async ({ sheet }) => {
  await sheet.openTemplate('A million predictions')
})

test('typing replaces, Enter commits and goes down, and the figures follow at once', async ({ sheet }) => {
  const before = Number(await sheet.value('API servers', 'monthly'))
  await sheet.type('API servers', 'count', '8')
  expect(Number(await sheet.value('API servers', 'monthly'))).toBeCloseTo(before * 2, 9)
  expect(await sheet.active()).toBe('Storage/count')
})

test('F2 edits what is there, Escape puts it back', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.press('F2')
  await expect(sheet.editor()).toHaveValue('=instances')
  await sheet.page.keyboard.type(' * 9')
  await sheet.page.keyboard.press('Escape')
  await expect(sheet.formulaBar()).toHaveValue('=instances')
  expect(await sheet.active()).toBe('API servers/count')
})

test('a cell shows the value of its formula, and the formula when formulas are shown', async ({ sheet }) => {
  expect(await sheet.text('API servers', 'count')).toBe('4')
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.press('Control+Backquote')
  expect(await sheet.text('API servers', 'count')).toBe('=instances')
  await sheet.page.keyboard.press('Control+Backquote')
  expect(await sheet.text('API servers', 'count')).toBe('4')
})

test('Tab commits to the right and an arrow commits what was typed over a cell', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.type('3')
  await sheet.page.keyboard.press('Tab')
  expect(await sheet.active()).toBe('API servers/buys')
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.type('5')
  await sheet.page.keyboard.press('ArrowUp')
  expect(await sheet.active()).toBe('Compute/count')
  expect(await sheet.text('API servers', 'count')).toBe('5')
})

test('a formula is completed from drivers and functions and shows the signature being filled', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.type('=cei')
  await sheet.page.keyboard.press('Tab')
  await expect(sheet.editor()).toHaveValue('=ceil()')
  await expect(sheet.page.locator('.suggest-hint')).toContainText('ceil(')
  await sheet.page.keyboard.type('inst')
  await sheet.page.keyboard.press('Tab')
  await expect(sheet.editor()).toHaveValue('=ceil(instances)')
  await sheet.page.keyboard.press('Enter')
  expect(await sheet.text('API servers', 'count')).toBe('4')
})

test('the parentheses at the caret are marked together', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.type('=max(1, min(2, 3))')
  await expect(sheet.page.locator('.sheet-editor .suggest-match')).toHaveText(['(', ')'])
  await sheet.page.keyboard.type(')')
  await expect(sheet.page.locator('.sheet-editor .suggest-unmatched')).toHaveText(')')
  await sheet.page.keyboard.press('Escape')
})

test('clicking a row or a heading while a formula waits for a name writes it', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.type('=1 + ')
  await sheet.click('CDN', 'monthly')
  await expect(sheet.editor()).toHaveValue('=1 + cost("CDN")')
  await sheet.page.keyboard.type(' + ')
  await sheet.click('Storage', 'name')
  await expect(sheet.editor()).toHaveValue('=1 + cost("CDN") + subtotal("Storage")')
  await sheet.page.keyboard.press('Escape')
})

test('clicking a driver while a formula waits for a name writes it', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.type('=2 * ')
  await sheet.page.locator('.driver-name-cell').nth(1).click()
  await expect(sheet.editor()).toHaveValue('=2 * image_size')
  await sheet.page.keyboard.press('Escape')
})

test('a cell in trouble shows its error, a sentence, and never a zero', async ({ sheet }) => {
  await sheet.type('API servers', 'count', '=no_such_driver * 2')
  expect(await sheet.text('API servers', 'count')).toMatch(/^#/)
  expect(await sheet.value('API servers', 'monthly')).toBe('unknown')
  expect(await sheet.text('API servers', 'monthly')).toMatch(/^(#|—)/)
  await (await sheet.cell('API servers', 'monthly')).hover()
  await expect(sheet.page.locator('.ag-tooltip')).toContainText('no_such_driver')
  await sheet.page.keyboard.press('Control+z')
  expect(await sheet.text('API servers', 'count')).toBe('4')
})

test('usage nobody has given is shown as a dash', async ({ sheet }) => {
  await sheet.page.getByRole('button', { name: 'Columns' }).click()
  await sheet.page.getByRole('menuitemcheckbox', { name: 'HTTPS requests' }).click()
  await sheet.page.keyboard.press('Escape')
  await sheet.click('CDN', 'input:httpsRequests')
  await sheet.page.keyboard.press('Delete')
  expect(await sheet.text('CDN', 'input:httpsRequests')).toBe('—')
  await expect((await sheet.cell('CDN', 'input:httpsRequests')).locator('[data-mark="unknown"]')).toHaveCount(1)
  expect(await sheet.value('CDN', 'input:httpsRequests')).toBeNull()
})

test('services, regions and sizes are chosen from a list that is searched by typing', async ({ sheet }) => {
  await sheet.click('API servers', 'size')
  await sheet.page.keyboard.type('m5.lar')
  await expect(sheet.page.getByRole('option', { name: /m5\.large/ })).toBeVisible()
  await sheet.page.keyboard.press('Enter')
  expect(await sheet.text('API servers', 'size')).toBe('m5.large')
  await sheet.click('Monitoring', 'service')
  await sheet.page.keyboard.type('nat gate')
  await sheet.page.keyboard.press('Enter')
  expect(await sheet.text('Monitoring', 'service')).toBe('NAT gateway')
  await sheet.click('API servers', 'region')
  await sheet.page.keyboard.type('frankfurt')
  await sheet.page.keyboard.press('Enter')
  expect(await sheet.text('API servers', 'region')).toBe('eu-central-1')
})

test('a text that cannot stand in the cell is refused and stays in the editor', async ({ sheet }) => {
  await sheet.click('API servers', 'name')
  await sheet.page.keyboard.press('F2')
  await sheet.page.keyboard.press('Control+a')
  await sheet.page.keyboard.press('Backspace')
  await sheet.page.keyboard.press('Enter')
  await expect(sheet.editor()).toHaveCount(1)
  await sheet.page.keyboard.press('Escape')
  expect(await sheet.text('API servers', 'name')).toBe('API servers')
})

test('the formula bar shows and edits the active cell, and takes over what was being typed', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await expect(sheet.formulaBar()).toHaveValue('=instances')
  await sheet.page.keyboard.type('=instances + 1')
  await expect(sheet.formulaBar()).toHaveValue('=instances + 1')
  await sheet.formulaBar().click()
  await expect(sheet.editor()).toHaveCount(0)
  await sheet.page.keyboard.press('End')
  await sheet.page.keyboard.type('0')
  await sheet.page.keyboard.press('Enter')
  expect(await sheet.text('API servers', 'count')).toBe('14')
  expect(await sheet.active()).toBe('Storage/count')
})

test('Escape in the formula bar changes nothing', async ({ sheet }) => {
  await sheet.click('API servers', 'count')
  await sheet.formulaBar().click()
  await sheet.page.keyboard.type('99')
  await sheet.page.keyboard.press('Escape')
  expect(await sheet.text('API servers', 'count')).toBe('4')
  expect(await sheet.active()).toBe('API servers/count')
})

test('numbers are typed and shown as the locale writes them', async ({ sheet }) => {
  await sheet.page.evaluate(() => localStorage.setItem('skytally.preferences', JSON.stringify({ locale: 'de-DE' })))
  await sheet.openTemplate('A million predictions')
  await sheet.type('API servers', 'count', '2,5')
  expect(await sheet.text('API servers', 'count')).toBe('2,5')
  await sheet.click('API servers', 'count')
  await expect(sheet.formulaBar()).toHaveValue('2,5')
  await sheet.type('API servers', 'count', '=max(1,5; 2,5)')
  expect(await sheet.value('API servers', 'count')).toBe('2.5')
})

test('undo and redo go through edits one by one', async ({ sheet }) => {
  await sheet.type('API servers', 'count', '6')
  await sheet.type('API servers', 'count', '7')
  await sheet.page.keyboard.press('Control+z')
  expect(await sheet.text('API servers', 'count')).toBe('6')
  await sheet.page.keyboard.press('Control+z')
  expect(await sheet.text('API servers', 'count')).toBe('4')
  await sheet.page.keyboard.press('Control+y')
  await sheet.page.keyboard.press('Control+Shift+z')
  expect(await sheet.text('API servers', 'count')).toBe('7')
})

test('a heading is renamed in its cell, and its rows with it', async ({ sheet }) => {
  await sheet.click('Compute', 'name')
  await sheet.page.keyboard.press('F2')
  await sheet.page.keyboard.type(' nodes')
  await sheet.page.keyboard.press('Enter')
  expect(await sheet.column('name')).toContain('Compute nodes')
})

test('typing over a figure says that it is computed', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('CDN', 'monthly')
  await sheet.page.keyboard.type('5')
  await expect(sheet.page.getByText('This figure is computed')).toBeVisible()
  await expect(sheet.editor()).toHaveCount(0)
})
