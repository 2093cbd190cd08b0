import { expect, test } from './kit.ts'

/** Rows: Networking (Load balancer, CDN, Data transfer), Compute (API servers), Storage (…), Observability (Monitoring). */
const start = { row: 'CDN', column: 'count' }

type Press = {
  readonly keys: string
  readonly from?: typeof start
  readonly active: string
  readonly selected: number
  readonly meaning: string
}

const presses: readonly Press[] = [
  { keys: 'ArrowDown', active: 'Data transfer/count', selected: 1, meaning: 'one cell down' },
  { keys: 'ArrowUp', active: 'Load balancer/count', selected: 1, meaning: 'one cell up' },
  { keys: 'ArrowLeft', active: 'CDN/size', selected: 1, meaning: 'one cell left' },
  { keys: 'ArrowRight', active: 'CDN/buys', selected: 1, meaning: 'one cell right' },
  { keys: 'Control+ArrowDown', active: 'Data transfer/count', selected: 1, meaning: 'to the end of the data' },
  { keys: 'Control+ArrowUp', active: 'Load balancer/count', selected: 1, meaning: 'to the beginning of the data' },
  {
    keys: 'Control+ArrowDown',
    from: { row: 'Data transfer', column: 'count' },
    active: 'API servers/count',
    selected: 1,
    meaning: 'over a gap to the next data',
  },
  {
    keys: 'Control+ArrowRight',
    from: { row: 'CDN', column: 'buys' },
    active: 'CDN/share',
    selected: 1,
    meaning: 'to the end of the data in the row',
  },
  { keys: 'Home', active: 'CDN/name', selected: 1, meaning: 'first cell of the row' },
  { keys: 'End', active: 'CDN/share', selected: 1, meaning: 'last used cell of the row' },
  { keys: 'Control+Home', active: 'Networking/name', selected: 1, meaning: 'first cell of the sheet' },
  { keys: 'Control+End', active: 'Monitoring/share', selected: 1, meaning: 'last cell of the sheet' },
  { keys: 'PageDown', active: 'Monitoring/count', selected: 1, meaning: 'a screen down' },
  { keys: 'PageUp', active: 'Networking/count', selected: 1, meaning: 'a screen up' },
  { keys: 'Tab', active: 'CDN/buys', selected: 1, meaning: 'right' },
  { keys: 'Shift+Tab', active: 'CDN/size', selected: 1, meaning: 'left' },
  { keys: 'Tab', from: { row: 'CDN', column: 'share' }, active: 'Data transfer/name', selected: 1, meaning: 'on to the next row' },
  { keys: 'Enter', active: 'Data transfer/count', selected: 1, meaning: 'down' },
  { keys: 'Shift+Enter', active: 'Load balancer/count', selected: 1, meaning: 'up' },
  { keys: 'Shift+ArrowDown', active: 'CDN/count', selected: 2, meaning: 'extend by a cell' },
  { keys: 'Control+Shift+ArrowUp', active: 'CDN/count', selected: 2, meaning: 'extend to the edge of the data' },
  { keys: 'Shift+Home', active: 'CDN/count', selected: 5, meaning: 'extend to the first cell of the row' },
  { keys: 'Shift+End', active: 'CDN/count', selected: 4, meaning: 'extend to the last cell of the row' },
  { keys: 'Control+Shift+Home', active: 'CDN/count', selected: 15, meaning: 'extend to the first cell' },
  { keys: 'Control+Shift+End', active: 'CDN/count', selected: 32, meaning: 'extend to the last cell' },
  { keys: 'Shift+PageDown', active: 'CDN/count', selected: 8, meaning: 'extend by a screen' },
  { keys: 'Shift+PageUp', active: 'CDN/count', selected: 3, meaning: 'extend by a screen upwards' },
  { keys: 'Control+Space', active: 'Networking/count', selected: 10, meaning: 'the whole column' },
  { keys: 'Shift+Space', active: 'CDN/name', selected: 8, meaning: 'the whole row' },
  { keys: 'Control+a', active: 'Load balancer/name', selected: 24, meaning: 'the group' },
  { keys: 'Control+Shift+Space', active: 'Networking/name', selected: 80, meaning: 'everything' },
  { keys: 'Control+Backspace', active: 'CDN/count', selected: 1, meaning: 'show the active cell' },
  { keys: 'F4', active: 'CDN/count', selected: 1, meaning: 'nothing' },
  { keys: 'Escape', active: 'CDN/count', selected: 1, meaning: 'nothing to cancel' },
]

