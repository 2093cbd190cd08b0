import { discountWords } from '#pricing/analysis/discount-words.ts'
import type { MoveReason, PricePoint, RowMove } from '#pricing/catalog/library.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import type { TableCell, TableColumn, TableSource } from '#renderer/ui/table-types.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'

export const repriceColumns: readonly TableColumn[] = [
  { id: 'name', label: 'Row', width: 190, pinned: true },
  { id: 'service', label: 'Service', width: 150 },
  { id: 'region', label: 'Region', width: 110 },
  { id: 'before', label: 'Before', width: 104, numeric: true },
  { id: 'after', label: 'After', width: 104, numeric: true },
  { id: 'amount', label: 'Difference', width: 110, numeric: true },
  { id: 'why', label: 'Why', width: 420, flex: 1 },
]

/** Rows in the order of the sheet. */
export function repriceSource(rows: readonly RowMove[], printer: Printer, services: WorkspaceState['services']): TableSource {
  return {
    count: rows.length,
    rowAt: (position) => position,
    cell: (at, column) => {
      const row = rows[at]
      return row === undefined ? { text: '' } : cell(row, column, printer, services)
    },
  }
}

function cell(row: RowMove, column: string, printer: Printer, services: WorkspaceState['services']): TableCell {
  switch (column) {
    case 'name':
      return { text: row.name }
    case 'service':
      return { text: services.get(row.service)?.name ?? row.service, tone: 'muted' }
    case 'region':
      return { text: row.region, tone: 'muted' }
    case 'before':
      return money(row.from, printer)
    case 'after':
      return money(row.to, printer)
    case 'amount':
      // From a price to none, or the other way, is no difference that anybody knows.
      if (!isKnown(row.from) || !isKnown(row.to)) return { text: NOT_KNOWN, value: NaN, tone: 'unknown', tip: noDifference }
      return {
        text: row.amount === 0 ? '' : `${row.amount > 0 ? '+' : ''}${printer.money(row.amount)}`,
        value: row.amount,
        tone: row.amount > 0 ? 'bad' : 'good',
      }
    default: {
      const text = row.reasons.map((reason) => reasonText(reason, printer)).join('; ')
      return { text, tip: text }
    }
  }
}

const noDifference = 'Only one of the books has a price for this row.'

function money(figure: Money, printer: Printer): TableCell {
  if (!isKnown(figure)) return { text: NOT_KNOWN, value: NaN, tone: 'unknown', tip: 'Nothing of this row has a known price.' }
  return { text: printer.money(figure.monthly), value: figure.monthly }
}

/** `Instance hours: $0.0416 (2026-05-12) → $0.05 (2026-11-01)`, in the workbook's currency. */
export function reasonText(reason: MoveReason, printer: Printer): string {
  const point = (one: PricePoint) => pointText(one, printer)
  switch (reason.kind) {
    case 'price':
      return `${reason.charge}: ${point(reason.from)} → ${point(reason.to)} per ${reason.unit}, for ${printer.quantity(reason.quantity, reason.unit)}`
    case 'discount':
      return `${reason.charge}: ${discountWords(reason, { point, percent: printer.share })}`
    case 'follows':
      return `${reason.charge}: follows other rows`
    case 'found':
    case 'lost':
      return `${reason.charge}: ${reason.message}`
  }
}

function pointText({ price, tiers, source }: PricePoint, printer: Printer): string {
  const steps = tiers.length > 1 ? `, ${String(tiers.length)} steps` : ''
  return `${printer.price(price)} (${source.asOf}${steps})`
}
