import { expect, test } from './kit.ts'

test.beforeEach(async ({ sheet }) => {
  await sheet.openTemplate('A million predictions')
})

test('a growing driver, a later limit and the horizon make a forecast that says when the budget is crossed', async ({ planning }) => {
  const { page } = planning
  const driver = page.getByRole('listitem', { name: 'predictions_per_day' })
  await driver.locator('summary').click()
  await planning.enter(driver.getByLabel('Growth of predictions_per_day'), '20%')
  await expect(driver.getByTestId('driver-growth')).toContainText('in month 12')
  const budgets = await planning.open('Budgets…', 'Budgets')
  await planning.enter(budgets.getByRole('textbox', { name: /^Limit of/ }), '700')
  await planning.enter(budgets.getByRole('textbox', { name: /^Fail level/ }), '110%')
  await budgets.getByRole('button', { name: 'Another limit from a later month' }).click()
  await planning.enter(budgets.getByRole('textbox', { name: /^Limit 2 of/ }), '900')
  await budgets.getByRole('button', { name: 'Close' }).click()
  const dialog = await planning.open('Forecast…', 'Forecast')
  await planning.enter(dialog.getByLabel('First month'), '2026-12')
  await planning.enter(dialog.getByLabel('Months of the forecast'), '24')
  await expect(dialog.getByTestId('forecast-month')).toHaveCount(24)
  const [first, last] = [
    await planning.value(dialog.getByTestId('forecast-month').first()),
    await planning.value(dialog.getByTestId('forecast-month').last()),
  ]
  expect(last).toBeGreaterThan(first * 2)
  await expect(dialog.getByRole('list', { name: 'What happens when' })).toContainText(
    /The budget of the whole workbook is crossed in \w+ 202[78]\./,
  )
  const total = await planning.value(dialog.getByTestId('forecast-total'))
  await planning.enter(dialog.getByLabel('Yearly rate'), '8%')
  await expect.poll(async () => planning.value(dialog.getByTestId('forecast-present'))).toBeLessThan(total)
  await expect(dialog.getByRole('img', { name: 'Monthly cost by category' })).toBeVisible()
})
