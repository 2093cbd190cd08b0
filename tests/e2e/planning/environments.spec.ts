import { expect, test } from './kit.ts'

test.beforeEach(async ({ sheet }) => {
  await sheet.openTemplate('A million predictions')
})

test('dev is made by a template, previewed before it is applied, and stands in the sheet as one step', async ({ planning, sheet }) => {
  const rows = (await sheet.column('name')).length
  const dialog = await planning.open('Environments…', 'Environments')
  await dialog.getByRole('button', { name: 'Add environment' }).click()
  await dialog.getByRole('button', { name: /^dev: one small instance/ }).click()
  const base = await planning.value(dialog.getByTestId('subtotal-prod'))
  // Without rules it costs what its base does; the preview follows when the person pauses.
  await expect.poll(() => planning.value(dialog.getByTestId('subtotal-dev'))).toBeLessThan(base)
  expect(await planning.value(dialog.getByTestId('subtotal-dev'))).toBeGreaterThan(0)
  await expect(dialog.getByRole('table', { name: 'Rows of dev' })).toContainText('Mon-Fri 08-18 = 100 %, else 0')
  expect((await sheet.column('name')).length).toBe(rows)
  // A draft is not thrown away by a key: the first Escape asks, the second one goes on editing.
  const question = dialog.getByRole('alertdialog', { name: 'What you changed in dev is not applied yet.' })
  await planning.page.keyboard.press('Escape')
  await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await planning.page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Add environment' }).click()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await expect.poll(async () => sheet.column('name')).toContain('API servers · dev')
  expect(await sheet.text('API servers · dev', 'count')).toBe('1')
  await planning.page.keyboard.press('Control+z')
  await expect.poll(async () => (await sheet.column('name')).length).toBe(rows)
})

test('rules are written by hand: half of the servers, without the monitoring; the inspector says which rule set what', async ({
  planning,
  sheet,
}) => {
  const dialog = await planning.open('Environments…', 'Environments')
  await dialog.getByRole('button', { name: 'Add environment' }).click()
  await planning.enter(dialog.getByLabel('Name of the environment'), 'staging')
  await dialog.getByRole('button', { name: 'Add a rule' }).click()
  await dialog.getByLabel('What rule 1 is about').selectOption({ label: 'Row API servers' })
  await dialog.getByLabel('Set more by rule 1').selectOption({ label: 'Instances' })
  await planning.enter(dialog.getByLabel('Instances by rule 1'), '=base / 2')
  await dialog.getByRole('button', { name: 'Add a rule' }).click()
  await dialog.getByLabel('What rule 2 is about').selectOption({ label: 'Row Monitoring' })
  await dialog.getByLabel('What rule 2 does').selectOption('leave')
  await expect(dialog.locator('.environment-left-out')).toContainText('Monitoring')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await expect.poll(async () => sheet.column('name')).toContain('API servers · staging')
  expect(await sheet.column('name')).not.toContain('Monitoring · staging')
  expect(await sheet.value('API servers · staging', 'count')).toBe('2')
  const article = await planning.inspect('API servers · staging')
  await expect(article.getByRole('region', { name: 'Made by rules' })).toContainText('Made from API servers by the rules of staging')
  await expect(article.getByRole('list', { name: 'Set by rules' })).toContainText('rule 1')
  await article.getByRole('button', { name: 'Open the rules…' }).click()
  await expect(dialog.getByLabel('Name of the environment')).toHaveValue('staging')
  // A name that another one has is refused where it is typed, and nothing is shown added to the other's.
  await dialog.getByRole('button', { name: 'Add environment' }).click()
  await planning.enter(dialog.getByLabel('Name of the environment'), 'Staging')
  await expect(dialog.getByRole('alert')).toContainText('Staging')
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await expect(dialog.getByRole('table')).toHaveCount(0)
})

test('the sheet is grouped by environment, by category and by cloud, each with its subtotal', async ({ planning, sheet }) => {
  const { page } = planning
  const choose = async (command: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(command)
    await page.getByRole('option', { name: command }).first().click()
  }
  await choose('Group the rows by category')
  await expect.poll(async () => sheet.column('name')).toContain('Compute')
  const compute = Number(await sheet.value('Compute', 'monthly'))
  expect(compute).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Plan' }).click()
  await page.getByRole('menuitemradio', { name: 'Cloud' }).click()
  await expect.poll(async () => sheet.column('name')).toContain('AWS')
  await choose('Group the rows by group')
  await expect.poll(async () => sheet.column('name')).not.toContain('AWS')
})
