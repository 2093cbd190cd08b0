import { expect, test, type TabsPage } from '../scenarios/kit.ts'

async function open(tabs: TabsPage): Promise<void> {
  const { page } = tabs.sheet
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.locator('.matrix-line[data-kind="row"]').first()).toBeVisible()
}

const line = (tabs: TabsPage, label: string) =>
  tabs.sheet.page.locator('.matrix-line').filter({ has: tabs.sheet.page.locator('.matrix-label').getByText(label, { exact: true }) })

/** Exact figures of a line, from left to right. */
async function values(tabs: TabsPage, label: string): Promise<readonly (number | null)[]> {
  const found = await line(tabs, label)
    .locator('.matrix-cell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')))
  return found.map((value) => (value === null ? null : Number(value)))
}

test.beforeEach(async ({ sheet, tabs }) => {
  await sheet.openTemplate('A million predictions')
  await tabs.add('Bigger')
  await sheet.type('API servers', 'count', '8')
  await tabs.add('Elsewhere')
  await sheet.type('API servers', 'region', 'eu-west-1')
  await sheet.click('Monitoring', 'name')
  await sheet.page.keyboard.press('Control+Minus')
})

test('scenarios stand side by side, with differences that are those of their totals', async ({ sheet, tabs }) => {
  const totals = [await tabs.total('Base'), await tabs.total('Bigger'), await tabs.total('Elsewhere')] as const
  await open(tabs)
  const shown = await values(tabs, 'Total a month')
  expect(shown).toEqual([totals[0], totals[1], totals[1] - totals[0], totals[2], totals[2] - totals[0]])
  const cut = await sheet.page
    .locator('.matrix-cell')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent))
  expect(cut).toEqual([])
  // Without the row in one design: nothing there, and the whole of it is the difference.
  await expect(line(tabs, 'Monitoring').locator('.matrix-cell').nth(3)).toHaveText('–')
  await sheet.page.getByLabel('Baseline: Elsewhere').check()
  await expect.poll(async () => (await values(tabs, 'Total a month')).at(-1)).toBe(totals[2])
})

test('why a total differs is shown as effects that add up to the difference', async ({ sheet, tabs }) => {
  await open(tabs)
  await line(tabs, 'Total a month').getByRole('button', { name: 'Why' }).click()
  await expect(line(tabs, 'Region')).toBeVisible()
  const difference = (await values(tabs, 'Total a month')).at(-1) ?? 0
  const effects = await sheet.page
    .locator('.matrix-line[data-kind="effect"]')
    .evaluateAll((lines) => lines.map((one) => Number([...one.querySelectorAll('.matrix-difference')].at(-1)?.getAttribute('data-value'))))
  expect(effects.reduce((sum, one) => sum + one, 0)).toBeCloseTo(difference, 8)
  await expect(line(tabs, 'CDN')).toBeVisible()
  await sheet.page.getByLabel('Only differences').check()
  await expect(line(tabs, 'CDN')).toHaveCount(0)
  await expect(line(tabs, 'API servers')).toBeVisible()
})

test('the keyboard unfolds, folds, goes to the row in the sheet and back', async ({ sheet, tabs }) => {
  const { page } = sheet
  const { keyboard } = page
  await open(tabs)
  await page.getByRole('treegrid').focus()
  await keyboard.press('ArrowRight')
  await expect(page.locator('.matrix-line[data-kind="effect"]').first()).toBeVisible()
  await keyboard.press('ArrowLeft')
  await expect(page.locator('.matrix-line[data-kind="effect"]')).toHaveCount(0)
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Compare' })).toHaveCount(0)
  await expect.poll(() => sheet.active()).toBe('Monitoring/name')
  expect(await tabs.shown()).toBe('Base')
  await keyboard.press('Control+Alt+m')
  await expect(page.getByRole('main', { name: 'Compare' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('main', { name: 'Compare' })).toHaveCount(0)
})

test('the table is copied for a spreadsheet with all digits, and as Markdown', async ({ sheet, tabs }) => {
  const { page } = sheet
  await open(tabs)
  const [base] = await values(tabs, 'Total a month')
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'For a spreadsheet or a text' }).click()
  await expect(page.locator('.ui-notice').filter({ hasText: 'The comparison is on the clipboard.' })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const cells = text.split('\n').map((one) => one.split('\t'))
  expect(cells[0]).toEqual(['Component', 'Base', 'Bigger', 'Bigger: difference', 'Elsewhere', 'Elsewhere: difference'])
  expect(Number(cells[1]?.[1])).toBe(base)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'As Markdown' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\| Component \| Base \| Bigger/)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'As a drawing (SVG)' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg[^]*Total a month[^]*<\/svg>$/)
})

