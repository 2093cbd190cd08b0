import { Command, Option } from 'commander'
import { columnIds } from '#pricing/export/csv/rows-csv.ts'
import { nearest } from '#shared/document/problem.ts'
import { formOf, plainForm } from '#pricing/export/csv/form.ts'
import type { CsvForm } from '#pricing/export/csv/form.ts'
import { exported } from '#pricing/export/formats.ts'
import type { ExportFormat } from '#pricing/export/format-list.ts'
import type { ExportOptions } from '#pricing/export/formats.ts'
import type { ExportMeta } from '#pricing/export/meta.ts'
import type { Paper } from '#pricing/export/html/style.ts'
import { programVersion } from '#shared/version.ts'
import { CommandFault, faultLine } from './fault.ts'
import { printPdf } from './print-pdf.ts'
import { allOption, bookOption, priced, roundingOption, scenarioOption } from './priced.ts'
import type { Reports, Which } from './priced.ts'
import { booksOption } from './prices-keep.ts'
import { writeOut } from './write-out.ts'

type Target = ExportFormat | 'pdf'
type Given = Which & {
  readonly to: Target
  readonly output: string
  readonly at?: string
  readonly locale?: string
  readonly separator?: string
  readonly bom: boolean
  readonly columns?: string
  readonly about: boolean
  readonly paper: Paper
}

const separators: Readonly<Record<string, CsvForm['separator']>> = { comma: ',', semicolon: ';', tab: '\t' }

/** `skytally export FILE --to FORMAT -o OUT`: a file to hand over. */
export function exportCommand(): Command {
  const targets: readonly Target[] = ['xlsx', 'csv', 'md', 'json', 'focus', 'infracost', 'html', 'pdf']
  return new Command('export')
    .exitOverride()
    .argument('<file>')
    .description('a file to hand over: Excel with live formulas, CSV, Markdown, JSON, FOCUS, Infracost JSON, HTML, PDF')
    .addOption(new Option('--to <format>', 'what to write').choices(targets).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'where to write it; - for standard output')
    .addOption(scenarioOption())
    .addOption(allOption())
    .addOption(bookOption())
    .addOption(booksOption())
    .addOption(roundingOption())
    .option('--at <time>', 'the date and time the export says it was made, such as 2026-11-22T10:00:00Z (default: now)')
    .option('--locale <code>', 'csv: separator and decimal mark as spreadsheets of the locale have them, such as de-DE')
    .addOption(new Option('--separator <name>', 'csv: what stands between cells').choices(Object.keys(separators)))
    .option('--no-bom', 'csv: no byte order mark, where --locale would write one')
    .option('--columns <ids>', 'csv: only these columns, such as name,service,input:hours,monthly')
    .option('--no-about', 'csv: only the table, without what the figures rest on and how the budgets stand')
    .addOption(new Option('--paper <size>', 'html, pdf: the size of a page').choices(['A4', 'Letter']).default('A4'))
    .action(async (file: string, options: Given, command: Command) => {
      refuseUnread(options.to, (name) => command.getOptionValueSource(name) === 'cli')
      const meta = metaOf(options)
      const wanted = optionsOf(options)
      const reports = await priced(file, options)
      refuseUnknown(wanted.columns, reports)
      await writeOut(options.output, await contentOf(reports, meta, options.to, wanted))
    })
}

/** Options that only some formats read, by the name that their value has. */
const readBy: Readonly<Record<string, { readonly flag: string; readonly formats: readonly Target[] }>> = {
  locale: { flag: '--locale', formats: ['csv'] },
  separator: { flag: '--separator', formats: ['csv'] },
  bom: { flag: '--no-bom', formats: ['csv'] },
  columns: { flag: '--columns', formats: ['csv'] },
  about: { flag: '--no-about', formats: ['csv'] },
  paper: { flag: '--paper', formats: ['html', 'pdf'] },
}

/** What is asked for is done or refused, never passed over. */
function refuseUnread(to: Target, isGiven: (name: string) => boolean): void {
  const lines = Object.entries(readBy).flatMap(([name, { flag, formats }]) =>
    isGiven(name) && !formats.includes(to)
      ? [faultLine(flag, '', `An export to ${to} does not read it, only one to ${formats.join(' or ')}.`, 'Leave it out.')]
      : [],
  )
  if (lines.length > 0) throw new CommandFault(lines)
}

function refuseUnknown(columns: ExportOptions['columns'], reports: Reports): void {
  if (columns === 'all') return
  const known = columnIds(reports)
  const lines = columns
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = nearest(id, known)
      return faultLine(
        '--columns',
        id,
        'There is no such column.',
        near === null ? `There are ${known.join(', ')}.` : `Did you mean ${near}?`,
      )
    })
  if (lines.length > 0) throw new CommandFault(lines)
}

async function contentOf(reports: Reports, meta: ExportMeta, to: Target, wanted: ExportOptions): Promise<string | Uint8Array> {
  if (to !== 'pdf') return exported(to, reports, meta, wanted)
  const page = await exported('html', reports, meta, wanted)
  return printPdf(typeof page === 'string' ? page : new TextDecoder().decode(page), (line) => console.error(line))
}

function optionsOf({ locale, separator, bom, columns, about, paper }: Given): ExportOptions {
  const form = locale === undefined ? plainForm : formOf(localeOf(locale))
  const chosen = separator === undefined ? form.separator : (separators[separator] ?? form.separator)
  return {
    csv: { ...form, separator: chosen, bom: bom && form.bom },
    columns: columns === undefined ? 'all' : columns.split(',').map((id) => id.trim()),
    about,
    paper,
  }
}

function localeOf(locale: string): string {
  const [known] = supported(locale)
  if (known !== undefined) return known
  throw new CommandFault([faultLine('--locale', locale, 'This is not a locale.', 'Write a code such as de-DE or en-US.')])
}

/** None where it is no locale, or one of which nobody knows how numbers are written. */
function supported(locale: string): readonly string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)
  } catch {
    return []
  }
}

/** Without a date the clock's; the one given makes exports that can be compared byte by byte. */
function metaOf({ at }: Given): ExportMeta {
  const date = at === undefined ? new Date() : new Date(at)
  if (Number.isNaN(date.getTime()))
    throw new CommandFault([faultLine('--at', at ?? '', 'This is not a date and time.', 'Write it like 2026-11-22T10:00:00Z.')])
  return { at: date.toISOString().replace(/\.\d{3}Z$/, 'Z'), by: `Skytally ${programVersion}` }
}
