import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import type { Environment, EnvironmentRule, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, freeNames, placed, removed, replaced } from './records.ts'
import { ownRows } from './references.ts'
import { refuse } from './refusal.ts'
import { rowNames } from './rename-rows.ts'
import { rewriteAll } from './rewriting.ts'
import type { NewNames } from './rewriting.ts'
import type { DocumentCommand, Refusal } from './types.ts'

export type EnvironmentFields = { readonly name?: string; readonly from?: string; readonly rules?: readonly EnvironmentRule[] }

export const addEnvironment: DocumentCommand<EnvironmentFields & { readonly id?: Id; readonly from: string }> = {
  id: 'environments.add',
  label: 'Make an environment',
  keywords: ['dev', 'staging', 'production', 'rules', 'copy'],
  run: (workbook, args, { newId }) => {
    const name = args.name?.trim() ?? freeNames(namesIn(workbook)).take('dev')
    const environment: Environment = { id: args.id ?? newId(), order: 0, name, from: args.from.trim(), rules: args.rules ?? [] }
    const problem = environmentProblem(workbook, environment, null)
    if (problem !== null) return problem
    return placed(rows(workbook.environments), rows(workbook.environments).at(-1)?.id ?? null, [environment]).map((record) => {
      const before = workbook.environments.get(record.id)
      return before === undefined ? added('environments', record) : replaced('environments', before, record)
    })
  },
}

export const setEnvironment: DocumentCommand<{ readonly id: Id; readonly fields: EnvironmentFields }> = {
  id: 'environments.set',
  label: 'Change an environment’s rules',
  keywords: ['dev', 'staging', 'production'],
  run: (workbook, { id, fields }) => {
    const before = workbook.environments.get(id)
    if (before === undefined) return refuse('environment-gone', refusals.environmentGone())
    const after: Environment = {
      ...before,
      name: fields.name?.trim() ?? before.name,
      from: fields.from?.trim() ?? before.from,
      rules: fields.rules ?? before.rules,
    }
    const problem = environmentProblem(workbook, after, id)
    if (problem !== null) return problem
    const change = replaced('environments', before, after)
    return squash(
      before.name === after.name ? [change] : [change, ...followers(apply(workbook, [change]), workbook, before.name, after.name)],
    )
  },
}

/** What names the environment, or rows by the names they have in it, follows its new name. */
function followers(workbook: Workbook, before: Workbook, from: string, to: string): readonly Change[] {
  return rewriteAll(workbook, { rows: rowNames(before, workbook), ...environmentNames(before, from, to) })
}

/** Nothing where rows of their own say the same environment: what is said of it is then about them as well. */
export function environmentNames(before: Workbook, from: string, to: string): NewNames {
  const own = ownRows(before)
  if (own.some(({ environment }) => environment === from)) return {}
  const scopes = new Map([[`environment:${from}`, `environment:${to}`]])
  // A bare name that a group has too means the group.
  const isGroup = (name: string) => own.some(({ group }) => group === name)
  const bare = isGroup(to) ? `environment:${to}` : to
  return { scopes, subtotals: new Map(isGroup(from) ? scopes : [...scopes, [from, bare]]) }
}

export const deleteEnvironment: DocumentCommand<{ readonly id: Id }> = {
  id: 'environments.delete',
  label: 'Delete an environment’s rules',
  keywords: ['dev', 'staging', 'remove'],
  run: (workbook, { id }) => {
    const environment = workbook.environments.get(id)
    return environment === undefined ? refuse('environment-gone', refusals.environmentGone()) : [removed('environments', environment)]
  },
  afterwards: (workbook, { id }) => {
    const name = workbook.environments.get(id)?.name
    return name === undefined ? null : refusals.environmentDeleted(name)
  },
}

/** Environments that rows of their own say, and those made by rules. */
function namesIn(workbook: Workbook): ReadonlySet<string> {
  return new Set([
    ...Array.from(workbook.components.values(), ({ environment }) => environment),
    ...Array.from(workbook.environments.values(), ({ name }) => name),
  ])
}

/** Why an environment cannot be called or made so. `of`: the record it replaces, null for a new one. */
export function environmentProblem(workbook: Workbook, { name, from }: Environment, of: Id | null): Refusal | null {
  if (name === '') return refuse('environment-name', refusals.environmentNeedsName())
  if (name === from) return refuse('environment-itself', refusals.environmentFromItself(name))
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  const taken = [...workbook.environments.values()].some((other) => other.id !== of && same(other.name))
  return taken ? refuse('environment-taken', refusals.environmentTaken(name)) : null
}

export const environmentCommands = [addEnvironment, setEnvironment, deleteEnvironment] as const
