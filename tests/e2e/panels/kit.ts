import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** Opens the app at one of its worked examples, by the example's title on the start page. */
export async function openExample(page: Page, title: string): Promise<void> {
  await page.goto('/')
  const card = page.locator('.start-template').filter({ has: page.getByText(title, { exact: true }) })
  await card.click()
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Drivers' }).or(page.getByText('A driver is a number with a name'))).toBeVisible()
}

/** Selects a row of the sheet by its name, and waits for the inspector to show it. */
export async function selectRow(page: Page, name: string): Promise<Locator> {
  await page.getByRole('gridcell', { name, exact: true }).first().click()
  const row = page.getByRole('article', { name, exact: true })
  await expect(row).toBeVisible()
  return row
}

/** The exact number behind a printed figure. */
export async function valueOf(figure: Locator): Promise<number> {
  const value = await figure.getAttribute('data-value')
  if (value === null) throw new Error('the figure shows no number')
  return Number(value)
}

/** The exact monthly total above the sheet. */
export function total(page: Page): Promise<number> {
  return valueOf(page.getByTestId('total-monthly'))
}

/** Types into a field and hands the text over with Enter. */
export async function enter(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Enter')
}

/** Fails the test when the page reports an error of its own. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}
