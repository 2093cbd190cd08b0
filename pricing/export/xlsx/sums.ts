import { excelAtom, failing } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import { subtotalMembers } from '#pricing/calculator/plain-nodes.ts'
import { driverReferences, isSum, referenceKey, referenceText, rowReferences } from '#pricing/calculator/references.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import { addPart, emptySum, moneyOf } from '#pricing/calculator/sums.ts'
import type { Report } from '../report.ts'
import type { Design, SumPlace } from './design.ts'
import type { Sheets } from './layout.ts'
import { runsOf, sumOfLines } from './runs.ts'
import { computed, here, keepLine, setLine, there } from './sheet.ts'
import { amountOr, notKnown } from './unknown.ts'

type SumReference = SumPlace['reference']

/** Keeps a line for every `cost("…")` and `subtotal("…")` that a formula of the scenario reads and that means something. */
export function addSums(sheets: Sheets, report: Report): Map<string, SumPlace> {
  const { workbook, context } = report
  const inOrder = rows(workbook.components)
  const references = [
    ...rows(workbook.drivers).flatMap(driverReferences),
    ...inOrder.filter(mayAddUp).flatMap((component) => rowReferences(component, serviceOf(component, workbook, context))),
  ]
  const sums = new Map<string, SumPlace>()
  for (const reference of references) {
    if (!isSum(reference) || sums.has(referenceKey(reference))) continue
    const members = membersOf(reference, inOrder, report)
    if (members.length > 0) sums.set(referenceKey(reference), { reference, members, line: keepLine(sheets.subtotals) })
  }
  return sums
}

/** Whether a cell of the row may read what rows cost; most do not, and need not be parsed for it. */
function mayAddUp({ inputs, prices, purchase }: Component): boolean {
  const texts = [
    ...Object.values(inputs),
    ...Object.values(prices).map(({ price }) => price),
    ...purchase.flatMap(({ coverage, discount = '' }) => [coverage, discount]),
  ]
  return texts.some((text) => /\b(?:cost|subtotal)\b/i.test(text))
}

function membersOf(reference: SumReference, inOrder: readonly Component[], { workbook, context }: Report): readonly Component[] {
  if (reference.kind === 'cost') {
    const bearers = inOrder.filter(({ name }) => name === reference.row)
    return bearers.length === 1 ? bearers : []
  }
  return subtotalMembers(reference.of, inOrder, workbook, context)
}

/** The cell that formulas read a sum from: unknown or in error where one of its rows is. */
export function sumPiece(sheets: Sheets, sums: ReadonlyMap<string, SumPlace>, reference: SumReference): ExcelPiece {
  const place = sums.get(referenceKey(reference))
  return place === undefined ? failing('#NAME?') : excelAtom(there(sheets.subtotals, 'read', place.line))
}

export function fillSums(design: Design): void {
  const { subtotals, components } = design.sheets
  const estimates = new Map(design.report.estimate.components.map((component) => [component.id, component]))
  for (const { reference, line, members } of design.sums.values()) {
    const sum = emptySum()
    for (const { id } of members) addPart(sum, estimates.get(id)!)
    const money = moneyOf(sum)
    const lines = members.map(({ id }) => design.rowLines.get(id) ?? 0)
    const value = money.problems > 0 ? '#VALUE!' : money.unknown > 0 ? '#N/A' : money.monthly
    const monthly = sumOfLines(components, 'monthly', lines)
    const shown = money.monthly === 0 && leftOut(money) > 0 ? notKnown : money.monthly
    const of = (key: 'unknown' | 'errors', now: number) => {
      const formula = sumOfLines(components, key, lines)
      return formula === null ? now : computed(formula, now)
    }
    const cell = (key: 'monthly' | 'unknown' | 'errors') => here(subtotals, key, line)
    const checked = `IF(${cell('errors')}>0,VALUE("it adds up rows in error"),IF(${cell('unknown')}>0,NA(),${cell('monthly')}))`
    setLine(subtotals, line, {
      scenario: design.report.scenario,
      by: 'in formulas',
      name:
        runsOf(lines) === null ? `${referenceText(reference)} (too many rows for a formula: the value is fixed)` : referenceText(reference),
      monthly: monthly === null ? shown : amountOr(cell('unknown'), cell('errors'), monthly, { ...money, amount: money.monthly }),
      unknown: of('unknown', money.unknown),
      errors: of('errors', money.problems),
      read: computed(checked, value),
    })
  }
}
