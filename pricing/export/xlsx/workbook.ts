import { failing, plain } from '#shared/formula/index.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import { evaluate } from '#pricing/calculator/explain.ts'
import { isSum, referenceKey } from '#pricing/calculator/references.ts'
import { programOf } from '#pricing/calculator/program.ts'
import type { Declared } from '#pricing/calculator/program.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import { money, numberValue, textInField } from '#pricing/calculator/values.ts'
import type { ExportMeta } from '../meta.ts'
import type { Report } from '../report.ts'
import { addAdjustments } from './agreed.ts'
import { addBudgets } from './budgets.ts'
import { addCharge } from './charges.ts'
import { circlesOf } from './circles.ts'
import { comparisonSheet } from './comparison.ts'
import { fillComponent } from './components.ts'
import type { Design, RowDraft } from './design.ts'
import { addDrivers, nameIn } from './drivers.ts'
import type { Naming } from './drivers.ts'
import { addInputs } from './inputs.ts'
import { parentsFirst } from './inherited.ts'
import { newSheets } from './layout.ts'
import type { Sheets } from './layout.ts'
import { lookupIn, weeklyDrivers } from './lookup.ts'
import { fillPools } from './pools.ts'
import { keepLine, nextLine } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { addSubtotals } from './subtotals.ts'
import type { Span } from './subtotals.ts'
import { addProblems, addSources, addSummary } from './summary.ts'
import { addSums, fillSums, sumPiece } from './sums.ts'
import { circular, hourByHour } from './translate.ts'
import type { Reading } from './translate.ts'

/** Sheets with formulas and their values, and the names that formulas use. */
export type ExcelWorkbook = {
  readonly title: string
  readonly at: string
  readonly sheets: readonly Sheet[]
  readonly names: readonly { readonly name: string; readonly cell: string }[]
}

/** The design as a spreadsheet whose figures follow from its drivers and inputs as they do in the app, scenario by scenario. */
export function excelWorkbook(reports: readonly [Report, ...Report[]], meta: ExportMeta): ExcelWorkbook {
  const [first] = reports
  const currency = first.settings.currency.code
  const sheets = newSheets(currency, reports.length > 1)
  const naming: Naming = { taken: new Set(), defined: [], literals: new Map() }
  const written = parentsFirst(reports.map((report, index) => ({ report, index }))).map(({ report, index }) => ({
    index,
    ...addDesign(sheets, report, naming, index),
  }))
  const designs = written.toSorted((a, b) => a.index - b.index)
  addSummary(sheets, designs, meta)
  for (const report of reports) addProblems(sheets, report)
  addSources(sheets, reports)
  const compared =
    reports.length > 1
      ? [
          comparisonSheet(
            designs.map(({ design }) => design),
            currency,
          ),
        ]
      : []
  return { title: first.settings.name, at: meta.at, names: naming.defined, sheets: inOrder(sheets, compared) }
}

/** The sheets in the order in which one reads them; the ones with nothing to say are left out. */
function inOrder(sheets: Sheets, compared: readonly Sheet[]): Sheet[] {
  const { summary, drivers, components, inputs, charges, tiers, pools, purchase, subtotals, budgets, problems, sources } = sheets
  const always: readonly Sheet[] = [summary, drivers, components, inputs, charges]
  const others: readonly Sheet[] = [tiers, pools, purchase, subtotals, budgets, ...compared, problems, sources]
  return [...always, ...others.filter(({ lines }) => lines.length > 0)]
}

