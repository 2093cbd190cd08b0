import { describe, expect, it } from 'vitest'
import type { Money } from '#pricing/calculator/types.ts'
import type { MoveReason, RowMove } from '#pricing/catalog/library.ts'
import { reasonText, repriceSource } from '#renderer/prices/books/reprice-table.ts'
import { beginUpdate, updatingNow } from '#renderer/prices/books/updating.ts'
import { makePrinter } from '#renderer/ui/printer.ts'

const source = { sku: '', book: 'b', asOf: '2026-11-01', source: 'maker', note: '', derived: false }
const point = (price: number) => ({ price, tiers: [{ from: 0, price }], source })
const moved = (from: number, to: number): MoveReason => ({
  kind: 'price',
  charge: 'Requests',
  unit: 'request',
  quantity: 1000,
  from: point(from),
  to: point(to),
  amount: (to - from) * 1000,
})

describe('what another price book moves', () => {
  it('has prices with all their digits, in the workbook’s currency and the person’s locale', () => {
    expect(reasonText(moved(2e-7, 4e-7), makePrinter('en-US', 'USD'))).toContain('$0.0000002 (2026-11-01) → $0.0000004')
    expect(reasonText(moved(2e-7, 4e-7), makePrinter('de-DE', 'EUR'))).toContain('0,0000002\u00a0€ (2026-11-01)')
  })

  it('is not known for a row that only one of the books prices', () => {
    const none: Money = { list: 0, discount: 0, negotiated: 0, monthly: 0, upfront: 0, unknown: 1, problems: 0 }
    const some: Money = { ...none, list: 12, monthly: 12, unknown: 0 }
    const row: RowMove = { id: 'r', name: 'R', service: 's', region: '', from: none, to: some, amount: 12, reasons: [] }
    const table = repriceSource([row], makePrinter('en-US', 'USD'), new Map())
    expect(table.cell(0, 'amount')).toMatchObject({ text: '—', tone: 'unknown' })
  })
})

describe('an update of prices', () => {
  it('that cannot begin ends as a refusal, and does not run for ever', async () => {
    const broken = () => Promise.reject(new Error('no such act'))
    const desktop = { priceAsk: broken, priceRead: broken, priceEnd: broken }
    await beginUpdate(desktop, { clouds: ['aws'], regions: [], googleKey: '', name: 'x' })
    expect(updatingNow()).toMatchObject({ kind: 'refused', refusal: { message: 'The price books of this machine are not open.' } })
  })
})
