import type { CsvForm } from './csv/form.ts'
import { rowsCsv } from './csv/rows-csv.ts'
import { focusCsv, nextMonth } from './focus/focus.ts'
import { htmlReport } from './html/report.ts'
import type { Paper } from './html/style.ts'
import { infracostJson } from './infracost.ts'
import { reportJson } from './json.ts'
import { markdownReport } from './markdown.ts'
import type { ExportMeta } from './meta.ts'
import type { Report } from './report.ts'
import { factsOf } from './facts.ts'
import type { ExportFormat } from './format-list.ts'
import { assumptionsOf } from './about.ts'
import { xlsxBytes } from './xlsx/xlsx.ts'

/** What an export may be asked for besides its format. */
export type ExportOptions = {
  readonly csv: CsvForm
  /** Columns of the CSV by their ids, or all. */
  readonly columns: readonly string[] | 'all'
  /** Whether the CSV says behind its table what the figures rest on. */
  readonly about: boolean
  readonly paper: Paper
}

type Reports = readonly [Report, ...Report[]]

/** The export as text or, for Excel, as bytes. The same input gives the same output. */
export async function exported(
  format: ExportFormat,
  reports: Reports,
  meta: ExportMeta,
  options: ExportOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'xlsx':
      return xlsxBytes(reports, meta)
    case 'csv':
      return rowsCsv(reports, meta, { columns: options.columns, form: options.csv, about: options.about })
    case 'md':
      return markdownReport(reports, meta)
    case 'json':
      return `${JSON.stringify(exportJson(reports, meta), null, 2)}\n`
    case 'focus':
      return focusCsv(reports, meta, nextMonth(meta.at))
    case 'infracost':
      return `${JSON.stringify(infracostJson(reports, meta), null, 2)}\n`
    case 'html':
      return htmlReport(reports, meta, options.paper)
  }
}

/** The JSON of `skytally price`, and what the figures rest on. */
function exportJson(reports: Reports, meta: ExportMeta) {
  const [first] = reports
  return {
    ...reportJson(reports),
    export: {
      ...meta,
      facts: Object.fromEntries(factsOf(first, meta)),
      currencyPerUsd: first.settings.currency.perUsd,
      currencyAsOf: first.settings.currency.asOf,
      monthHours: first.settings.month.hours,
      assumptions: reports.map((report) => ({ scenario: report.scenario, drivers: assumptionsOf(report) })),
    },
  }
}