function addDesign(sheets: Sheets, report: Report, naming: Naming, index: number): { design: Design; span: Span } {
  const drivers = addDrivers(sheets, report, naming, index === 0 ? '' : `_s${index + 1}`)
  const sums = addSums(sheets, report)
  const inOrder = rows(report.workbook.components)
  const rowLines = new Map(inOrder.map(({ id }) => [id, keepLine(sheets.components)]))
  const [from, to] = [nextLine(sheets.components) - inOrder.length, nextLine(sheets.components) - 1]
  const span: Span = inOrder.length === 0 ? null : [from, to]
  const design: Design = {
    report,
    sheets,
    names: drivers.names,
    hours: drivers.hours,
    usd: drivers.usd,
    sums,
    circles: circlesOf(report, sums),
    weekly: weeklyDrivers(report),
    lookup: lookupIn(report, sums),
    hasCommitments: inOrder.some((component) => serviceOf(component, report.workbook, report.context)?.commitment !== undefined),
    rowLines,
    places: new Map(),
    pools: new Map(),
    adjustments: addAdjustments({ sheets, report }),
    literals: naming.literals,
  }
  drivers.fill(readingOf(design, null))
  const firstCharge = nextLine(sheets.charges)
  const estimates = new Map(report.estimate.components.map((component) => [component.id, component]))
  for (const component of inOrder) addRow(design, component, estimates.get(component.id)!)
  fillPools(design, [firstCharge, Math.max(firstCharge, nextLine(sheets.charges) - 1)])
  for (const component of inOrder) fillComponent(design, component, estimates.get(component.id)!)
  fillSums(design)
  addSubtotals(design, span)
  addBudgets(design, span)
  return { design, span }
}

function addRow(design: Design, component: Component, estimate: ComponentEstimate): void {
  const declaration = serviceOf(component, design.report.workbook, design.report.context)
  if (declaration === undefined || estimate.charges.length === 0) return
  const program = programOf(declaration)
  const reading = readingOf(design, component.id)
  const names = addInputs(design, component, estimate, program, reading)
  const row: RowDraft = { design, component, estimate, program, ...names, numbers: numbersOf(design.report, estimate) }
  const charges = estimate.charges.flatMap((charge) => {
    const declared = program.charges.find(({ id }) => id === charge.id)
    return declared === undefined ? [] : [{ line: addCharge(declared, charge, row, reading), charge }]
  })
  design.places.set(component.id, { line: design.rowLines.get(component.id) ?? 0, charges })
}

/** How formulas of a row (or of drivers: null) find what they refer to. */
function readingOf(design: Design, row: Id | null): Reading {
  const circle = row === null ? undefined : design.circles.get(row)
  return {
    of: (reference) => {
      if (reference.kind === 'name') return nameIn(design.names, reference).piece
      return isSum(reference) ? sumPiece(design.sheets, design.sums, reference) : failing('#REF!')
    },
    dimension: (reference) => (reference.kind === 'name' ? nameIn(design.names, reference).dimension : isSum(reference) ? money : plain),
    value: (text, field) => textInField(text, 'the value', field, design.report.settings.month.hours, design.lookup),
    obstacle: (reference) => {
      if (reference.kind === 'schedule' || (reference.kind === 'name' && design.weekly.has(reference.name))) return hourByHour
      return circle?.has(referenceKey(reference)) === true ? circular : null
    },
    hours: design.hours,
    monthHours: design.report.settings.month.hours,
    isDriver: row === null,
  }
}

const unknown: Value = { kind: 'unknown', unknown: { reason: 'empty', message: '', fix: '' } }

/** What declared formulas come to on a row. Most rows are never asked. */
function numbersOf(report: Report, estimate: ComponentEstimate): (declared: Declared) => number | null {
  let names: ReadonlyMap<string, Value> | null = null
  return (declared) => {
    names ??= valuesOf(report, estimate)
    const value = evaluate(declared, names)
    return value.kind === 'number' ? value.value : null
  }
}

function valuesOf({ settings }: Report, { inputs, derived }: ComponentEstimate): ReadonlyMap<string, Value> {
  const names = new Map<string, Value>([['hours_in_month', numberValue(settings.month.hours)]])
  for (const { id, value } of inputs) names.set(id, value)
  for (const { id, value } of derived) names.set(id, value === null ? unknown : numberValue(value))
  return names
}
