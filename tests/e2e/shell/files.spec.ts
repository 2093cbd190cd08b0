import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Without the browser's own file pickers, which no test can press: files come by an input and go to the downloads. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Skytally', exact: true })).toBeVisible()
})

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], called))
      return transfer
    },
    [name, text] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

const example = (name: string) => readFile(`examples/${name}.skytally`, 'utf8')

test('a file is opened, changed, and written back as it was but for the change', async ({ page }) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…' }).click()
  await (await chooser).setFiles('examples/image-classification-flat.skytally')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$298.23')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('59.6')
  await page.getByRole('button', { name: 'Image classification, rules of thumb' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Changed')
  await page.keyboard.press('Enter')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const file = await download
  expect(file.suggestedFilename()).toBe('Changed.skytally')
  const lines = (await readFile(await file.path(), 'utf8')).split('\n')
  const before = (await example('image-classification-flat')).split('\n')
  const changed = before.filter((line) => !lines.includes(line)).map((line) => line.trim())
  expect(changed).toEqual(['"name": "Image classification, rules of thumb",'])
})

test('a file dropped anywhere is opened', async ({ page }) => {
  await drop(page, 'training.skytally', await example('training-run'))
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$143.44')
})

test('a file opened twice is one workbook, also from the start page', async ({ page }) => {
  const again = async () => drop(page, 'training.skytally', await example('training-run'))
  await again()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$143.44')
  await expect(page.getByTestId('save-status')).toContainText('Saved')
  await again()
  await expect(page.getByText('training.skytally is open already.')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('start page')
  await page.keyboard.press('Enter')
  await expect(page.locator('.start-row')).toHaveCount(1)
  await again()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$143.44')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('start page')
  await page.keyboard.press('Enter')
  await expect(page.locator('.start-row')).toHaveCount(1)
})

test('an unreadable file shows where, what and how to mend it, and nothing is lost', async ({ page }) => {
  await page.getByRole('button', { name: /^Inference service/ }).click()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$228.00')
  await drop(page, 'broken.skytally', (await example('inference-service')).replace('"components"', '"componnents"'))
  const dialog = page.getByRole('dialog', { name: 'broken.skytally cannot be opened' })
  await expect(dialog).toContainText('componnents')
  await expect(dialog).toContainText('Did you mean')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await drop(page, 'not.skytally', '{"format": ')
  await expect(page.getByRole('dialog', { name: 'not.skytally cannot be opened' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$228.00')
})

test('a backup copy goes to the downloads and opens as the same workbook', async ({ page }) => {
  await page.getByRole('button', { name: /^Training run/ }).click()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$143.44')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Training run' }).click()
  await page.getByRole('menuitem', { name: 'Save a backup copy' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Training run backup \d{4}-\d\d-\d\d \d\d-\d\d\.skytally$/)
  await drop(page, 'backup.skytally', await readFile(await file.path(), 'utf8'))
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$143.44')
})

test('a workbook is deleted from the start page only after a question', async ({ page }) => {
  await page.getByRole('button', { name: /^Serverless inference/ }).click()
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible()
  await page.getByRole('button', { name: 'Serverless inference' }).click()
  await page.getByRole('menuitem', { name: 'Start page' }).click()
  await page.getByRole('button', { name: 'Delete “Serverless inference”' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.locator('.start-recent')).toContainText('Serverless inference')
  await page.getByRole('button', { name: 'Delete “Serverless inference”' }).click()
  await page.getByRole('button', { name: 'Delete from this machine' }).click()
  await expect(page.locator('.start-recent')).toHaveCount(0)
})
