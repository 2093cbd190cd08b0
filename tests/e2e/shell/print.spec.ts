import { expect, test, type Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'

/** A workbook of `groups` groups of `rows` rows each, opened as a file. */
async function openRows(page: Page, groups: number, rows: number): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto('/')
  const components = Array.from({ length: groups * rows }, (_, index) => ({
    id: `r${index}`,
    name: `Row ${index}`,
    service: 'general.flat',
    group: `Group ${Math.floor(index / rows)}`,
    inputs: { monthly: '5' },
  }))
  const budgets = [{ id: 'b', scope: 'total', monthly: 10_000, warnAt: '80%' }]
  const text = JSON.stringify({ format: 'skytally', version: 1, name: 'Everything', components, budgets })
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…' }).click()
  await (await chosen).setFiles({ name: 'all.skytally', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(page.getByTestId('total-monthly')).toHaveAttribute('data-value', String(5 * groups * rows))
}

/** Pages of a PDF: each is an object of its own. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('Ctrl+P prints every row, light, under a head with name, prices, date, total and budgets', async ({ page }) => {
  await openRows(page, 5, 60)
  await page.emulateMedia({ colorScheme: 'dark' })
  // What the page holds at the moment it is taken to paper.
  await page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
      const paper = document.querySelector('.print')
      Object.assign(window, {
        printed: {
          head: paper?.querySelector('header')?.textContent,
          rows: paper?.querySelectorAll('tr[data-kind="component"]').length,
          total: paper?.querySelector('.printed-total')?.textContent,
          groups: paper?.querySelectorAll('tbody').length,
        },
      })
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await page.keyboard.press('Control+p')
  const printed = await page.evaluate(
    () => (window as unknown as { printed: { head: string; rows: number; total: string; groups: number } }).printed,
  )
  expect(printed.rows).toBe(300)
  expect(printed.groups).toBe(6)
  expect(printed.total).toContain('$1,500.00')
  expect(printed.head).toContain('Everything')
  expect(printed.head).toContain('prices bundled-2026-11')
  expect(printed.head).toContain(String(new Date().getFullYear()))
  expect(printed.head).toContain('$1,500.00')
  expect(printed.head).toContain('Whole workbook: 15% of $10,000, within')
  await expect(page.locator('.print')).toHaveCount(0)
})

test('on paper the window is gone, the paper is white and the rows run over several pages', async ({ page }, info) => {
  await openRows(page, 12, 10)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('.frame')).toBeHidden()
  await expect(page.locator('.print')).toBeVisible()
  expect(await page.locator('.print h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(24, 33, 43)')
  const pdf = await page.pdf({ format: 'A4' })
  await writeFile(info.outputPath('print.pdf'), pdf)
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(3)
  expect(pagesOf(pdf)).toBeLessThanOrEqual(6)
})
