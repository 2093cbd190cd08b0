import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { openExample, selectRow } from './kit.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Runs in the page: what the rules find wrong in the panels, with the elements. */
const AUDIT = `axe
  .run({ include: [['.inspector'], ['.drivers'], ['.band']] })
  .then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')))`

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the panels pass the accessibility rules in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openExample(page, 'Image classification')
    await selectRow(page, 'API servers')
    await page.getByRole('button', { name: 'Reserve or use spot' }).click()
    await page.getByRole('listitem', { name: 'instances', exact: true }).getByText('assumed').click()
    await page.evaluate(await readFile(axe, 'utf8'))
    const violations = await page.evaluate<string[]>(AUDIT)
    expect(violations).toEqual([])
  })
}

test('in a small window the inspector and the drivers can still be reached and read', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await page.goto('/')
  await page
    .locator('.start-template')
    .filter({ has: page.getByText('Image classification', { exact: true }) })
    .click()
  await expect(page.getByTestId('total-monthly')).toBeInViewport()
  await expect(page.getByTestId('budget-meter')).toBeInViewport()
  await page.getByRole('gridcell', { name: 'API servers', exact: true }).first().click()
  await page.getByRole('button', { name: /inspector/i }).click()
  const inspector = page.getByTestId('inspector')
  await expect(inspector.getByTestId('row-monthly')).toBeInViewport()
  expect(await inspector.evaluate((panel) => panel.scrollWidth <= panel.clientWidth)).toBe(true)
})
