import type { PurchaseShare } from '#shared/document/types.ts'
import { chosen, sharePrice } from '#pricing/calculator/prices.ts'
import type { ChargeProgram } from '#pricing/calculator/program.ts'
import { savedBy, sustainedBy, sustainedFor, uncovered, upfrontOf, usefulRate } from '#pricing/calculator/shares.ts'
import type { HourRate } from '#pricing/calculator/shares.ts'
import type { ChargeEstimate } from '#pricing/calculator/types.ts'
import { shareField } from '#pricing/calculator/values.ts'
import type { RowDraft } from './design.ts'
import { textOrNone } from './design.ts'
import { sayDeclared } from './inputs.ts'
import { addLine, computed, here, nextLine, range, setLine, keepLine, there } from './sheet.ts'
import { sayLost } from './spot.ts'
import type { Lost } from './spot.ts'
import { inCurrency } from './steps.ts'
import { sayField } from './translate.ts'
import type { Reading, Said } from './translate.ts'

/**
 * What takes a charge from its list price to what is paid, as parts of formulas; null where nothing does. `savedValue`: what they come to,
 * from their parts and not from the calculator's figure, so that the two can be compared.
 */
export type Bought = { readonly saved: string | null; readonly savedValue: number; readonly upfront: string | null }

export const nothingBought: Bought = { saved: null, savedValue: 0, upfront: null }

/** A number of the calculator may differ from ours in its last digits. */
const close = 1e-6

type At = { readonly line: number; readonly estimate: ChargeEstimate; readonly isOwnPrice: boolean; readonly reading: Reading }

/** What a share covers of the charge's hours, 0 to 1, and saves in the workbook's currency; NaN where nobody knows. */
type Taken = { readonly coverage: number; readonly saved: number }

/** Writes how a charge's hours are bought, a line for each share, and what running on saves. */
export function addBought(charge: ChargeProgram, row: RowDraft, at: At): Bought {
  if (!('compute' in charge.charge)) return nothingBought
  const { purchase } = row.design.sheets
  const from = nextLine(purchase)
  const taken = row.component.purchase.map((share) => addShare(share, charge, row, at))
  const shares = nextLine(purchase)
  const coverage = taken.reduce((sum, one) => sum + one.coverage, 0)
  const sustained = addSustained(charge, row, at, { from, to: shares - 1, coverage })
  const last = nextLine(purchase) - 1
  if (last < from) return nothingBought
  const saved = `SUM(${range(purchase, 'saved', from, last)})`
  const covered = range(purchase, 'coverage', from, shares - 1)
  const isChecked = shares > from
  return {
    saved: isChecked ? `IF(OR(MIN(${covered})<0,SUM(${covered})>1.000000000001),VALUE("the shares are not 0 to 100%"),${saved})` : saved,
    savedValue: taken.reduce((sum, one) => sum + one.saved, sustained),
    upfront: isChecked ? `SUM(${range(purchase, 'upfront', from, shares - 1)})` : null,
  }
}

/** A share while its line is written: its cells, what it covers, and what spot loses of it. */
type Share = { readonly number: number; readonly covered: Said; readonly coverage: number; readonly lost: Lost | null }

function addShare(share: PurchaseShare, charge: ChargeProgram, row: RowDraft, at: At): Taken {
  const { purchase } = row.design.sheets
  const number = keepLine(purchase)
  const value = at.reading.value(share.coverage, shareField)
  const covered = sayField(share.coverage, shareField, value, at.reading)
  const coverage = value.kind === 'number' ? value.value : Number.NaN
  const draft: Share = { number, covered, coverage, lost: sayLost(share, row, number, at.reading) }
  return share.discount === undefined ? addPriced(share, draft, charge, row, at) : addTyped(share, share.discount, draft, charge, row, at)
}

/** A share whose discount was typed on the row. */
function addTyped(share: PurchaseShare, text: string, draft: Share, charge: ChargeProgram, row: RowDraft, at: At): Taken {
  const { purchase, charges } = row.design.sheets
  const { number, lost } = draft
  const [coverage, off] = [here(purchase, 'coverage', number), here(purchase, 'off', number)]
  const [hours, list] = [there(charges, 'quantity', at.line), there(charges, 'price', at.line)]
  const value = at.reading.value(text, shareField)
  const discount = sayField(text, shareField, value, at.reading)
  const useful = lost === null ? off : `(1-(1-${off})*(1+${here(purchase, 'lost', number)}))`
  const saved = `${hours}*${coverage}*${list}*${useful}`
  const formula = discount.isFormula ? `IF(AND(${off}>=0,${off}<=1),${saved},VALUE("the discount is not 0 to 100%"))` : saved
  const taken = takenBy(draft, { off: value.kind === 'number' ? value.value : Number.NaN }, at)
  setLine(purchase, number, {
    ...commonCells(draft, charge, row),
    how: share.kind === 'spot' ? 'Spot' : 'Reserved',
    off: discount.cell,
    saved: computed(formula, shown(taken.saved)),
    upfront: 0,
    note: textOrNone(discount.note),
  })
  return taken
}

