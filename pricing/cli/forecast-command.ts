import { Command, Option } from 'commander'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { usualHorizon } from '#shared/commands/growth.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import { withHorizon } from '#pricing/analysis/horizon.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { report } from '#pricing/export/report.ts'
import type { Problem } from '#pricing/export/report.ts'
import type { Named } from '#pricing/export/scenarios.ts'
import { CommandFault, faultLine } from './fault.ts'
import { forecastCsv, forecastJson, forecastMarkdown, forecastText } from './forecast.ts'
import type { Forecasted } from './forecast.ts'
import { contextFor, loadWorkbook } from './load.ts'
import { bookOption, scenarioOption } from './priced.ts'
import type { Which } from './priced.ts'
import { booksOption, today } from './prices-keep.ts'
import { scenarioNamed } from './scenarios.ts'

const formats = {
  table: forecastText,
  json: (one: Forecasted) => JSON.stringify(forecastJson(one), null, 2),
  csv: forecastCsv,
  md: forecastMarkdown,
} as const

type Options = Which & { readonly format: keyof typeof formats; readonly months?: string; readonly from?: string }

/** `exit` hears the exit code: 2 where figures are in error, as of `check`. */
export function forecastCommand(exit: (code: number) => void): Command {
  return new Command('forecast')
    .argument('<file>')
    .description('the months to come: growth, ends of commitments, budgets that are crossed')
    .option('--months <count>', 'how many months, 1 to 60 (default: the horizon of the workbook, else 12)')
    .option('--from <month>', 'the first month, such as 2027-01 (default: the horizon of the workbook, else the current month)')
    .addOption(scenarioOption())
    .addOption(bookOption())
    .addOption(booksOption())
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(formats)).default('table'))
    .action(async (file: string, options: Options) => {
      const one = await forecasted(file, options)
      console.log(formats[options.format](one))
      const errors = one.problems.filter(({ severity }) => severity === 'error')
      for (const { at, message, fix } of errors) console.error(faultLine(file, at, message, fix))
      if (errors.length > 0) exit(2)
    })
}

async function forecasted(file: string, { scenario = BASE_NAME, months, from, ...choice }: Options): Promise<Forecasted> {
  const document = await loadWorkbook(file)
  const context = await contextFor(file, document, choice)
  const { workbook, ...named } = scenarioNamed(file, document, scenario)
  if (from !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(from))
    throw new CommandFault([`--from ${from}: This is not a month. Write year and month, such as 2027-01.`])
  const own = settingsOf(workbook).horizon
  const horizon = own ?? usualHorizon(today())
  const count = months === undefined ? horizon.months : Number(months)
  if (!Number.isInteger(count) || count < 1 || count > LIMITS.months)
    throw new CommandFault([`--months ${months}: This is not a number of months. Write a whole number from 1 to ${LIMITS.months}.`])
  const shown = { ...named, workbook: withHorizon(workbook, { ...horizon, start: from ?? horizon.start }) }
  const found = forecast(shown.workbook, context, count)
  return { ...shown, forecast: found, problems: problemsOf(shown, context, found), isStartAssumed: (own ?? from) === undefined }
}

/** What the first month lacks, and what the first month that lacks more has besides. */
function problemsOf(shown: Named, context: Context, { months }: Forecast): readonly Problem[] {
  const atFirst = report(shown, { ...context, month: 0 }).problems
  const [first] = months
  const worse = months.find(({ total }) => first !== undefined && leftOut(total) > leftOut(first.total))
  if (worse === undefined) return atFirst
  const said = new Set(atFirst.map(({ at, code }) => `${at} ${code}`))
  const more = report(shown, { ...context, month: worse.month }).problems.filter(({ at, code }) => !said.has(`${at} ${code}`))
  return [...atFirst, ...more.map((problem) => ({ ...problem, at: `${worse.name}: ${problem.at}` }))]
}