test('every key that moves or selects does what it does in other spreadsheets', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  for (const { keys, from = start, active, selected, meaning } of presses) {
    await test.step(`${keys}: ${meaning}`, async () => {
      await sheet.click(from.row, from.column)
      await sheet.page.keyboard.press(keys)
      expect(await sheet.active(), keys).toBe(active)
      expect(await sheet.selected(), keys).toBe(selected)
    })
  }
})

test('Ctrl+A takes the group first, everything the second time, and Shift+Backspace gives the cell back', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('Load balancer', 'name')
  await sheet.page.keyboard.press('Control+a')
  expect(await sheet.selected()).toBe(24)
  await sheet.page.keyboard.press('Control+a')
  expect(await sheet.selected()).toBe(80)
  await sheet.page.keyboard.press('Shift+Backspace')
  expect(await sheet.selected()).toBe(1)
})

test('Enter after Tabs goes back to the column where the Tabs began', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('Load balancer', 'service')
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await sheet.page.keyboard.press(key)
  expect(await sheet.active()).toBe('CDN/service')
})

test('a space folds and unfolds the group whose heading is active', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('Networking', 'monthly')
  await sheet.page.keyboard.press('Space')
  expect(await sheet.column('name')).not.toContain('CDN')
  await sheet.page.keyboard.press('Space')
  expect(await sheet.column('name')).toContain('CDN')
})

test('F6 leaves the sheet for what comes after it, and comes back with Tab to the same cell', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('CDN', 'count')
  await sheet.page.keyboard.press('F6')
  expect(await sheet.page.evaluate(() => document.activeElement?.closest('.sheet-grid') === null)).toBe(true)
  // Over the two edges by which the panels are made wider.
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Shift+Tab']) await sheet.page.keyboard.press(key)
  await expect.poll(() => sheet.page.evaluate(() => document.activeElement?.closest('.sheet') !== null)).toBe(true)
})

test('F6 and Shift+F6 go round the parts of the window, the sheet at its own cell', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('CDN', 'count')
  const { page } = sheet
  const part = () =>
    page.evaluate(
      () => document.activeElement?.closest('.frame-top, .frame-formula, aside, .band, .sheet, .tab-bar')?.className.split(' ')[0],
    )
  const visited = async (keys: string) => {
    await page.keyboard.press(keys)
    return part()
  }
  for (const name of ['band', 'frame-panel', 'frame-formula', 'frame-top', 'tab-bar', 'frame-panel', 'sheet'])
    expect(await visited('Shift+F6')).toBe(name)
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[col-id]')?.getAttribute('col-id'))).toBe('count')
  for (const name of ['frame-panel', 'tab-bar', 'frame-top', 'frame-formula', 'frame-panel', 'band', 'sheet'])
    expect(await visited('F6')).toBe(name)
  // In the top bar Tab goes on to the plan menu.
  for (const name of ['band', 'frame-panel', 'frame-formula', 'frame-top']) expect(await visited('Shift+F6')).toBe(name)
  for (let tabs = 0; tabs < 6; tabs += 1) {
    if (await page.getByRole('button', { name: 'Plan' }).evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(page.getByRole('button', { name: 'Plan' })).toBeFocused()
})

test('F9 recalculates and every figure stays what it was', async ({ sheet }) => {
  await sheet.openTemplate('A million predictions')
  const before = await sheet.column('monthly')
  await sheet.click('API servers', 'count')
  await sheet.page.keyboard.press('F9')
  await expect(sheet.page.getByText('every figure is the same')).toBeVisible()
  expect(await sheet.column('monthly')).toEqual(before)
})

test('drag, Shift+click, Ctrl+click and a column head select with the mouse', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await (await sheet.cell('Load balancer', 'count')).hover()
  await sheet.page.mouse.down()
  await (await sheet.cell('Data transfer', 'monthly')).hover()
  await sheet.page.mouse.up()
  expect(await sheet.selected()).toBe(9)
  await sheet.click('CDN', 'count', ['Shift'])
  expect(await sheet.selected()).toBe(2)
  await sheet.click('API servers', 'name', ['Control'])
  expect(await sheet.selected()).toBe(3)
  await sheet.page.locator('.ag-header-cell[col-id="monthly"]').click()
  expect(await sheet.selected()).toBe(10)
})

test('the foot of the window adds up what is selected and counts subtotals once', async ({ sheet }) => {
  await sheet.openTemplate('The same system in round')
  await sheet.click('Load balancer', 'monthly')
  await sheet.page.keyboard.press('Control+Space')
  await expect.poll(() => sheet.statistic('sum')).toBe('298.23')
  expect(await sheet.statistic('count')).toBe('6')
})
