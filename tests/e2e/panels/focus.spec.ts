import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { enter, openExample } from './kit.ts'

/** The row and column of the cell that has the keyboard, as `row/column`; the empty text when no cell has it. */
const keyboard = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('[role="gridcell"]')
    return cell === null || cell === undefined
      ? ''
      : `${cell.closest('[row-id]')?.getAttribute('row-id') ?? ''}/${cell.getAttribute('col-id') ?? ''}`
  })

test.beforeEach(async ({ page }) => {
  await openExample(page, 'Image classification')
})

test('a dialog gives the keyboard back to the cell it was taken from', async ({ page }) => {
  await page.getByRole('gridcell', { name: 'API servers', exact: true }).first().click()
  await expect.poll(() => keyboard(page)).toMatch(/\/name$/)
  const cell = await keyboard(page)
  for (const keys of ['Control+k', 'Control+Shift+k', 'F1']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog'), keys).toHaveCount(0)
    expect(await keyboard(page)).toBe(cell)
  }
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => keyboard(page)).not.toBe(cell)
})

test('a new component has the keyboard at its name', async ({ page }) => {
  await page.keyboard.press('Control+Shift+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('nat gateway')
  await page.keyboard.press('Enter')
  await expect.poll(() => keyboard(page)).toMatch(/\/name$/)
  await page.keyboard.type('Way out')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: 'Way out', exact: true })).toBeVisible()
})

test('what a field says beside it is not said again over the sheet', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'Name of predictions_per_day' })
  await enter(field, '2 many')
  await expect(page.getByRole('alert')).toContainText('2 many')
  await expect(page.locator('.ui-notice')).toHaveCount(0)
})

test('a workbook just opened has the keys and still shows itself: they begin at the first row', async ({ page }) => {
  const resting = page.locator('.sheet .sheet-resting')
  await expect(resting).toHaveText('Load balancer')
  await expect.poll(() => resting.evaluate((cell) => getComputedStyle(cell).outlineStyle)).toBe('solid')
  await expect(page.getByRole('article', { name: 'Workbook' })).toBeVisible()
  expect(await page.locator('.sheet [aria-selected="true"]').count()).toBe(0)
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  expect(await page.locator('.sheet [aria-selected="true"]').count()).toBe(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => keyboard(page)).toMatch(/\/service$/)
  await expect(page.getByRole('article', { name: 'Load balancer' })).toBeVisible()
})

for (const begin of ['F2', 'x'] as const) {
  test(`in a workbook just opened ${begin === 'F2' ? 'F2 edits' : 'typing overwrites'} the first row's name`, async ({ page }) => {
    await page.keyboard.press(begin)
    await expect(page.locator('.sheet-editor input')).toBeFocused()
    await page.keyboard.type('yz')
    await page.keyboard.press('Enter')
    const name = begin === 'F2' ? 'Load balanceryz' : 'xyz'
    await expect(page.getByRole('gridcell', { name, exact: true })).toBeVisible()
  })
}

test('the keys are in the sheet after every way of opening a workbook', async ({ page }) => {
  const toStart = async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search' }).fill('start page')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Recent workbooks' }).waitFor()
  }
  const moves = async () => {
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => keyboard(page)).toMatch(/\/(name|count)$/)
  }
  await page.getByRole('gridcell', { name: 'Load balancer', exact: true }).click()
  await page.waitForTimeout(1200)
  await toStart()
  await page.locator('.start-open').first().click()
  await page.locator('.sheet .sheet-active').waitFor()
  await moves()
  await page.reload()
  await page.locator('.sheet .sheet-active').waitFor()
  await moves()
  await page.keyboard.press('Control+n')
  await page.getByText('Add the first one').waitFor()
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('sheet-area')
})
