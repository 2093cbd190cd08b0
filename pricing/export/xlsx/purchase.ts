import type { PurchaseShare } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import { chosen, isMet, sharePrice } from '#pricing/calculator/prices.ts'
import type { ChargeProgram } from '#pricing/calculator/program.ts'
import { sustainedFor } from '#pricing/calculator/shares.ts'
import type { ChargeEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import { numberValue, shareField } from '#pricing/calculator/values.ts'
import type { Design, RowDraft } from './design.ts'
import { textOrNone } from './design.ts'
import { sayDeclared } from './inputs.ts'
import { addLine, computed, here, nextLine, range, there } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { inCurrency } from './steps.ts'
import { sayField } from './translate.ts'
import type { Reading } from './translate.ts'

/** What takes a charge from its list price to what is paid, as parts of formulas; null where nothing does. */
export type Bought = { readonly saved: string | null; readonly savedValue: number; readonly upfront: string | null; readonly note: string }

export const nothingBought: Bought = { saved: null, savedValue: 0, upfront: null, note: '' }

/** A number of the calculator may differ from ours in its last digits. */
const close = 1e-6

type At = { readonly line: number; readonly estimate: ChargeEstimate; readonly isOwnPrice: boolean; readonly reading: Reading }

/** Writes how a charge's hours are bought, a line for each share, and what running on saves. */
export function addBought(charge: ChargeProgram, row: RowDraft, at: At): Bought {
  if (!('compute' in charge.charge)) return nothingBought
  const { purchase } = row.design.sheets
  const from = nextLine(purchase)
  const commitments = at.estimate.discounts.filter(({ kind }) => kind === 'commitment')
  for (const [index, share] of row.component.purchase.entries()) addShare(share, commitments[index], charge, row, at)
  const shares = nextLine(purchase)
  addSustained(charge, row, at, [from, shares - 1])
  const last = nextLine(purchase) - 1
  if (last < from) return nothingBought
  const saved = `SUM(${range(purchase, 'saved', from, last)})`
  const covered = range(purchase, 'coverage', from, shares - 1)
  const isChecked = shares > from
  return {
    saved: isChecked ? `IF(OR(MIN(${covered})<0,SUM(${covered})>1.000000000001),VALUE("the shares are not 0 to 100%"),${saved})` : saved,
    savedValue: savedValue(at.estimate),
    upfront: isChecked ? `SUM(${range(purchase, 'upfront', from, shares - 1)})` : null,
    note: '',
  }
}

/** Saved against list, before what is negotiated comes off. */
function savedValue({ discounts }: ChargeEstimate): number {
  const keep = keptOf(discounts)
  const amounts = discounts.filter(({ kind }) => kind === 'commitment' || kind === 'sustained').map(({ amount }) => amount)
  return keep === 0 ? 0 : amounts.reduce((sum, amount) => sum + amount / keep, 0)
}

/** Share of list that is paid after the negotiated steps. */
export function keptOf(discounts: readonly DiscountLine[]): number {
  return discounts.filter(({ kind }) => kind === 'negotiated').reduce((keep, { share }) => keep * (1 - share), 1)
}

function addShare(share: PurchaseShare, line: DiscountLine | undefined, charge: ChargeProgram, row: RowDraft, at: At): void {
  const { design, component, program } = row
  const { purchase, charges } = design.sheets
  const { perUsd } = design.report.settings.currency
  const number = nextLine(purchase)
  const [coverage, off, price] = [here(purchase, 'coverage', number), here(purchase, 'off', number), here(purchase, 'price', number)]
  const [hours, list] = [there(charges, 'quantity', at.line), there(charges, 'price', at.line)]
  const covered = sayField(share.coverage, shareField, valueOf(line?.share), at.reading)
  const common = { scenario: design.report.scenario, component: component.name, charge: charge.charge.label, coverage: covered.cell }
  const value = line === undefined ? '#N/A' : savedOf(line, at.estimate)
  if (share.discount !== undefined) {
    const discount = sayField(share.discount, shareField, valueOf(offOf(line, at.estimate)), at.reading)
    const isChecked = discount.isFormula
    const saved = `${hours}*${coverage}*${list}*${off}`
    const formula = isChecked ? `IF(AND(${off}>=0,${off}<=1),${saved},VALUE("the discount is not 0 to 100%"))` : saved
    addLine(purchase, {
      ...common,
      how: line?.label ?? 'Bought otherwise',
      off: discount.cell,
      saved: computed(formula, value),
      upfront: 0,
    })
    return
  }
  const found = sharePrice(
    share,
    chosen(component, program.declaration, 'size'),
    component,
    program.declaration,
    design.report.context.book,
  )
  if (!found.ok) {
    const note = `${found.unknown.message} ${found.unknown.fix}`
    addLine(purchase, { ...common, how: 'Price not known', saved: computed('NA()', '#N/A'), upfront: 0, note })
    return
  }
  const { hours: month } = design
  const upfront = `${hours}*${coverage}/${month.text}*${here(purchase, 'upfrontUnit', number)}`
  const quantity = at.estimate.quantity
  addLine(purchase, {
    ...common,
    how: found.label,
    price: inCurrency(design, found.hourly),
    saved: computed(`${hours}*${coverage}*(${list}-${price})`, value),
    upfrontUnit: found.upfront === 0 ? null : inCurrency(design, found.upfront),
    upfront:
      found.upfront === 0
        ? 0
        : computed(
            upfront,
            line === undefined || quantity === null
              ? '#N/A'
              : ((quantity * line.share) / design.report.settings.month.hours) * found.upfront * perUsd,
          ),
    note: textOrNone(found.source === null ? '' : `${found.source.sku}, ${found.source.asOf}, ${found.source.source}`),
  })
}

function valueOf(number: number | undefined): Value {
  return number === undefined
    ? { kind: 'unknown', unknown: { reason: 'empty', message: 'Not known.', fix: 'Type a share.' } }
    : numberValue(number)
}

function savedOf(line: DiscountLine, { discounts }: ChargeEstimate): number {
  const keep = keptOf(discounts)
  return keep === 0 ? 0 : line.amount / keep
}

/** The discount of a share whose discount was typed. */
function offOf(line: DiscountLine | undefined, estimate: ChargeEstimate): number | undefined {
  if (line === undefined || estimate.quantity === null) return undefined
  const base = estimate.quantity * line.share * (estimate.tiers[0]?.price ?? 0)
  return base === 0 ? 0 : savedOf(line, estimate) / base
}

/** Each further quarter of the month costs less, on the hours that no share covers. */
function addSustained(charge: ChargeProgram, row: RowDraft, at: At, [from, to]: readonly [number, number]): void {
  const { design, component, program } = row
  const { purchase, charges } = design.sheets
  const sustained = sustainedFor(charge, component, program.declaration, at.isOwnPrice)
  if (sustained === null) return
  const number = nextLine(purchase)
  const line = at.estimate.discounts.find(({ kind }) => kind === 'sustained')
  const share = sayDeclared(sustained.share, row.names)
  const run = row.numbers(sustained.share)
  const month = here(purchase, 'price', number)
  const steps = sustained.curve.slice(1).map((price, at) => `MAX(0,MIN(MIN(${month},1)-${(at + 1) / 4},0.25))*${1 - price}`)
  const off = `IF(${month}>0,(${steps.join('+')})/MIN(${month},1),0)`
  const rest = to < from ? '' : `*MAX(0,1-SUM(${range(purchase, 'coverage', from, to)}))`
  const formula = `${there(charges, 'quantity', at.line)}${rest}*${there(charges, 'price', at.line)}*${here(purchase, 'off', number)}`
  addLine(purchase, {
    scenario: design.report.scenario,
    component: component.name,
    charge: charge.charge.label,
    how: 'Sustained use; the price column has the share of the month that each machine runs',
    price: share === null ? run : computed(share.text, run ?? '#N/A'),
    off: computed(off, line?.share ?? '#N/A'),
    saved: computed(formula, line === undefined ? '#N/A' : savedOf(line, at.estimate)),
  })
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

/** Whether what this sheet says of a charge is what the calculator says. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= close + close * Math.abs(b)
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
