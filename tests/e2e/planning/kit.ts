import { expect, type Locator, type Page } from '@playwright/test'
import { test as base, type SheetPage } from '../sheet/kit.ts'

/** The dialogs of planning, as a person uses them. */
export class PlanningPage {
  readonly sheet: SheetPage
  readonly page: Page
  constructor(sheet: SheetPage) {
    this.sheet = sheet
    this.page = sheet.page
  }

  /** Opens a dialog by its command in the palette. */
  async open(command: string, title: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('dialog').getByRole('combobox').fill(command)
    await this.page.getByRole('option', { name: command }).first().click()
    const dialog = this.page.getByRole('dialog', { name: title })
    await expect(dialog).toBeVisible()
    return dialog
  }

  hour(day: number, hour: number): Locator {
    return this.page.locator(`[data-spot="${String(day)}-${String(hour)}"]`)
  }

  /** The exact value of a field that shows a number. */
  async value(figure: Locator): Promise<number> {
    await expect(figure).toHaveAttribute('data-value', /./)
    return Number(await figure.getAttribute('data-value'))
  }

  /** Types into a field and hands the text over. */
  async enter(field: Locator, text: string): Promise<void> {
    await field.fill(text)
    await field.press('Enter')
  }

  /** Selects a row, so that the inspector shows it. */
  async inspect(row: string): Promise<Locator> {
    await this.sheet.click(row, 'name')
    const article = this.page.getByRole('article', { name: row, exact: true })
    await expect(article).toBeVisible()
    return article
  }
}

export const test = base.extend<{ planning: PlanningPage }>({
  planning: async ({ sheet }, use) => {
    await use(new PlanningPage(sheet))
  },
})

export { expect } from '@playwright/test'
