import { serviceOf } from '#pricing/calculator/services.ts'
import { rows } from '#shared/document/rows.ts'
import { knownMonthly } from './report.ts'
import type { Report } from './report.ts'

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

/** One line a row (RFC 4180), full-precision figures, empty where not known; text cannot become a formula in a spreadsheet. */
export function priceCsv(report: Report): string {
  const byId = new Map(report.estimate.components.map((component) => [component.id, component]))
  const lines = rows(report.workbook.components).map((component) => {
    const priced = byId.get(component.id)!
    const isKnown = knownMonthly(priced) !== null
    const amounts = [priced.list, priced.discount, priced.monthly, priced.upfront].map((amount) => (isKnown ? String(amount) : ''))
    const texts = [
      component.id,
      component.name,
      serviceOf(component, report.workbook, report.context)?.name ?? component.service,
      component.region,
      component.group,
      component.environment,
    ]
    return [...texts.map(harmless), ...amounts, report.settings.currency.code, String(priced.unknown), String(priced.problems)]
  })
  return [header, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
