import { Option } from 'commander'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Rounding, Workbook } from '#shared/document/types.ts'
import { report } from '#pricing/export/report.ts'
import type { Report } from '#pricing/export/report.ts'
import { everyScenario } from '#pricing/export/scenarios.ts'
import { contextFor, loadWorkbook } from './load.ts'
import type { BookChoice } from './load.ts'
import { scenarioNamed } from './scenarios.ts'

/** The scenarios asked for, one at least. */
export type Reports = readonly [Report, ...Report[]]

/** What of a file is priced, and how. */
export type Which = BookChoice & { readonly scenario?: string; readonly all?: true; readonly rounding?: Rounding }

export async function priced(file: string, { scenario = BASE_NAME, all, rounding, ...choice }: Which): Promise<Reports> {
  const document = withRounding(await loadWorkbook(file), rounding)
  const context = await contextFor(file, document, choice)
  const [first, ...others] = all === true ? everyScenario(document) : [scenarioNamed(file, document, scenario)]
  return [report(first ?? scenarioNamed(file, document, BASE_NAME), context), ...others.map((one) => report(one, context))]
}

function withRounding(workbook: Workbook, rounding: Rounding | undefined): Workbook {
  return rounding === undefined ? workbook : { ...workbook, settings: new Map([['settings', { ...settingsOf(workbook), rounding }]]) }
}

export function scenarioOption(): Option {
  return new Option('--scenario <name>', 'the scenario to price').default(BASE_NAME)
}

export function allOption(): Option {
  return new Option('--all', 'the base and every scenario')
}

export function bookOption(): Option {
  return new Option('--book <id>', 'the price book to price with, instead of the one the workbook names')
}

export function roundingOption(): Option {
  return new Option('--rounding <mode>', 'exact, or each charge to the cent like the vendor').choices(['exact', 'vendor'])
}
