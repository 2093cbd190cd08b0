import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { baseOf, shownScenario } from '#pricing/export/scenarios.ts'
import type { Named } from '#pricing/export/scenarios.ts'
import { CommandFault, faultLine } from './fault.ts'
import { numbered, workbookFrom } from './load.ts'

/** The scenario of this name, `Base` for the base; letter case aside. A name that does not exist is a fault that lists those that do. */
export function scenarioNamed(file: string, document: Workbook, name: string): Named {
  if (isSame(name, BASE_NAME)) return baseOf(document)
  const found = rows(document.scenarios).find((scenario) => isSame(scenario.name, name))
  if (found !== undefined) return shownScenario(document, found.id, found.name)
  const names = [BASE_NAME, ...rows(document.scenarios).map((scenario) => scenario.name)]
  throw new CommandFault([faultLine(file, '', `There is no scenario "${name}".`, `This workbook has: ${names.join(', ')}.`)])
}

/** Whether the workbook has a scenario of this name. */
export function hasScenario(document: Workbook, name: string): boolean {
  return rows(document.scenarios).some((scenario) => isSame(scenario.name, name))
}

/**
 * The base as it stood when the snapshot of this name was taken; the time of one (`2026-11-22T10:00:00Z`) does too. A name that does not
 * exist is a fault that lists those that do, and one that several bear a fault that lists their times.
 */
export function snapshotNamed(file: string, document: Workbook, name: string): Named {
  const all = rows(document.snapshots)
  const named = all.filter((snapshot) => isSame(snapshot.name, name))
  const [found, ...others] = named.length > 0 ? named : all.filter(({ at }) => isSame(at, name))
  if (found === undefined) {
    const has = all.length === 0 ? 'This workbook has none.' : `This workbook has: ${all.map((one) => one.name).join(', ')}.`
    throw new CommandFault([faultLine(file, '', `There is no snapshot "${name}".`, has)])
  }
  if (others.length > 0) {
    const times = [found, ...others].map(({ at }) => `#snapshot:${at}`)
    const fix = `Say which by its time, ${times.join(' or ')}, or give one another name.`
    throw new CommandFault([faultLine(file, '', `There are ${String(times.length)} snapshots "${name}".`, fix)])
  }
  return { ...baseOf(workbookFrom(`${file}#snapshot:${found.name}`, found.text, numbered())), name: found.name }
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
