import { Command, Option } from 'commander'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import { CommandFault } from './fault.ts'
import { forecastCsv, forecastJson, forecastMarkdown, forecastText } from './forecast.ts'
import type { Forecasted } from './forecast.ts'
import { contextFor, loadWorkbook } from './load.ts'
import { bookOption, scenarioOption } from './priced.ts'
import type { Which } from './priced.ts'
import { booksOption } from './prices-keep.ts'
import { scenarioNamed } from './scenarios.ts'

const formats = {
  table: forecastText,
  json: (one: Forecasted) => JSON.stringify(forecastJson(one), null, 2),
  csv: forecastCsv,
  md: forecastMarkdown,
} as const

type Options = Which & { readonly format: keyof typeof formats; readonly months?: string }

/** Months of a workbook that names no horizon. */
const usualMonths = 12

export function forecastCommand(): Command {
  return new Command('forecast')
    .argument('<file>')
    .description('the months to come: growth, ends of commitments, budgets that are crossed')
    .option('--months <count>', 'how many months, 1 to 60 (default: the horizon of the workbook, else 12)')
    .addOption(scenarioOption())
    .addOption(bookOption())
    .addOption(booksOption())
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(formats)).default('table'))
    .action(async (file: string, options: Options) => {
      console.log(formats[options.format](await forecasted(file, options)))
    })
}

async function forecasted(file: string, { scenario = BASE_NAME, months, ...choice }: Options): Promise<Forecasted> {
  const document = await loadWorkbook(file)
  const context = await contextFor(file, document, choice)
  const shown = scenarioNamed(file, document, scenario)
  const count = months === undefined ? (settingsOf(shown.workbook).horizon?.months ?? usualMonths) : Number(months)
  if (!Number.isInteger(count) || count < 1 || count > LIMITS.months)
    throw new CommandFault([`--months ${months}: This is not a number of months. Write a whole number from 1 to ${LIMITS.months}.`])
  return { ...shown, forecast: forecast(shown.workbook, context, count) }
}