test('picked tabs alone are compared, a design is left out and added again, and then all are compared', async ({ sheet, tabs }) => {
  const { page } = sheet
  await tabs.tab('Base').click()
  await tabs.tab('Elsewhere').click({ modifiers: ['Control'] })
  await tabs.menu('Elsewhere', 'Compare these 2')
  const chips = page.locator('.compare-chip-name')
  await expect(chips).toHaveText(['Base', 'Elsewhere'])
  await page.getByRole('button', { name: 'Leave out Elsewhere' }).click()
  await expect(page.getByText('A comparison needs two designs')).toBeVisible()
  await page.getByRole('button', { name: 'Add a design' }).click()
  await page.getByRole('button', { name: 'Bigger' }).click()
  await expect(chips).toHaveText(['Base', 'Bigger'])
  await expect(line(tabs, 'API servers')).toBeVisible()
  await page.keyboard.press('Escape')
  await tabs.menu('Base', 'Compare all')
  await expect(chips).toHaveText(['Base', 'Bigger', 'Elsewhere'])
})

test('another workbook of this machine is compared by the names of its rows', async ({ sheet, tabs }) => {
  const { page } = sheet
  await expect(page.locator('.frame-saved[data-state="saved"]')).toBeVisible()
  await sheet.openTemplate('A million predictions')
  await tabs.add('Same')
  await open(tabs)
  await page.getByRole('button', { name: 'Add a design' }).click()
  await page.getByRole('region', { name: 'Other workbooks' }).getByRole('button').first().click()
  await page.getByRole('button', { name: 'Bigger' }).click()
  await expect(page.locator('.compare-chip-name').last()).toHaveText(/· Bigger$/)
  await expect(line(tabs, 'API servers')).toHaveCount(1)
  await expect.poll(async () => (await values(tabs, 'API servers')).at(-1)).toBeGreaterThan(0)
})

test('charts show the same figures as tables, and are copied as drawing and picture', async ({ sheet, tabs }) => {
  const { page } = sheet
  await open(tabs)
  await page.getByRole('tab', { name: 'Charts' }).click()
  const way = page.getByRole('region', { name: 'From Base to Bigger' })
  await expect(way.getByRole('img')).toBeVisible()
  await way.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'As a drawing (SVG)' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg[^]*Quantity[^]*<\/svg>$/)
  await way.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'As a picture (PNG)' }).click()
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types)))
    .toContain('image/png')
  await way.getByRole('button', { name: 'Table' }).click()
  await expect(way.getByRole('row')).toHaveText([/^Step/, /^Base/, /^Quantity\+\$/, /^Bigger/])
  await way.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'As a drawing (SVG)' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg[^]*>Step<[^]*>Quantity<[^]*<\/svg>$/)
  const months = page.getByRole('region', { name: 'Month by month' })
  await expect(months.getByRole('img')).toBeVisible()
  await months.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'Its figures as Markdown' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\| Month \| Base \| Bigger \| Elsewhere \|/)
  // On paper: every chart in the colours of paper, whatever the theme; nothing of the window.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { name: /: comparison$/ })).toBeVisible()
  await expect(page.locator('.chart-paper').last()).toBeVisible()
  await expect(page.locator('.page-head, .frame-top, .compare-designs, .chart-screen').filter({ visible: true })).toHaveCount(0)
})
