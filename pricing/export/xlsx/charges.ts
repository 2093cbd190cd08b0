import { excelAtom, excelCall } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import { sum } from '#shared/money/index.ts'
import { rounded } from '#pricing/calculator/settle.ts'
import type { ChargeProgram } from '#pricing/calculator/program.ts'
import type { ChargeEstimate } from '#pricing/calculator/types.ts'
import { textOrNone } from './design.ts'
import type { RowDraft } from './design.ts'
import { sayDeclared } from './inputs.ts'
import { listPrice } from './prices.ts'
import type { ListPrice } from './prices.ts'
import { addBought, nothingBought, isSame, keepFormula, keptOf } from './purchase.ts'
import type { Bought } from './purchase.ts'
import { computed, here, keepLine, nextLine, setLine } from './sheet.ts'
import type { Cell, Computed } from './sheet.ts'
import type { Reading } from './translate.ts'

const fixedNote = 'Worked out by the program in a way that Excel cannot follow; the value is fixed.'

/** The formulas of one charge. */
type Sum = { readonly listed: ListPrice; readonly bought: Bought; readonly keep: string | null; readonly discount: ExcelPiece | null }

/** Writes one charge of a row and answers its line. */
export function addCharge(charge: ChargeProgram, estimate: ChargeEstimate, row: RowDraft, reading: Reading): number {
  const { charges } = row.design.sheets
  const line = nextLine(charges)
  keepLine(charges)
  const quantity = sayDeclared(charge.quantity, row.names)
  const units = excelAtom(here(charges, 'quantity', line), quantity?.least ?? 0)
  const listed = listPrice(charge, row, { line, quantity: units, estimate, reading })
  const isOwnPrice = Object.hasOwn(row.component.prices, charge.id)
  const bought = listed?.isMissing === true ? nothingBought : addBought(charge, row, { line, estimate, isOwnPrice, reading })
  const discount = charge.discount === null || listed?.isMissing === true ? null : sayDeclared(charge.discount, row.names)
  const parts = listed === null ? null : { listed, bought, keep: keepFormula(row), discount }
  const isFollowed =
    quantity !== null &&
    parts !== null &&
    (charge.discount === null || discount !== null || parts.listed.isMissing) &&
    agrees(charge, estimate, parts, row)
  const figures = isFollowed ? formulas(parts, units, estimate, row, line) : fixedFigures(estimate)
  listed?.pool?.members.push({ line, quantity: estimate.quantity ?? 0 })
  setLine(charges, line, {
    scenario: row.design.report.scenario,
    component: row.component.name,
    charge: estimate.label,
    quantity:
      quantity === null ? (estimate.quantity ?? computed('NA()', '#N/A')) : computed(quantity.text, estimate.quantity ?? errorOf(estimate)),
    unit: textOrNone(estimate.unit),
    price: listed?.price ?? null,
    pool: listed?.pool?.pooled.key ?? null,
    pooled: listed?.pool === null || listed === null ? null : pooledCell(units, estimate),
    ...sourceOf(estimate),
    ...figures,
    note: textOrNone(isFollowed ? noteOf(estimate, listed?.note ?? '') : fixedNote),
  })
  return line
}

function noteOf({ unknown, problem }: ChargeEstimate, note: string): string {
  const said = problem ?? unknown
  return said === undefined ? note : `${said.message} ${said.fix}`
}

function sourceOf({ price }: ChargeEstimate) {
  return price === null ? {} : { sku: textOrNone(price.sku) }
}

/** Quantities that nobody knows are left out of what a price is shared by. */
function pooledCell(quantity: ExcelPiece, estimate: ChargeEstimate): Computed {
  const counted = quantity.least >= 0 ? quantity.text : `MAX(0,${quantity.text})`
  return computed(`IF(ISNUMBER(${quantity.text}),${counted},0)`, estimate.quantity ?? 0)
}

/** Whether the parts come to what the calculator says; where it knows no cost there is nothing to compare. */
function agrees(charge: ChargeProgram, estimate: ChargeEstimate, { listed, bought, discount }: Sum, row: RowDraft): boolean {
  if (estimate.cost === null || estimate.list === null) return true
  const { rounding } = row.design.report.settings
  const raw = sum(estimate.tiers.map(({ cost }) => cost))
  const declared = discount === null ? 0 : (row.numbers(charge.discount!) ?? Number.NaN)
  const cost = rounded((raw - bought.savedValue - raw * declared) * keptOf(estimate.discounts), rounding)
  const isPriced = typeof listed.price !== 'number' || estimate.tiers.length !== 1 || isSame(listed.price, estimate.tiers[0]!.price)
  return isPriced && isSame(rounded(raw, rounding), estimate.list) && isSame(cost, estimate.cost)
}

function fixedFigures({ list, cost, upfront }: ChargeEstimate) {
  const unknown: Cell = computed('NA()', '#N/A')
  return { list: list ?? unknown, cost: cost ?? unknown, upfront: upfront === 0 ? null : upfront }
}

function formulas({ listed, bought, keep, discount }: Sum, quantity: ExcelPiece, estimate: ChargeEstimate, row: RowDraft, line: number) {
  const { charges } = row.design.sheets
  const isToTheCent = row.design.report.settings.rounding === 'vendor'
  const error = errorOf(estimate)
  const raw = quantity.least >= 0 ? listed.list : `IF(${quantity.text}<0,VALUE("the quantity is below zero"),${listed.list})`
  const cell = (key: 'list' | 'saved' | 'discount' | 'keep') => here(charges, key, line)
  const list = isToTheCent ? raw : cell('list')
  const off = discount === null ? '' : `-${isToTheCent ? `(${raw})` : list}*${cell('discount')}`
  const less = `${bought.saved === null ? '' : `-${cell('saved')}`}${off}`
  const before = less === '' ? (isToTheCent && keep !== null ? `(${raw})` : list) : `(${isToTheCent ? `(${raw})` : list}${less})`
  const cost = keep === null ? before : `${before}*${cell('keep')}`
  const cents = (text: string) => (isToTheCent ? `ROUND(${text},2)` : text)
  return {
    list: computed(cents(raw), estimate.list ?? error),
    saved: bought.saved === null ? null : computed(bought.saved, estimate.cost === null ? error : bought.savedValue),
    discount:
      discount === null
        ? null
        : computed(share(discount), row.numbers(row.program.charges.find(({ id }) => id === estimate.id)!.discount!) ?? error),
    keep: keep === null ? null : computed(keep, keptOf(estimate.discounts)),
    cost: computed(cents(cost), estimate.cost ?? error),
    upfront:
      bought.upfront === null ? null : computed(keep === null ? bought.upfront : `${bought.upfront}*${cell('keep')}`, estimate.upfront),
  }
}

/** A declared discount is a share from 0 to 1. */
function share(discount: ExcelPiece): string {
  if (discount.least >= 0 && Number(discount.text) <= 1) return discount.text
  const within = excelCall('AND', [excelAtom(`(${discount.text})>=0`), excelAtom(`(${discount.text})<=1`)])
  return excelCall('IF', [within, discount, excelAtom('VALUE("the discount is not 0 to 100%")')]).text
}

function errorOf({ problem }: ChargeEstimate): string {
  return problem === undefined ? '#N/A' : '#VALUE!'
}
