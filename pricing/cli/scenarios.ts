import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { baseOf, shownScenario } from '#pricing/export/scenarios.ts'
import type { Named } from '#pricing/export/scenarios.ts'
import { CommandFault, faultLine } from './fault.ts'

/** The scenario of this name, `Base` for the base; letter case aside. A name that does not exist is a fault that lists those that do. */
export function scenarioNamed(file: string, document: Workbook, name: string): Named {
  const wanted = name.trim().toLowerCase()
  if (wanted === BASE_NAME.toLowerCase()) return baseOf(document)
  const found = rows(document.scenarios).find((scenario) => scenario.name.toLowerCase() === wanted)
  if (found !== undefined) return shownScenario(document, found.id, found.name)
  const names = [BASE_NAME, ...rows(document.scenarios).map((scenario) => scenario.name)]
  throw new CommandFault([faultLine(file, '', `There is no scenario "${name}".`, `This workbook has: ${names.join(', ')}.`)])
}
