import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { windowCommands } from '#shared/commands/window.ts'

/** Every message of the page that is not a plain log: a test ends with none. */
const complaints = new WeakMap<Page, string[]>()

test.beforeEach(async ({ page }) => {
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('pageerror', (fault) => heard.push(fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Skytally', exact: true })).toBeVisible()
})

test.afterEach(async ({ page }) => {
  expect(complaints.get(page)).toEqual([])
})

async function openExample(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: title }).click()
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible()
}

async function palette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill(query)
}

const saved = (page: Page) => expect(page.getByTestId('save-status')).toContainText('Saved')

test('the start page shows every worked example with its total', async ({ page }) => {
  await expect(page.locator('.start-templates .start-total[data-value]')).toHaveCount(10)
  const totals = await page
    .locator('.start-templates .start-total')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-value')).toFixed(2)))
  expect(totals.slice(1, 5)).toEqual(['298.23', '228.00', '143.44', '38.00'])
  expect(Number(totals[0])).toBeGreaterThan(0)
  expect(Number(totals[5])).toBeGreaterThan(300)
  expect(Number(totals[5])).toBeLessThan(500)
})

test('an example opens, is kept, and comes back after loading the page again', async ({ page }) => {
  await openExample(page, /^Image classification, rules of thumb/)
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$298.23')
  await expect(page).toHaveTitle('Image classification, rules of thumb – Skytally')
  await saved(page)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$298.23')
  await palette(page, 'start page')
  await page.keyboard.press('Enter')
  await expect(page.locator('.start-recent')).toContainText('Image classification, rules of thumb')
  await expect(page.locator('.start-recent')).toContainText('$298.23 a month')
})

test('the palette adds a size as a row by the keyboard alone, and undo takes it back', async ({ page }) => {
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible()
  await palette(page, 't3.med')
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('$0.0416 an hour in us-east-1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$30.37')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('EC2 instances')
  await palette(page, 'undo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$0.00')
})

test('the palette goes to a row, and says so when it finds nothing', async ({ page }) => {
  await openExample(page, /^Image classification A million/)
  await palette(page, 'api serv')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first()).toHaveValue('API servers')
  await palette(page, 'zzzz')
  await expect(page.getByText('Nothing is called “zzzz”')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveCount(0)
})

/** The palette itself, and what can be done in a scenario alone. */
const impossibleHere = /^(?:view\.palette|view\.dropped|sheet\.(?:reset|push)Cells|scenarios\..*)$/

test('every command of the window can be reached from the palette', async ({ page }) => {
  await openExample(page, /^Inference service/)
  await page.getByText('API servers').first().click()
  await palette(page, 't3.nano')
  await page.keyboard.press('Enter')
  await palette(page, 't3.nano')
  await page.keyboard.press('Enter')
  await palette(page, 'undo')
  await page.keyboard.press('Enter')
  for (const info of windowCommands) {
    if (impossibleHere.test(info.id)) continue
    await palette(page, info.label)
    await expect(page.getByRole('option', { name: info.label, exact: false }).first(), info.id).toContainText(info.label)
    await page.keyboard.press('Escape')
  }
})

test('the theme can be chosen and is remembered', async ({ page }) => {
  await openExample(page, /^Serverless inference/)
  await page.getByRole('button', { name: 'Theme: as the system' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible()
})

test('another currency shows every figure by its own dated rate', async ({ page }) => {
  await openExample(page, /^Serverless inference/)
  await page.getByRole('button', { name: 'Currency: USD' }).click()
  await page.getByLabel('Code').fill('eur')
  await expect(page.getByLabel('One US dollar buys')).toHaveValue('')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('alert')).toContainText('The rate is empty.')
  await page.getByLabel('One US dollar buys').fill('0')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('alert')).toContainText('must be a number between')
  await page.getByLabel('One US dollar buys').fill('0.5')
  const convert = page.getByRole('checkbox', { name: /^Convert the (?:amount|\d+ amounts) typed in USD at this rate$/ })
  await convert.uncheck()
  await expect(page.getByRole('dialog')).toContainText('They stay as they are: 5 USD becomes 5 EUR.')
  await convert.check()
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('button', { name: 'Currency: EUR' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('€19.00')
})

test('a workbook is renamed, and an empty name is refused in words', async ({ page }) => {
  await openExample(page, /^Serverless inference/)
  await page.getByRole('button', { name: 'Serverless inference' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await name.fill(' ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('A workbook cannot be without a name.')
  await name.fill('Plan B')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/Plan B – Skytally/)
})

test('the help pages open by their commands', async ({ page }) => {
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Recalculate from scratch')
  await page.keyboard.press('Escape')
  await palette(page, 'functions and units')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Functions and units' })).toContainText('subtotal("group")')
  await page.keyboard.press('Escape')
  await palette(page, 'where the prices')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Where the prices come from' })).toContainText('bundled-2026-11')
})

test('at 900 by 600 and at twice the size nothing is cut off and one panel opens at a time', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await page.reload()
  await openExample(page, /^Image classification A million/)
  for (const size of [
    { width: 900, height: 600 },
    { width: 720, height: 450 },
    { width: 450, height: 300 },
  ]) {
    await page.setViewportSize(size)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
    await page.getByRole('button', { name: 'Inspector', exact: true }).click()
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeInViewport()
    await page.getByRole('button', { name: 'Drivers', exact: true }).click()
    await expect(page.getByRole('complementary', { name: 'Drivers' })).toBeInViewport()
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Drivers', exact: true }).click()
    await expect(page.getByRole('complementary')).toHaveCount(0)
  }
})

test('a panel is made wider by the keyboard and stays so', async ({ page }) => {
  await openExample(page, /^Inference service/)
  const panel = page.getByRole('complementary', { name: 'Inspector' })
  const before = (await panel.boundingBox())?.width ?? 0
  await page.getByRole('separator', { name: 'Width of the inspector' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await panel.boundingBox())?.width).toBe(before + 32)
  await page.reload()
  await expect.poll(async () => (await panel.boundingBox())?.width).toBe(before + 32)
})
