import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { CommandFault, faultLine } from './fault.ts'

/** A scenario of a workbook by its name, with the workbook as it has it. */
export type Named = { readonly name: string; readonly workbook: Workbook }

/** The scenario of this name, `Base` for the base; letter case aside. A name that does not exist is a fault that lists those that do. */
export function scenarioNamed(file: string, document: Workbook, name: string, context: Context): Named {
  const wanted = name.trim().toLowerCase()
  if (wanted === BASE_NAME.toLowerCase()) return shown(document, null, BASE_NAME, context)
  const found = rows(document.scenarios).find((scenario) => scenario.name.toLowerCase() === wanted)
  if (found !== undefined) return shown(document, found.id, found.name, context)
  const names = [BASE_NAME, ...rows(document.scenarios).map((scenario) => scenario.name)]
  throw new CommandFault([faultLine(file, '', `There is no scenario "${name}".`, `This workbook has: ${names.join(', ')}.`)])
}

/** The base, then every scenario in the order of the tabs. */
export function everyScenario(document: Workbook, context: Context): readonly Named[] {
  return [
    shown(document, null, BASE_NAME, context),
    ...rows(document.scenarios).map((scenario) => shown(document, scenario.id, scenario.name, context)),
  ]
}

function shown(document: Workbook, scenario: Id | null, name: string, { services }: Context): Named {
  return { name, workbook: shownWorkbook(document, scenario, (service) => services.get(service)?.category ?? 'other') }
}
