import { excelAtom, excelCall, failing } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import { sum } from '#shared/money/index.ts'
import { machineCharge } from '#pricing/calculator/commitments/usage.ts'
import { rounded } from '#pricing/calculator/settle.ts'
import type { ChargeProgram } from '#pricing/calculator/program.ts'
import type { ChargeEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import { textOrNone } from './design.ts'
import type { RowDraft } from './design.ts'
import { sayDeclared } from './inputs.ts'
import { listPrice } from './prices.ts'
import type { ListPrice } from './prices.ts'
import { keepFormula, keptOf } from './agreed.ts'
import { addBought, isSame, nothingBought } from './purchase.ts'
import type { Bought } from './purchase.ts'
import { addLine, computed, here, keepLine, nextLine, setLine } from './sheet.ts'
import type { Cell, Computed } from './sheet.ts'
import { isFixedValue } from './translate.ts'
import type { Reading } from './translate.ts'

const fixedNote = `Worked out by the program in a way that Excel cannot follow; ${isFixedValue}`
const togetherNote = `Worked out together with other rows, hour by hour; ${isFixedValue}`
const quantityNote = `The quantity is worked out hour by hour; ${isFixedValue}`

/** The formulas of one charge. */
type Sum = { readonly listed: ListPrice; readonly bought: Bought; readonly keep: string | null; readonly discount: ExcelPiece | null }

/** Writes one charge of a row and answers its line. */
export function addCharge(charge: ChargeProgram, estimate: ChargeEstimate, row: RowDraft, reading: Reading): number {
  const { charges } = row.design.sheets
  const line = nextLine(charges)
  keepLine(charges)
  const quantity = sayDeclared(charge.quantity, row)
  const units = excelAtom(here(charges, 'quantity', line), quantity?.least ?? 0)
  const listed = listPrice(charge, row, { line, quantity: units, estimate, reading })
  const parts = 'compute' in charge.charge && quantity === null ? fixedNote : partsOf(charge, listed, row, { line, estimate, reading })
  const isFollowed = typeof parts !== 'string'
  const figures = isFollowed ? formulas(parts, units, estimate, row, line) : fixedFigures(charge, estimate, row)
  listed?.pool?.members.push({ line, quantity: estimate.quantity ?? 0 })
  setLine(charges, line, {
    scenario: row.design.report.scenario,
    component: row.component.name,
    charge: estimate.label,
    quantity:
      quantity === null ? (estimate.quantity ?? failedCell(estimate)) : computed(quantity.text, estimate.quantity ?? errorOf(estimate)),
    unit: textOrNone(estimate.unit),
    price: listed?.price ?? null,
    pool: listed?.pool?.pooled.key ?? null,
    pooled: listed?.pool === null || listed === null ? null : pooledCell(units, estimate),
    ...sourceOf(estimate),
    ...figures,
    note: textOrNone(isFollowed ? noteOf(estimate, [listed?.note ?? '', quantity === null ? quantityNote : '']) : parts),
  })
  return line
}

type At = { readonly line: number; readonly estimate: ChargeEstimate; readonly reading: Reading }

/** The parts that a charge's formulas are made of, or why there are none: they must come to what the calculator says. */
function partsOf(charge: ChargeProgram, listed: ListPrice | null, row: RowDraft, at: At): Sum | string {
  if (isCommitted(charge, row) || at.estimate.discounts.some(isTogether)) return togetherNote
  if (listed === null) return fixedNote
  const { purchase } = row.design.sheets
  const linesBefore = purchase.lines.length
  const isOwnPrice = Object.hasOwn(row.component.prices, charge.id)
  const bought = listed.isMissing === true ? nothingBought : addBought(charge, row, { ...at, isOwnPrice })
  const isDiscounted = charge.discount !== null && listed.isMissing !== true
  const discount = isDiscounted ? sayDeclared(charge.discount, row) : null
  const parts = { listed, bought, keep: keepFormula(row), discount }
  if ((!isDiscounted || discount !== null) && agrees(charge, at.estimate, parts, row)) return parts
  purchase.lines.length = linesBefore
  return fixedNote
}

/** Sustained use that has no quarters of its own month is counted with other machines of the series. */
function isTogether({ kind, brackets }: DiscountLine): boolean {
  return kind === 'sustained' && brackets === undefined
}

/** Whether commitment rows take part in what the charge costs: all of them are worked out together, hour by hour. */
function isCommitted(charge: ChargeProgram, { design, component, program }: RowDraft): boolean {
  if (!design.hasCommitments) return false
  const { declaration } = program
  return (
    declaration.commitment !== undefined ||
    ((charge === program.charges[machineCharge(declaration)] || charge.charge.covered !== undefined) &&
      !Object.hasOwn(component.prices, charge.id))
  )
}

function noteOf({ unknown, problem }: ChargeEstimate, notes: readonly string[]): string {
  const said = problem ?? unknown
  return said === undefined ? notes.filter((note) => note !== '').join(' ') : `${said.message} ${said.fix}`
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
  const cost = rounded((raw - bought.savedValue - raw * declared) * keptOf(row), rounding)
  const isPriced = typeof listed.price !== 'number' || estimate.tiers.length !== 1 || isSame(listed.price, estimate.tiers[0]!.price)
  return isPriced && isSame(rounded(raw, rounding), estimate.list) && isSame(cost, estimate.cost)
}

/** Figures that do not follow, and how the hours are bought as the calculator has it. */
function fixedFigures(charge: ChargeProgram, estimate: ChargeEstimate, row: RowDraft) {
  const { list, cost, upfront } = estimate
  const keep = keptOf(row)
  let saved = 0
  for (const { kind, label, share, amount, hourly, upfront: paid } of estimate.discounts) {
    if (kind === 'negotiated' || kind === 'declared') continue
    const before = keep === 0 ? 0 : amount / keep
    saved += before
    addLine(row.design.sheets.purchase, {
      scenario: row.design.report.scenario,
      component: row.component.name,
      charge: charge.charge.label,
      how: label,
      ...(kind === 'sustained' ? { off: share } : { coverage: share }),
      price: hourly ?? null,
      saved: before,
      upfront: keep === 0 || paid === undefined ? 0 : paid / keep,
      note: fixedNote,
    })
  }
  const failed = failedCell(estimate)
  return {
    list: list ?? failed,
    saved: saved === 0 ? null : saved,
    keep: keep === 1 ? null : keep,
    cost: cost ?? failed,
    upfront: upfront === 0 ? null : upfront,
  }
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
    keep: keep === null ? null : computed(keep, keptOf(row)),
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

/** A figure that there is none of: an error, or not known. */
function failedCell({ problem }: ChargeEstimate): Cell {
  return problem === undefined ? computed('NA()', '#N/A') : computed(failing(problem.code).text, '#VALUE!')
}

function errorOf({ problem }: ChargeEstimate): string {
  return problem === undefined ? '#N/A' : '#VALUE!'
}