/** A share at a price of the book. */
function addPriced(share: PurchaseShare, draft: Share, charge: ChargeProgram, row: RowDraft, at: At): Taken {
  const { design, component, program } = row
  const { purchase, charges } = design.sheets
  const { number, coverage, lost } = draft
  const size = chosen(component, program.declaration, 'compute' in charge.charge ? charge.charge.compute : 'size')
  const found = sharePrice(share, size, component, program.declaration, design.report.context.book)
  if (!found.ok) {
    const note = `${found.unknown.message} ${found.unknown.fix}`
    setLine(purchase, number, {
      ...commonCells(draft, charge, row),
      how: 'Price not known',
      saved: computed('NA()', '#N/A'),
      upfront: 0,
      note,
    })
    return { coverage, saved: Number.NaN }
  }
  const { perUsd } = design.report.settings.currency
  const taken = takenBy(draft, { hourly: found.hourly * perUsd }, at)
  const cell = (key: 'coverage' | 'price' | 'upfrontUnit' | 'lost') => here(purchase, key, number)
  const [hours, list] = [there(charges, 'quantity', at.line), there(charges, 'price', at.line)]
  const useful = lost === null ? cell('price') : `${cell('price')}*(1+${cell('lost')})`
  const monthHours = design.report.settings.month.hours
  const upfront = upfrontOf(at.estimate.quantity ?? Number.NaN, coverage, found.upfront * perUsd, monthHours)
  setLine(purchase, number, {
    ...commonCells(draft, charge, row),
    how: found.label,
    price: inCurrency(design, found.hourly),
    saved: computed(`${hours}*${cell('coverage')}*(${list}-${useful})`, shown(taken.saved)),
    upfrontUnit: found.upfront === 0 ? null : inCurrency(design, found.upfront),
    upfront: found.upfront === 0 ? 0 : computed(`${hours}*${cell('coverage')}/${design.hours.text}*${cell('upfrontUnit')}`, shown(upfront)),
    note: textOrNone(found.source === null ? '' : `${found.source.sku}, ${found.source.asOf}, ${found.source.source}`),
  })
  return taken
}

function commonCells({ covered, lost }: Share, charge: ChargeProgram, { design, component }: RowDraft) {
  const { scenario } = design.report
  return { scenario, component: component.name, charge: charge.charge.label, coverage: covered.cell, ...lost?.cells }
}

/** What a share saves at the rate it has, less what spot loses. */
function takenBy({ coverage, lost }: Share, rate: HourRate, { estimate }: At): Taken {
  const price = estimate.tiers[0]?.price ?? Number.NaN
  return { coverage, saved: savedBy(estimate.quantity ?? Number.NaN, price, coverage, usefulRate(rate, lost?.value ?? 0)) }
}

/** A number that nobody knows as a cell shows it. */
function shown(number: number): number | string {
  return Number.isNaN(number) ? '#N/A' : number
}

type Covered = { readonly from: number; readonly to: number; readonly coverage: number }

/** Each further quarter of the month costs less, on the hours that no share covers; answers what that saves. */
function addSustained(charge: ChargeProgram, row: RowDraft, at: At, { from, to, coverage }: Covered): number {
  const { design, component, program } = row
  const { purchase, charges } = design.sheets
  const sustained = sustainedFor(charge, component, program.declaration, at.isOwnPrice)
  if (sustained === null) return 0
  const number = nextLine(purchase)
  const share = sayDeclared(sustained.share, row)
  const run = row.numbers(sustained.share)
  const month = here(purchase, 'price', number)
  const steps = sustained.curve.slice(1).map((price, at) => `MAX(0,MIN(MIN(${month},1)-${(at + 1) / 4},0.25))*${1 - price}`)
  const off = `IF(${month}>0,(${steps.join('+')})/MIN(${month},1),0)`
  const rest = to < from ? '' : `*MAX(0,1-SUM(${range(purchase, 'coverage', from, to)}))`
  const formula = `${there(charges, 'quantity', at.line)}${rest}*${there(charges, 'price', at.line)}*${here(purchase, 'off', number)}`
  const { quantity, tiers } = at.estimate
  const left = uncovered(quantity ?? Number.NaN, coverage)
  const saves = sustainedBy(left, tiers[0]?.price ?? Number.NaN, sustained.curve, run ?? Number.NaN)
  addLine(purchase, {
    scenario: design.report.scenario,
    component: component.name,
    charge: charge.charge.label,
    how: 'Sustained use; the price column has the share of the month that each machine runs',
    price: share === null ? run : computed(share.text, run ?? '#N/A'),
    off: computed(off, shown(saves.off)),
    saved: computed(formula, shown(saves.amount)),
  })
  return saves.amount
}

/** Whether what this sheet says of a charge is what the calculator says. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= close + close * Math.abs(b)
}
