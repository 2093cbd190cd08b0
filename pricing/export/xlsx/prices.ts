import { excelAtom, excelNumber, excelOperator } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import type { PriceTier } from '#pricing/catalog/types.ts'
import { pooled } from '#pricing/calculator/pools.ts'
import { priceOf } from '#pricing/calculator/prices.ts'
import type { FoundPrice } from '#pricing/calculator/prices.ts'
import type { ChargeProgram, Declared } from '#pricing/calculator/program.ts'
import type { ChargeEstimate } from '#pricing/calculator/types.ts'
import { numberValue, priceField } from '#pricing/calculator/values.ts'
import type { PoolPlace, RowDraft } from './design.ts'
import { sayDeclared } from './inputs.ts'
import { poolOf, poolPart } from './pools.ts'
import { computed, here, range, there } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { addSteps, inCurrency } from './steps.ts'
import type { Step } from './steps.ts'
import { sayField } from './translate.ts'
import type { Reading } from './translate.ts'

/** What a charge costs at list, before anything is rounded; `isMissing` where there is no price and only a quantity of zero costs nothing. */
export type ListPrice = {
  readonly price: Cell
  readonly list: string
  readonly pool: PoolPlace | null
  readonly note: string
  readonly isMissing?: true
}

type At = { readonly line: number; readonly quantity: ExcelPiece; readonly estimate: ChargeEstimate; readonly reading: Reading }

/** `null` where Excel cannot say it. */
export function listPrice(charge: ChargeProgram, row: RowDraft, at: At): ListPrice | null {
  const { design, component, program } = row
  const found = priceOf(charge, component, program.declaration, design.report.context.book)
  switch (found.kind) {
    case 'own':
      return ownPrice(found.own.price, charge, row, at)
    case 'typed':
      return typedPrice(charge, row, at)
    case 'missing':
      return {
        price: null,
        list: `IF(${at.quantity.text}=0,0,NA())`,
        pool: null,
        note: `${found.unknown.message} ${found.unknown.fix}`,
        isMissing: true,
      }
    case 'rate':
      return ratePrice(found, charge, row, at)
    case 'off':
      return null
  }
}

function ownPrice(text: string, charge: ChargeProgram, row: RowDraft, { line, quantity, estimate, reading }: At): ListPrice {
  const known = estimate.tiers[0]
  const { charges } = row.design.sheets
  const value = known === undefined ? failedValue(estimate) : numberValue(known.price)
  const said = sayField(text, priceField, value, reading)
  const price = here(charges, 'price', line)
  const product = `${quantity.text}*${price}`
  const list = said.least >= 0 || !said.isFormula ? product : `IF(${price}>=0,${product},VALUE("the price is below zero"))`
  return { price: said.cell, list, pool: null, note: said.note === '' ? (row.component.prices[charge.id]?.note ?? '') : said.note }
}

/** The price's own trouble is the charge's, unless the quantity has one. */
function failedValue({ problem, unknown }: ChargeEstimate) {
  if (problem !== undefined) return { kind: 'problem', problem } as const
  return { kind: 'unknown', unknown: unknown ?? { reason: 'empty', message: '', fix: '' } } as const
}

function typedPrice(charge: ChargeProgram, row: RowDraft, { line, quantity, estimate }: At): ListPrice | null {
  const typed = charge.typed ?? []
  const [only] = typed
  if (typed.length === 1 && only !== undefined && only.upTo === null && charge.tiersPer === null) {
    const piece = sayDeclared(only.price, row)
    if (piece === null) return null
    const price = here(row.design.sheets.charges, 'price', line)
    const product = `${quantity.text}*${price}`
    const value = estimate.tiers[0]?.price ?? '#N/A'
    const list = piece.least >= 0 ? product : `IF(${price}>=0,${product},VALUE("the price is below zero"))`
    return { price: computed(piece.text, value), list, pool: null, note: '' }
  }
  const steps = typedSteps(typed, row)
  return steps === null ? null : stepPrice(steps, Infinity, charge, row, { line, quantity, estimate })
}

function typedSteps(typed: readonly { readonly upTo: Declared | null; readonly price: Declared }[], row: RowDraft): Step[] | null {
  const steps: Step[] = []
  for (const { upTo, price } of typed) {
    const said = sayDeclared(price, row)
    const bound = upTo === null ? null : sayDeclared(upTo, row)
    if (said === null || (upTo !== null && bound === null)) return null
    const value = row.numbers(price) ?? Number.NaN
    const to = upTo === null ? Infinity : (row.numbers(upTo) ?? Number.NaN)
    const shown = (number: number) => (Number.isNaN(number) ? '#N/A' : number)
    steps.push({
      from: steps.at(-1)?.to ?? 0,
      to,
      ...(bound === null ? {} : { toCell: computed(bound.text, shown(to)) }),
      price: computed(said.text, shown(value)),
      value,
      isSure: false,
    })
  }
  return steps
}

function ratePrice(found: Extract<FoundPrice, { kind: 'rate' }>, charge: ChargeProgram, row: RowDraft, at: At): ListPrice | null {
  const { design } = row
  const shared = pooled(charge, found, design.report.settings)
  if (shared !== null) {
    const pool = poolOf(design, shared)
    return { price: null, list: poolPart(design, pool, at.quantity), pool, note: '' }
  }
  const { tiers, covered } = found.rate
  const [only] = tiers
  if (tiers.length === 1 && only !== undefined && covered === Infinity && only.to === Infinity) {
    const price = here(design.sheets.charges, 'price', at.line)
    return { price: inCurrency(design, only.price), list: `${at.quantity.text}*${price}`, pool: null, note: '' }
  }
  return stepPrice(bookSteps(tiers, row), covered, charge, row, at)
}

function bookSteps(tiers: readonly PriceTier[], { design }: RowDraft): Step[] {
  const { perUsd } = design.report.settings.currency
  return tiers.map(({ from, to, price }) => ({ from, to, price: inCurrency(design, price), value: price * perUsd }))
}

/** A graduated price of the charge's own, counted for so many like units as the service says. */
function stepPrice(
  steps: readonly Step[],
  covered: number,
  charge: ChargeProgram,
  row: RowDraft,
  at: Omit<At, 'reading'>,
): ListPrice | null {
  const { design, component } = row
  const per = charge.tiersPer === null ? null : sayDeclared(charge.tiersPer, row)
  if (charge.tiersPer !== null && per === null) return null
  const times = per === null ? null : excelAtom(`IF(${per.text}>0,${per.text},1)`, 0)
  const timesValue = charge.tiersPer === null ? 1 : (row.numbers(charge.tiersPer) ?? Number.NaN)
  const whole = excelAtom(there(design.sheets.charges, 'quantity', at.line), at.quantity.least)
  const piece = times === null ? whole : excelOperator('/', whole, times)
  const { quantity } = at.estimate
  const value = quantity === null || Number.isNaN(timesValue) ? null : quantity / (timesValue > 0 ? timesValue : 1)
  const lines = addSteps(design, `${component.name}: ${charge.charge.label}`, steps, { piece, value })
  const sum = `SUM(${range(design.sheets.tiers, 'cost', ...lines)})`
  const list = times === null ? sum : `${sum}*${times.text}`
  const own = times === null ? at.quantity : excelOperator('/', at.quantity, times)
  const isCovered = covered === Infinity ? list : `IF(${excelOperator('>', own, excelNumber(covered)).text},NA(),${list})`
  return { price: null, list: isCovered, pool: null, note: '' }
}
