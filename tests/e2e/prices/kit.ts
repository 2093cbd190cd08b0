import { expect, test as base } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The page of prices as a person uses it. */
export class PricesPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Opens a worked example and its prices from the bar at the top. */
  async openFrom(example: string): Promise<void> {
    await this.openExample(example)
    await this.page.getByRole('button', { name: /^Prices/ }).click()
    await this.listed()
  }

  async openExample(example: string): Promise<void> {
    await this.page.goto('/')
    await this.page
      .locator('.start-template')
      .filter({ has: this.page.getByText(example, { exact: true }) })
      .click()
    await expect(this.page.getByRole('region', { name: 'Summary' })).toBeVisible()
  }

  async listed(): Promise<void> {
    await expect(this.search()).toBeVisible()
    await expect(this.rows().first()).toBeVisible()
  }

  search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search prices' })
  }

  /** Rows that show something; those of the grid that are still empty do not count. */
  rows(): Locator {
    return this.page.locator('.prices-table .ag-row').filter({ has: this.page.locator('.table-cell:not(:empty)') })
  }

  /** A cell by its position from the top and the id of its column. */
  cell(position: number, column: string): Locator {
    return this.page.locator(`.prices-table .ag-row[row-index="${String(position)}"] [col-id="${column}"] .table-cell`)
  }

  async found(text: string): Promise<void> {
    await this.search().fill(text)
  }

  async count(): Promise<number> {
    const text = await this.page.locator('.prices-count').innerText()
    return Number(text.replace(/\D/g, ''))
  }

  filter(name: string): Locator {
    return this.page.getByRole('form', { name: 'Filters' }).getByLabel(name, { exact: true })
  }

  detail(): Locator {
    return this.page.getByRole('region', { name: 'Chosen price' })
  }

  sheet(): Locator {
    return this.page.getByRole('region', { name: 'Sheet' })
  }
}

/** A test with prices; any error or warning of the page or of the grid fails it. */
export const test = base.extend<{ prices: PricesPage }>({
  prices: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('AG Grid')) complaints.push(message.text())
    })
    await use(new PricesPage(page))
    expect(complaints).toEqual([])
  },
})

export { expect } from '@playwright/test'
