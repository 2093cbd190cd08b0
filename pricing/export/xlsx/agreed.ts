import { isMet, kept, negotiated } from '#pricing/calculator/prices.ts'
import type { Design, RowDraft } from './design.ts'
import { textOrNone } from './design.ts'
import { addLine, there } from './sheet.ts'
import type { Cell } from './sheet.ts'

/** Share of list that is paid on a row after the negotiated steps. */
export function keptOf({ design, component }: RowDraft): number {
  return kept(negotiated(component, design.report.settings))
}

/** The negotiated share of list that is paid on a row, as cells of the sheet Purchase; null where all of it is. */
export function keepFormula(row: RowDraft): string | null {
  const { design, component } = row
  const { adjustments } = design.report.settings.priceBook
  const met = adjustments.flatMap(({ match, percent }, index) =>
    percent !== 0 && isMet(match, component) ? [design.adjustments[index] ?? 0] : [],
  )
  const factors = met.map((line) => `(1-${there(design.sheets.purchase, 'off', line)})`)
  return factors.length === 0 ? null : factors.join('*')
}

/** Writes the negotiated discounts, and answers their lines in the order of the settings. */
export function addAdjustments(design: Pick<Design, 'sheets' | 'report'>): number[] {
  return design.report.settings.priceBook.adjustments.map(({ match, percent, note }) => {
    const off: Cell = -percent / 100
    return addLine(design.sheets.purchase, {
      scenario: design.report.scenario,
      component: match,
      how: 'Negotiated',
      off,
      note: textOrNone(note),
    })
  })
}
