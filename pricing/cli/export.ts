import { Command, Option } from 'commander'
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
    .option('--no-about', 'csv: only the table, without what the figures rest on')
    .addOption(new Option('--paper <size>', 'html, pdf: the size of a page').choices(['A4', 'Letter']).default('A4'))
    .action(async (file: string, options: Given) => {
      const meta = metaOf(options)
      const reports = await priced(file, options)
      await writeOut(options.output, await contentOf(reports, meta, options))
    })
}

async function contentOf(reports: Reports, meta: ExportMeta, options: Given): Promise<string | Uint8Array> {
  const wanted = optionsOf(options)
  if (options.to !== 'pdf') return exported(options.to, reports, meta, wanted)
  const page = await exported('html', reports, meta, wanted)
  return printPdf(typeof page === 'string' ? page : new TextDecoder().decode(page))
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
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US'
  } catch {
    throw new CommandFault([faultLine('--locale', locale, 'This is not a locale.', 'Write a code such as de-DE or en-US.')])
  }
}

/** Without a date the clock's; the one given makes exports that can be compared byte by byte. */
function metaOf({ at }: Given): ExportMeta {
  const date = at === undefined ? new Date() : new Date(at)
  if (Number.isNaN(date.getTime()))
    throw new CommandFault([faultLine('--at', at ?? '', 'This is not a date and time.', 'Write it like 2026-11-22T10:00:00Z.')])
  return { at: date.toISOString().replace(/\.\d{3}Z$/, 'Z'), by: `Skytally ${programVersion}` }
}
