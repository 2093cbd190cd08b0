import type { PriceSource } from '#pricing/catalog/types.ts'
import type { ExportMeta } from '../meta.ts'
import { factsOf } from '../facts.ts'
import type { Report } from '../report.ts'
import type { Design } from './design.ts'
import type { Sheets } from './layout.ts'
import { addLine, here, keepLine, nextLine } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { amountsOf, totalOf } from './subtotals.ts'
import type { Span } from './subtotals.ts'
import { isFixedValue } from './translate.ts'
import { followedBy } from './unknown.ts'

/** The first sheet: what each scenario costs, what the figures rest on, and where to change them. */
export function addSummary(sheets: Sheets, designs: readonly { readonly design: Design; readonly span: Span }[], meta: ExportMeta): void {
  const { summary } = sheets
  const first = designs[0]?.design.report
  if (first === undefined) return
  for (const { design, span } of designs) {
    const { total } = design.report.estimate
    const line = nextLine(summary)
    const monthly = here(summary, 'monthly', line)
    addLine(
      summary,
      {
        what: first.settings.name,
        first: design.report.scenario,
        ...amountsOf(
          (key) => here(summary, key, line),
          (key) => totalOf(design, span, key),
          total,
        ),
        annual: followedBy(monthly, `${monthly}*12`, total.monthly * 12, total),
      },
      'total',
    )
  }
  keepLine(summary)
  for (const [what, says] of factsOf(first, meta)) addLine(summary, { what, first: says })
  keepLine(summary)
  addLine(summary, {
    what: 'How to use it',
    first:
      'Change a value on the sheet Drivers or Inputs: charges, subtotals, budgets and totals follow. #N/A is a number nobody has given yet; an amount of which nothing is known says unknown, and every sum counts what it leaves out.',
  })
  const fixed = fixedLines(sheets)
  if (fixed > 0)
    addLine(summary, {
      what: 'Fixed values',
      first: `${fixed} ${fixed === 1 ? 'line does' : 'lines do'} not follow a change, because Excel cannot; their notes say so. Export again after a change.`,
    })
  if (first.settings.note !== '') addLine(summary, { what: 'Note', first: first.settings.note })
}

/** Lines of drivers, inputs and charges with a value that does not follow. */
function fixedLines({ drivers, inputs, charges }: Sheets): number {
  const says = (cell: Cell) => typeof cell === 'string' && cell.endsWith(isFixedValue)
  return [drivers, inputs, charges].reduce((sum, { lines }) => sum + lines.filter((line) => says(line.at(-1) ?? null)).length, 0)
}

export function addProblems({ problems }: Sheets, { scenario, problems: found }: Report): void {
  for (const { severity, at, code, message, fix } of found) addLine(problems, { scenario, severity, at, code, message, fix })
}

/** Every price that a figure stands on, once. */
export function addSources({ sources }: Sheets, reports: readonly Report[]): void {
  const seen = new Set<string>()
  for (const price of pricesOf(reports)) {
    if (seen.has(price.sku + price.book)) continue
    seen.add(price.sku + price.book)
    const { sku, book, asOf, source, note, derived } = price
    addLine(sources, {
      sku,
      book,
      asOf,
      source,
      note: [derived ? 'computed from other figures' : '', note].filter((part) => part !== '').join('; ') || null,
    })
  }
}

/** Most charges share the very price that another has. */
function pricesOf(reports: readonly Report[]): ReadonlySet<PriceSource> {
  const found = new Set<PriceSource>()
  for (const { estimate } of reports)
    for (const { charges } of estimate.components)
      for (const { price, discounts } of charges) {
        if (price !== null) found.add(price)
        for (const discount of discounts) if (discount.price !== undefined) found.add(discount.price)
      }
  return found
}
