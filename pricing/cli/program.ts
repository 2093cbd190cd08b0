import { Command, CommanderError, Option } from 'commander'
import type { Rounding } from '#shared/document/types.ts'
import { printMoney } from '#shared/money/index.ts'
import type { Comparison } from '#pricing/analysis/comparison.ts'
import { compareCsv, comparedDesigns, compareJson, compareMarkdown, compareText } from './compare.ts'
import { CommandFault, faultLine } from './fault.ts'
import { reportJson } from '#pricing/export/json.ts'
import { programVersion } from '#shared/version.ts'
import { loadContext } from './load.ts'
import type { BookChoice } from './load.ts'
import { priceCsv } from '#pricing/export/csv/price-csv.ts'
import { exportCommand } from './export.ts'
import { forecastCommand } from './forecast-command.ts'
import { mergeCommand } from './merge.ts'
import { allOption, bookOption, priced, roundingOption, scenarioOption } from './priced.ts'
import type { Reports, Which } from './priced.ts'
import { booksOption } from './prices-keep.ts'
import { pricesCommand } from './prices.ts'
import { budgetLine, priceMarkdown, priceText } from '#pricing/export/price-text.ts'
import { faults, quote, quoteJson, quoteText, serviceNamed } from './quote.ts'
import type { QuoteOptions } from './quote.ts'
import type { Problem, Report } from '#pricing/export/report.ts'
import { serviceJson, servicesText, serviceText } from './services-text.ts'

type Format = 'table' | 'json' | 'csv' | 'md'
type Checking = Which & { readonly format: Format; readonly strict?: true }
type Quoted = BookChoice & { readonly region?: string; readonly buys?: string; readonly format: Format; readonly rounding?: Rounding }

const formats: Readonly<Record<Format, (reports: Reports) => string>> = {
  table: (reports) => reports.map(priceText).join('\n\n'),
  json: (reports) => JSON.stringify(reportJson(reports), null, 2),
  csv: priceCsv,
  md: (reports) => reports.map(priceMarkdown).join('\n\n'),
}

const comparisons: Readonly<Record<Format, (comparison: Comparison) => string>> = {
  table: compareText,
  json: (comparison) => JSON.stringify(compareJson(comparison), null, 2),
  csv: compareCsv,
  md: compareMarkdown,
}

const formatOption = () => new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'md']).default('table')
const shortFormatOption = () => new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table')

