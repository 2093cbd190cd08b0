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
  for (const keys of ['Control+k', 'Control+f', 'Control+Shift+k', 'F1']) {
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
