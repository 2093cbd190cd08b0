import { expect } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { test as base, type SheetPage } from '../sheet/kit.ts'

/** The tabs at the foot of the window, as a person uses them. */
export class TabsPage {
  readonly sheet: SheetPage
  constructor(sheet: SheetPage) {
    this.sheet = sheet
  }

  tab(name: string | RegExp): Locator {
    return this.sheet.page.getByRole('tab').filter({ has: this.sheet.page.locator('.tab-bar-name').getByText(name, { exact: true }) })
  }

  /** Adds a scenario on the base under this name. */
  async add(name: string): Promise<void> {
    await this.sheet.page.getByRole('button', { name: 'Add a scenario on the base' }).click()
    await this.name(name)
  }

  /** Types the name into the tab that is being renamed. */
  async name(name: string): Promise<void> {
    const field = this.sheet.page.locator('.tab-bar-input')
    await field.fill(name)
    await field.press('Enter')
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true')
  }

  async menu(name: string, item: string | RegExp): Promise<void> {
    await this.tab(name).click({ button: 'right' })
    await this.sheet.page.getByRole('menuitem', { name: item }).click()
  }

  async names(): Promise<readonly string[]> {
    return this.sheet.page.locator('.tab-bar-tab .tab-bar-name').allTextContents()
  }

  /** The exact total a tab shows; waits until it is added up. */
  async total(name: string): Promise<number> {
    const total = this.tab(name).locator('.tab-bar-total:not([data-stale])')
    await expect(total).toHaveAttribute('data-value', /./)
    return Number(await total.getAttribute('data-value'))
  }

  async shown(): Promise<string> {
    return (await this.sheet.page.locator('.tab-bar-tab[aria-selected="true"] .tab-bar-name').textContent()) ?? ''
  }
}

export const test = base.extend<{ tabs: TabsPage }>({
  tabs: async ({ sheet }, use) => {
    await use(new TabsPage(sheet))
  },
})

export { expect } from '@playwright/test'
