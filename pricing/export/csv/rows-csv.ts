import { printPurchase } from '#shared/commands/purchase-text.ts'
import { printTags } from '#shared/commands/tags-text.ts'
import type { Component } from '#shared/document/types.ts'
import { rows } from '#shared/document/rows.ts'
import { textOf } from '#pricing/calculator/explain.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { aboutLines } from '../about.ts'
import type { ExportMeta } from '../meta.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import { budgetVerdict, knownMonthly, watchedAmount } from '../report.ts'
import type { Report } from '../report.ts'
import { csvText } from './csv.ts'
import type { CsvCell } from './csv.ts'
import type { CsvForm } from './form.ts'

/** Which columns: those the sheet shows, by their ids (`input:<id>` for an input), or all there are. */
export type RowsCsv = { readonly columns: readonly string[] | 'all'; readonly form: CsvForm; readonly about: boolean }

type Row = {
  readonly component: Component
  readonly priced: ComponentEstimate
  readonly service: ServiceDeclaration | undefined
  readonly report: Report
}
type Column = { readonly title: string; readonly of: (row: Row) => CsvCell }

const text = (of: (row: Row) => string): Column['of'] => {
  return (row) => ({ text: of(row) })
}
const amount = (key: 'list' | 'discount' | 'monthly' | 'upfront'): Column['of'] => {
  return ({ priced }) => (knownMonthly(priced) === null ? null : priced[key])
}

const columns: Readonly<Record<string, Column>> = {
  id: { title: 'Id', of: text(({ component }) => component.id) },
  name: { title: 'Component', of: text(({ component }) => component.name) },
  service: { title: 'Service', of: text(({ component, service }) => service?.name ?? component.service) },
  serviceId: { title: 'Service id', of: text(({ component }) => component.service) },
  region: { title: 'Region', of: text(({ component }) => component.region) },
  size: { title: 'Size', of: (row) => inputCell(row, row.service?.columns?.size) },
  count: { title: 'Count', of: (row) => inputCell(row, row.service?.columns?.count) },
  buys: { title: 'Buys', of: text(({ component }) => printPurchase(component.purchase)) },
  group: { title: 'Group', of: text(({ component }) => component.group) },
  environment: { title: 'Environment', of: text(({ component }) => component.environment) },
  tags: { title: 'Tags', of: text(({ component }) => printTags(component.tags)) },
  note: { title: 'Note', of: text(({ component }) => component.note) },
  list: { title: 'List', of: amount('list') },
  discount: { title: 'Below list', of: amount('discount') },
  monthly: { title: 'Monthly', of: amount('monthly') },
  share: { title: 'Share', of: shareOf },
  upfront: { title: 'Upfront', of: amount('upfront') },
  currency: { title: 'Currency', of: text(({ report }) => report.settings.currency.code) },
  unknown: { title: 'Not known', of: ({ priced }) => priced.unknown },
  errors: { title: 'In error', of: ({ priced }) => priced.problems },
}

function shareOf({ priced, report }: Row): CsvCell {
  const { monthly } = report.estimate.total
  return knownMonthly(priced) === null || monthly === 0 ? null : priced.monthly / monthly
}

/** One line a row; amounts at full precision, empty where nobody knows them; of several scenarios, each line says which. */
export function rowsCsv(reports: readonly [Report, ...Report[]], meta: ExportMeta, options: RowsCsv): string {
  const rowsOfAll = reports.flatMap(rowsOf)
  const services = [...new Set(rowsOfAll.flatMap(({ service }) => service ?? []))]
  const ids = options.columns === 'all' ? [...Object.keys(columns), ...inputIds(services)] : options.columns
  const shown = ids.flatMap((id) => columnOf(id, services) ?? [])
  const isMany = reports.length > 1
  const header = [...(isMany ? ['Scenario'] : []), ...shown.map(({ title }) => title)]
  const lines = rowsOfAll.map((row) => {
    const cells = shown.map(({ of }) => of(row))
    return isMany ? [{ text: row.report.scenario }, ...cells] : cells
  })
  const behind = options.about ? reports.flatMap((report) => behindTable(report, meta, isMany)) : []
  return `${csvText(header, [...lines, ...(behind.length === 0 ? [] : [[]]), ...behind], options.form)}\r\n`
}

/** What the figures rest on, and how each budget stands: its limit, the estimate, the share of the limit, the verdict. */
function behindTable(report: Report, meta: ExportMeta, isMany: boolean): CsvCell[][] {
  const about = aboutLines(report, meta, isMany).map((line) => line.map((said) => ({ text: said })))
  const budgets = report.estimate.budgets.map((budget): CsvCell[] => {
    const actual = budget.actual !== 0 || leftOut(budget) === 0 ? watchedAmount(budget) : null
    const { scope, limit, ratio, problem } = budget
    const verdict = problem === undefined ? budgetVerdict(budget) : `${problem.message} ${problem.fix}`
    return [{ text: 'Budget' }, { text: scope }, limit, actual, actual === null ? null : ratio, { text: verdict }]
  })
  return [...about, ...budgets]
}

/** Every column there is for these designs, by its id. */
export function columnIds(reports: readonly Report[]): readonly string[] {
  const services = new Set(reports.flatMap(rowsOf).flatMap(({ service }) => service ?? []))
  const inputs = [...services].flatMap((service) => Object.keys(service.inputs).map((id) => `input:${id}`))
  return [...new Set([...Object.keys(columns), ...inputs])]
}

function rowsOf(report: Report): Row[] {
  const byId = new Map(report.estimate.components.map((component) => [component.id, component]))
  return rows(report.workbook.components).map((component) => ({
    component,
    priced: byId.get(component.id)!,
    service: serviceOf(component, report.workbook, report.context),
    report,
  }))
}

function columnOf(id: string, services: readonly ServiceDeclaration[]): Column | null {
  if (!id.startsWith('input:')) return Object.hasOwn(columns, id) ? (columns[id] ?? null) : null
  const input = id.slice('input:'.length)
  const declared = services.find((service) => Object.hasOwn(service.inputs, input))?.inputs[input]
  return declared === undefined ? null : { title: `${declared.label} (${input})`, of: (row) => inputCell(row, input) }
}

/** A number in the input's own unit where it is one, else the text that stands there. */
function inputCell({ component, priced, service }: Row, input: string | undefined): CsvCell {
  const declared = input === undefined ? undefined : service?.inputs[input]
  if (input === undefined || declared === undefined) return null
  const value = priced.inputs.find(({ id }) => id === input)?.value
  if (value?.kind === 'number') return value.value
  const typed = textOf(component, input, declared.default)
  return typed === '' ? null : { text: typed }
}

/** Inputs of the services that rows stand on, each once, but the ones that Size and Count show. */
function inputIds(services: readonly ServiceDeclaration[]): string[] {
  const ids = services.flatMap(({ inputs, columns: shown }) =>
    Object.keys(inputs).filter((id) => id !== shown?.size && id !== shown?.count),
  )
  return Array.from(new Set(ids), (id) => `input:${id}`)
}