/** Answers the exit code: 0 fine, 1 over budget, 2 bad input. Errors go to standard error, a line each. */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = new Command('skytally')
    .description('What a cloud design will cost, from the command line.')
    .version(programVersion)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  program
    .command('price <file>')
    .description('price a workbook')
    .addOption(scenarioOption())
    .addOption(allOption())
    .addOption(bookOption())
    .addOption(booksOption())
    .addOption(formatOption())
    .addOption(roundingOption())
    .action(async (file: string, options: Which & { format: Format }) => {
      const answers = await priced(file, options)
      console.log(formats[options.format](answers))
      if (options.format === 'table') printErrors(file, answers)
    })
  program
    .command('compare <file> [designs...]')
    .description(
      'designs side by side: scenarios of the file by name (Base for the base), #snapshot:NAME, or other files: other.skytally, other.skytally#Scenario, other.skytally#snapshot:NAME; one alone is compared with the base, and without any the base with all scenarios',
    )
    .addOption(bookOption())
    .addOption(booksOption())
    .addOption(formatOption())
    .action(async (file: string, names: string[], options: BookChoice & { format: Format }) => {
      console.log(comparisons[options.format](await comparedDesigns(file, names, options)))
    })
  program
    .command('quote <service> [inputs...]')
    .description('price one service: inputs as name=value, such as count=4 size=t3.medium')
    .option('--region <region>', 'where it runs (default: where its cloud begins, such as us-east-1)')
    .option('--buys <how>', 'how its hours are bought, such as "1y no-upfront 50%"')
    .addOption(bookOption())
    .addOption(booksOption())
    .addOption(shortFormatOption())
    .addOption(roundingOption())
    .action(async (id: string, inputs: string[], options: Quoted) => {
      exitCode = await quoted(id, inputs, { ...options, rounding: options.rounding ?? 'exact' }, options)
    })
  program
    .command('check <file>')
    .description('budgets and figures, for CI: 0 within, 1 over budget, 2 bad input')
    .addOption(scenarioOption())
    .addOption(allOption())
    .addOption(bookOption())
    .addOption(booksOption())
    .option('--strict', 'exit 1 also where figures are not known, so that it is not certain that budgets are kept')
    .addOption(shortFormatOption())
    .action(async (file: string, options: Checking) => {
      exitCode = checked(file, await priced(file, options), options)
    })
  program
    .command('services [id]')
    .description('the services, or one with its inputs')
    .addOption(shortFormatOption())
    .action(async (id: string | undefined, options: { format: Format }) => {
      console.log(await listed(id, options.format))
    })
  program.addCommand(exportCommand())
  program.addCommand(
    forecastCommand((code) => {
      exitCode = code
    }),
  )
  program.addCommand(
    mergeCommand((code) => {
      exitCode = code
    }),
  )
  program.addCommand(pricesCommand())
  try {
    await program.parseAsync(argv)
    return exitCode
  } catch (error) {
    if (error instanceof CommandFault) {
      for (const line of error.lines) console.error(line)
      return error.exitCode
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}

async function quoted(id: string, inputs: readonly string[], options: QuoteOptions, { format, ...choice }: Quoted): Promise<number> {
  const context = await loadContext(choice)
  const { service, component } = quote(id, inputs, options, context)
  console.log(
    format === 'json' ? JSON.stringify(quoteJson(component, options.rounding, context), null, 2) : quoteText(service, component, context),
  )
  return faults(component).length > 0 ? 2 : 0
}

/** Several scenarios are as bad as the worst of them. */
function checked(file: string, reports: Reports, options: Checking): number {
  if (options.format === 'json') console.log(JSON.stringify(reportJson(reports), null, 2))
  const worst = Math.max(...reports.map((one) => checkedOne(file, one, reports.length > 1, options)))
  printErrors(file, reports)
  return worst
}

function checkedOne(file: string, priced: Report, isOneOfMany: boolean, { format, strict }: Checking): number {
  const { budgets } = priced.estimate
  const prefix = isOneOfMany ? `${priced.scenario}: ` : ''
  if (format !== 'json') {
    const print = (amount: number) => printMoney(amount, priced.settings.currency.code, 'en-US')
    for (const budget of budgets) console.log(prefix + budgetLine(budget, print))
    if (budgets.length === 0) console.log(`${prefix}${file} has no budget.`)
    for (const { severity, at, message, fix } of priced.problems)
      if (severity !== 'error') console.log(`${prefix}${severity === 'unknown' ? 'Unknown' : 'Note'}: ${at}: ${message} ${fix}`)
  }
  if (priced.problems.some(({ severity }) => severity === 'error')) return 2
  const { unknown } = priced.estimate.total
  const isUncertain = strict === true && unknown > 0
  if (isUncertain) {
    const [are, them] = unknown === 1 ? ['1 figure is', 'it'] : [`${unknown} figures are`, 'them']
    console.error(
      faultLine(
        file,
        isOneOfMany ? priced.scenario : '',
        `${are} not known, so nothing is certain.`,
        `Give ${them}, or check without --strict.`,
      ),
    )
  }
  return isUncertain || budgets.some(({ status }) => status === 'over') ? 1 : 0
}

/** Each error once, with the scenarios that have it where there are several. */
function printErrors(file: string, reports: Reports): void {
  const errors = new Map<string, { readonly problem: Problem; readonly scenarios: string[] }>()
  for (const { scenario, problems } of reports) {
    for (const problem of problems.filter(({ severity }) => severity === 'error')) {
      const key = JSON.stringify([problem.at, problem.message, problem.fix])
      const known = errors.get(key)
      if (known === undefined) errors.set(key, { problem, scenarios: [scenario] })
      else known.scenarios.push(scenario)
    }
  }
  for (const { problem, scenarios } of errors.values()) {
    const where = reports.length === 1 ? '' : `${scenarios.length === reports.length ? 'every scenario' : scenarios.join(', ')}: `
    console.error(faultLine(file, `${where}${problem.at}`, problem.message, problem.fix))
  }
}

async function listed(id: string | undefined, format: Format): Promise<string> {
  const context = await loadContext()
  if (id === undefined) {
    return format === 'json'
      ? JSON.stringify(Array.from(context.services.values(), serviceJson), null, 2)
      : servicesText(context.services.values())
  }
  const service = serviceNamed(id, context)
  return format === 'json' ? JSON.stringify(serviceJson(service), null, 2) : serviceText(service)
}
