import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { openExample, selectRow } from './kit.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the panels pass the accessibility rules in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openExample(page, 'Image classification')
    await selectRow(page, 'API servers')
    await page.getByRole('button', { name: 'Reserve or use spot' }).click()
    await page.getByRole('listitem', { name: 'instances', exact: true }).getByText('assumed').click()
    await page.evaluate(await sourceOf(axe))
    const violations = await page.evaluate(async () => {
      const found = await window.axe.run({ include: [['.inspector'], ['.drivers'], ['.band']] })
      return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)
    })
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

async function sourceOf(file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(file, 'utf8')
}

declare global {
  interface Window {
    readonly axe: { run(context: unknown): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> }
  }
}
