import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { Download, Page } from '@playwright/test'
import { openExample, watchErrors } from '../panels/kit.ts'

async function exported(page: Page, choose: () => Promise<void>): Promise<Download> {
  await page.keyboard.press('ControlOrMeta+Shift+KeyE')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  await choose()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export', exact: true }).click()])
  await expect(dialog).toBeHidden()
  return download
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path())

test('a design leaves as Excel, made in a worker, with the sheet untouched', async ({ page }) => {
  const errors = watchErrors(page)
  await openExample(page, 'Image classification')
  const download = await exported(page, async () => {})
  expect(download.suggestedFilename()).toBe('Image classification.xlsx')
  const bytes = await bytesOf(download)
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  await expect(page.getByText('Exported as Image classification.xlsx.')).toBeVisible()
  expect(errors).toEqual([])
})

test('CSV has the columns on the sheet, for programs or for a spreadsheet', async ({ page }) => {
  await openExample(page, 'Image classification')
  const download = await exported(page, async () => {
    await page.getByLabel('Format').selectOption('csv')
    await page.getByLabel('Written for').selectOption('plain')
    await page.getByLabel('What the figures rest on').uncheck()
  })
  const [header = '', first = ''] = (await bytesOf(download)).toString('utf8').split('\r\n')
  expect(header.startsWith('Component,Service,Region')).toBe(true)
  expect(header).not.toContain('Upfront')
  expect(first.startsWith('Load balancer,Application Load Balancer,us-east-1')).toBe(true)
})

test('the HTML report opens by itself, with its figures, and asks nothing of the network', async ({ page, context }) => {
  await openExample(page, 'Image classification')
  const download = await exported(page, async () =>
    page
      .getByLabel('Format')
      .selectOption('html')
      .then(() => undefined),
  )
  const report = await context.newPage()
  const asked: string[] = []
  report.on('request', (request) => asked.push(request.url()))
  const file = `file://${await download.path()}`
  await report.setContent((await bytesOf(download)).toString('utf8'))
  await expect(report.getByRole('heading', { name: 'Image classification' })).toBeVisible()
  await expect(report.getByText('$253.81').first()).toBeVisible()
  expect(asked.filter((url) => url !== file)).toEqual([])
})

test('the menus of a workbook just opened lead to their dialogs, and closing those leaves everything as it is', async ({
  page,
  context,
}) => {
  await openExample(page, 'Inference service')
  const forecast = async () => {
    await page.getByRole('button', { name: 'Plan', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Forecast…' }).click()
  }
  // With the server away the sheet stays, and what was asked for comes when the server is back, styles and all.
  await context.setOffline(true)
  await forecast()
  await expect(page.getByText('The forecast could not be loaded.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Alt+m')
  await expect(page.getByText('The comparison could not be loaded.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible()
  await context.setOffline(false)
  await forecast()
  await expect(page.locator('.forecast-fields')).toHaveCSS('display', 'flex')
  await page.getByRole('dialog', { name: 'Forecast' }).getByRole('button', { name: 'Close' }).first().click()
  await page.getByRole('button', { name: 'Inference service', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden()
})
