import { expect, test, type SheetPage } from './kit.ts'

const head = (sheet: SheetPage, column: string) => sheet.page.locator(`.sheet .ag-header-cell[col-id="${column}"]`)
const order = (sheet: SheetPage) =>
  sheet.page
    .locator('.sheet .ag-header-cell')
    .evaluateAll((heads) =>
      heads.toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left).map((one) => one.getAttribute('col-id')),
    )
const width = async (sheet: SheetPage, column: string) => Math.round((await head(sheet, column).boundingBox())?.width ?? 0)

async function dragEdge(sheet: SheetPage, column: string, by: number): Promise<void> {
  const box = await head(sheet, column).locator('.ag-header-cell-resize').boundingBox()
  if (!box) throw new Error(`${column} has no edge`)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await sheet.page.mouse.move(at.x, at.y)
  await sheet.page.mouse.down()
  await sheet.page.mouse.move(at.x + by, at.y, { steps: 5 })
  await sheet.page.mouse.up()
}

test.beforeEach(async ({ sheet }) => {
  await sheet.openTemplate('A million predictions')
})

test('widths, order and hidden columns of a workbook come back with it', async ({ sheet }) => {
  const before = await width(sheet, 'region')
  await dragEdge(sheet, 'region', 40)
  await expect.poll(() => width(sheet, 'region')).toBe(before + 40)
  await head(sheet, 'buys').click({ button: 'right' })
  await sheet.page.getByRole('menuitem', { name: 'Hide the columns' }).click()
  await head(sheet, 'count').click({ button: 'right' })
  await sheet.page.getByRole('menuitem', { name: 'Move the columns to the left' }).click()
  await head(sheet, 'region').click({ button: 'right' })
  await sheet.page.getByRole('menuitemcheckbox', { name: 'Tags' }).click()
  await sheet.page.keyboard.press('Escape')
  const wanted = ['name', 'service', 'region', 'count', 'size', 'tags', 'monthly', 'share']
  await expect.poll(() => order(sheet)).toEqual(wanted)
  // The view is kept after a moment of quiet.
  await sheet.page.waitForTimeout(1500)
  await sheet.page.reload()
  await expect.poll(() => order(sheet)).toEqual(wanted)
  expect(await width(sheet, 'region')).toBe(before + 40)
})

test('a double click on a head’s edge fits the column to its content', async ({ sheet }) => {
  await dragEdge(sheet, 'name', -60)
  const narrow = await width(sheet, 'name')
  const isCut = () =>
    sheet.page
      .locator('.sheet .ag-row:not(.sheet-heading) [col-id="name"] .sheet-cell')
      .evaluateAll((texts) => texts.some((text) => text.scrollWidth > text.clientWidth))
  expect(await isCut()).toBe(true)
  await head(sheet, 'name').locator('.ag-header-cell-resize').dblclick()
  await expect.poll(() => width(sheet, 'name')).toBeGreaterThan(narrow)
  await expect.poll(isCut).toBe(false)
})

test('a selected column is dragged to another place', async ({ sheet }) => {
  await head(sheet, 'share').click()
  const from = await head(sheet, 'share').boundingBox()
  const to = await head(sheet, 'region').boundingBox()
  if (!from || !to) throw new Error('no heads')
  await sheet.page.mouse.move(from.x + 30, from.y + 10)
  await sheet.page.mouse.down()
  await sheet.page.mouse.move(to.x + 8, to.y + 10, { steps: 8 })
  await expect(head(sheet, 'region')).toHaveAttribute('data-drop', 'before')
  await sheet.page.mouse.up()
  await expect.poll(() => order(sheet)).toEqual(['name', 'service', 'share', 'region', 'size', 'count', 'buys', 'monthly'])
  expect(await sheet.active()).toMatch(/\/share$/)
  await sheet.page.keyboard.press('Control+z')
  await expect(sheet.page.locator('.sheet [data-drop]')).toHaveCount(0)
})
