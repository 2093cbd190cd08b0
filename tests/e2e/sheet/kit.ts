import { expect, test as base, type Locator, type Page } from '@playwright/test'

/** The sheet as a person uses it: cells by the name of their row and the id of their column. */
export class SheetPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Opens one of the templates of the start page by words of its description. */
  async openTemplate(words: string): Promise<void> {
    await this.page.goto('/')
    await this.page.getByText(words).click()
    await this.page.locator('.sheet .ag-row .sheet-text').first().waitFor()
  }

  async openEmpty(): Promise<void> {
    await this.page.goto('/')
    await this.page.getByRole('button', { name: 'New workbook' }).click()
    await this.page.getByText('Add the first one').waitFor()
  }

  async cell(row: string, column: string): Promise<Locator> {
    const id = await this.page
      .locator('.sheet .ag-row')
      .evaluateAll(
        (rows, name) =>
          rows.find((one) => one.querySelector('[col-id="name"] .sheet-text')?.textContent === name)?.getAttribute('row-id') ?? null,
        row,
      )
    if (id === null) throw new Error(`No row called ${row} is on the screen.`)
    return this.page.locator(`.sheet .ag-row[row-id="${id}"] [col-id="${column}"]`)
  }

  async click(row: string, column: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    await (await this.cell(row, column)).click({ modifiers })
  }

  async text(row: string, column: string): Promise<string> {
    return (await (await this.cell(row, column)).locator('.sheet-text').textContent()) ?? ''
  }

  /** The exact number behind a printed one, or what stands there instead. */
  async value(row: string, column: string): Promise<string | null> {
    return (await this.cell(row, column)).locator('.sheet-cell').getAttribute('data-value')
  }

  /** A column from top to bottom, headings and total included. */
  async column(id: string): Promise<readonly string[]> {
    return this.page.locator('.sheet .ag-row').evaluateAll(
      (rows, column) =>
        rows
          .toSorted(
            (a, b) =>
              Number(a.closest('.ag-grid-pinned-bottom-rows, .ag-floating-bottom') !== null) -
                Number(b.closest('.ag-grid-pinned-bottom-rows, .ag-floating-bottom') !== null) ||
              Number(a.getAttribute('row-index')) - Number(b.getAttribute('row-index')),
          )
          .map((row) => row.querySelector(`[col-id="${column}"] .sheet-text`)?.textContent ?? '')
          .filter((text) => text !== 'Total'),
      id,
    )
  }

  /** `row/column` of the cell typing goes to; throws when the keys would go elsewhere. */
  async active(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.querySelector('.sheet .sheet-active')
      if (cell === null || cell !== document.activeElement) return 'the keys are not on the active cell'
      return `${cell.closest('.ag-row')?.querySelector('[col-id="name"] .sheet-text')?.textContent ?? ''}/${cell.getAttribute('col-id') ?? ''}`
    })
  }

  async selected(): Promise<number> {
    return this.page.locator('.sheet [aria-selected="true"]').count()
  }

  formulaBar(): Locator {
    return this.page.getByRole('combobox', { name: 'Formula bar' })
  }

  editor(): Locator {
    return this.page.locator('.sheet-editor input')
  }

  async type(row: string, column: string, text: string): Promise<void> {
    await this.click(row, column)
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
    await expect(this.editor()).toHaveCount(0)
  }

  async setClipboard(text: string): Promise<void> {
    await this.page.evaluate((put) => navigator.clipboard.writeText(put), text)
  }

  async paste(): Promise<void> {
    await this.page.keyboard.press('Control+v')
  }

  async statistic(name: string): Promise<string | null> {
    return this.page.locator(`[data-statistic="${name}"]`).getAttribute('data-value')
  }
}

/** A test with a sheet; any error or warning of the page or of AG Grid fails it. */
export const test = base.extend<{ sheet: SheetPage }>({
  sheet: async ({ page, context }, use) => {
    const complaints: string[] = []
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('AG Grid')) complaints.push(message.text())
    })
    await use(new SheetPage(page))
    expect(complaints).toEqual([])
  },
})

export { expect } from '@playwright/test'
