import { serviceOf } from '#pricing/calculator/services.ts'
import { rows } from '#shared/document/rows.ts'
import { csvText } from './csv.ts'
import type { CsvCell } from './csv.ts'
import { knownMonthly } from '../report.ts'
import type { Report } from '../report.ts'

const header = [
  'id',
  'component',
  'service',
  'region',
  'group',
  'environment',
  'list',
  'discount',
  'monthly',
  'upfront',
  'currency',
  'unknown',
  'errors',
]

/** One line a row, full-precision figures, empty where not known; of several scenarios, each line says which. */
export function priceCsv(reports: readonly Report[]): string {
  const isOne = reports.length === 1
  return csvText(
    isOne ? header : ['scenario', ...header],
    reports.flatMap((report) => linesOf(report).map((line) => (isOne ? line : [{ text: report.scenario }, ...line]))),
  )
}

function linesOf(report: Report): CsvCell[][] {
  const byId = new Map(report.estimate.components.map((component) => [component.id, component]))
  return rows(report.workbook.components).map((component) => {
    const priced = byId.get(component.id)!
    const isKnown = knownMonthly(priced) !== null
    const texts = [
      component.id,
      component.name,
      serviceOf(component, report.workbook, report.context)?.name ?? component.service,
      component.region,
      component.group,
      component.environment,
    ]
    const amounts = [priced.list, priced.discount, priced.monthly, priced.upfront]
    return [
      ...texts.map((text) => ({ text })),
      ...amounts.map((amount) => (isKnown ? amount : null)),
      { text: report.settings.currency.code },
      priced.unknown,
      priced.problems,
    ]
  })
}
