import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { enter, openExample, selectRow, total } from './kit.ts'

const value = (page: Page, name: string) => page.getByRole('combobox', { name: `Value of ${name}` })
const result = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true }).getByTestId('driver-result')

test.beforeEach(async ({ page }) => {
  await openExample(page, 'Image classification')
})

test('a driver moves the total when it is handed over, and Escape brings back what was there', async ({ page }) => {
  const before = await total(page)
  await value(page, 'instances').fill('8')
  expect(await total(page)).toBe(before)
  await value(page, 'instances').press('Escape')
  await expect(value(page, 'instances')).toHaveValue('4')
  await enter(value(page, 'instances'), '5')
  await expect.poll(() => total(page)).toBeCloseTo(before + 730 * 0.0416, 9)
  await value(page, 'instances').fill('4')
  await value(page, 'instances').press('Tab')
  await expect.poll(() => total(page)).toBeCloseTo(before, 9)
})

test('a driver takes a formula, completed while typing, and shows what it comes to', async ({ page }) => {
  const field = value(page, 'instances')
  await field.fill('=ceil(pred')
  await expect(page.getByRole('option', { name: 'predictions_per_day' })).toBeVisible()
  await field.press('Tab')
  await field.pressSequentially(' / 150000)')
  await field.press('Enter')
  await expect(result(page, 'instances')).toHaveAttribute('data-value', '7')
  await expect(result(page, 'instances')).toContainText('7 instances')
})

test('a driver in error says why and what to do', async ({ page }) => {
  await enter(value(page, 'instances'), '=instances + 1')
  await expect(result(page, 'instances')).toContainText('#CYCLE!')
  await expect(page.getByTestId('left-out-problems')).toBeVisible()
  await enter(value(page, 'instances'), '4')
  await expect(page.getByTestId('left-out-problems')).toHaveCount(0)
})

test('a driver without a value makes figures unknown, not zero', async ({ page }) => {
  const before = await total(page)
  await enter(value(page, 'instances'), '')
  await expect(result(page, 'instances')).toContainText('unknown, not zero')
  await expect(page.getByTestId('left-out-unknown')).toBeVisible()
  expect(await total(page)).toBeLessThan(before)
})

test('a renamed driver is renamed in every formula', async ({ page }) => {
  const before = await total(page)
  await enter(page.getByRole('textbox', { name: 'Name of instances' }), 'servers')
  expect(await total(page)).toBe(before)
  const row = await selectRow(page, 'API servers')
  await expect(row.getByRole('combobox', { name: 'Instances', exact: true })).toHaveValue('=servers')
})

test('a name that cannot be is not taken and says why', async ({ page }) => {
  const name = page.getByRole('textbox', { name: 'Name of instances' })
  await enter(name, 'image_size')
  await expect(page.getByRole('listitem', { name: 'instances', exact: true })).toContainText(
    'There is a driver called “image_size” already.',
  )
  await name.press('Escape')
  await expect(name).toHaveValue('instances')
})

test('a driver in use cannot be deleted; one that is not can, and comes back with undo', async ({ page }) => {
  await page.getByRole('button', { name: 'Delete image_size' }).click()
  await expect(page.getByText('“image_size” is used in')).toBeVisible()
  await page.getByRole('button', { name: 'Add driver' }).click()
  const name = page.getByRole('textbox', { name: 'Name of driver', exact: true })
  await expect(name).toBeFocused()
  await enter(name, 'spare')
  await page.getByRole('button', { name: 'Delete spare' }).click()
  await expect(page.getByRole('listitem', { name: 'spare', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByRole('listitem', { name: 'spare', exact: true })).toBeVisible()
})

test('drivers are moved with the arrow keys and by dragging', async ({ page }) => {
  const names = () =>
    page
      .getByRole('list', { name: 'Drivers' })
      .locator('> li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')))
  expect(await names()).toEqual(['predictions_per_day', 'image_size', 'answer_size', 'instances'])
  const grip = page.getByRole('button', { name: 'Move instances' })
  await grip.focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(names).toEqual(['predictions_per_day', 'image_size', 'instances', 'answer_size'])
  await expect(grip).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect.poll(names).toEqual(['predictions_per_day', 'instances', 'image_size', 'answer_size'])
  await grip.dragTo(page.getByRole('listitem', { name: 'predictions_per_day', exact: true }), { targetPosition: { x: 40, y: 4 } })
  await expect.poll(names).toEqual(['instances', 'predictions_per_day', 'image_size', 'answer_size'])
})

test('where a driver is used leads to the row', async ({ page }) => {
  const item = page.getByRole('listitem', { name: 'instances', exact: true })
  await item.getByText('assumed').click()
  await item.getByRole('button', { name: 'API servers: Instances' }).click()
  await expect(page.getByRole('article', { name: 'API servers', exact: true })).toBeVisible()
})

test('Tab leaves a number as it was typed, and takes a unit only when it is marked', async ({ page }) => {
  for (const typed of ['50M', '5k', '7e3']) {
    await value(page, 'predictions_per_day').fill(typed)
    await value(page, 'predictions_per_day').press('Tab')
    await expect(value(page, 'predictions_per_day')).toHaveValue(typed)
  }
  await value(page, 'predictions_per_day').fill('50M')
  await value(page, 'predictions_per_day').press('ArrowDown')
  await value(page, 'predictions_per_day').press('Tab')
  await expect(value(page, 'predictions_per_day')).toHaveValue('50MB')
})
