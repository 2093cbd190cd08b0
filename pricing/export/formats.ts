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

/** A format that files are written in. PDF is not among them: it is the HTML, printed by whoever can. */
export type ExportFormat = 'xlsx' | 'csv' | 'md' | 'json' | 'focus' | 'infracost' | 'html'

export type FormatInfo = { readonly label: string; readonly extension: string; readonly mediaType: string; readonly help: string }

export const exportFormats: Readonly<Record<ExportFormat, FormatInfo>> = {
  xlsx: {
    label: 'Excel',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    help: 'Every figure a formula: change a driver there, and the total follows.',
  },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv;charset=utf-8', help: 'One line a row, for other programs.' },
  md: { label: 'Markdown', extension: 'md', mediaType: 'text/markdown;charset=utf-8', help: 'For a pull request or a decision record.' },
  json: { label: 'JSON', extension: 'json', mediaType: 'application/json', help: 'What the command line prints, with its arithmetic.' },
  focus: {
    label: 'FOCUS 1.2 (CSV)',
    extension: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    help: 'Charges of next month, to be put beside real ones.',
  },
  infracost: {
    label: 'Infracost JSON 0.2',
    extension: 'json',
    mediaType: 'application/json',
    help: 'For tools that read what Infracost writes.',
  },
  html: {
    label: 'HTML',
    extension: 'html',
    mediaType: 'text/html;charset=utf-8',
    help: 'One page with everything in it, to read or print.',
  },
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
