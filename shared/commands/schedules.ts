import { squash } from '#shared/document/change.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, ScalingRule, Schedule, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, freeNames, placed, removed, replaced } from './records.ts'
import { printUse, usesOf } from './references.ts'
import { refuse } from './refusal.ts'
import { rewriteAll } from './rewriting.ts'
import type { DocumentCommand, Refusal } from './types.ts'

/** What a schedule begins with: one in the hours of an office, nothing else. */
export const OFFICE_HOURS = 'Mon-Fri 08-18 = 1, else 0'

export type AddSchedule = {
  readonly id?: Id
  /** Absent: the first free of `Schedule`, `Schedule 2` … */
  readonly name?: string
  readonly weekly?: string
  readonly scaling?: ScalingRule
}

export const addSchedule: DocumentCommand<AddSchedule> = {
  id: 'schedules.add',
  label: 'Add schedule',
  keywords: ['week', 'profile', 'hours', 'autoscaling'],
  run: (workbook, args, { newId }) => {
    const name = args.name?.trim() ?? freeNames(namesIn(workbook)).take('Schedule')
    const problem = nameProblem(workbook, name, null) ?? lengthProblem(name, args.weekly)
    if (problem !== null) return problem
    const { scaling } = args
    return insertedBehind(workbook, rows(workbook.schedules).at(-1)?.id ?? null, {
      id: args.id ?? newId(),
      order: 0,
      name,
      weekly: args.weekly?.trim() ?? OFFICE_HOURS,
      ...(scaling === undefined ? {} : { scaling }),
    })
  },
}

/** `scaling: null` takes the rule away: the schedule is its weekly text again. */
export type ScheduleFields = { readonly weekly?: string; readonly scaling?: ScalingRule | null }

export const setSchedule: DocumentCommand<{ readonly id: Id; readonly fields: ScheduleFields }> = {
  id: 'schedules.set',
  label: 'Change schedule',
  keywords: ['week', 'profile', 'hours', 'autoscaling'],
  run: (workbook, { id, fields }) => {
    const before = workbook.schedules.get(id)
    if (before === undefined) return refuse('schedule-gone', refusals.scheduleGone())
    const problem = lengthProblem(before.name, fields.weekly)
    if (problem !== null) return problem
    const { scaling: _, ...rest } = before
    const scaling = fields.scaling === undefined ? before.scaling : (fields.scaling ?? undefined)
    const after: Schedule = { ...rest, weekly: fields.weekly?.trim() ?? before.weekly, ...(scaling === undefined ? {} : { scaling }) }
    return squash([replaced('schedules', before, after)])
  },
}

/** Formulas that name the schedule name it by its new name. */
export const renameSchedule: DocumentCommand<{ readonly id: Id; readonly name: string }> = {
  id: 'schedules.rename',
  label: 'Rename schedule',
  keywords: ['week', 'name'],
  run: (workbook, args) => {
    const schedule = workbook.schedules.get(args.id)
    const name = args.name.trim()
    if (schedule === undefined) return refuse('schedule-gone', refusals.scheduleGone())
    const problem = nameProblem(workbook, name, schedule.id) ?? lengthProblem(name, undefined)
    if (problem !== null) return problem
    const uses = rewriteAll(workbook, { schedules: new Map([[schedule.name, name]]) })
    const own = uses.find((change) => change.table === 'schedules' && change.id === schedule.id)
    const before = own?.table === 'schedules' && own.after !== null ? own.after : schedule
    return squash([...uses, replaced('schedules', before, { ...before, name })])
  },
}

/** A schedule with the same week or rule, behind the one it was copied from. */
export const duplicateSchedule: DocumentCommand<{ readonly id: Id; readonly newId?: Id }> = {
  id: 'schedules.duplicate',
  label: 'Duplicate schedule',
  keywords: ['week', 'copy'],
  run: (workbook, { id, newId: given }, { newId }) => {
    const schedule = workbook.schedules.get(id)
    if (schedule === undefined) return refuse('schedule-gone', refusals.scheduleGone())
    return insertedBehind(workbook, id, { ...schedule, id: given ?? newId(), name: freeNames(namesIn(workbook)).take(schedule.name) })
  },
}

/** Refused while formulas name the schedule. */
export const deleteSchedule: DocumentCommand<{ readonly id: Id }> = {
  id: 'schedules.delete',
  label: 'Delete schedule',
  keywords: ['week', 'remove'],
  run: (workbook, { id }) => {
    const schedule = workbook.schedules.get(id)
    if (schedule === undefined) return refuse('schedule-gone', refusals.scheduleGone())
    const uses = usesOf(workbook, { kind: 'schedule', schedule: schedule.name }).filter((use) => use.table !== 'schedules' || use.id !== id)
    if (uses.length > 0) return refuse('schedule-used', refusals.scheduleUsed(schedule.name, uses.map(printUse)))
    return [removed('schedules', schedule)]
  },
  afterwards: (workbook, { id }) => {
    const name = workbook.schedules.get(id)?.name
    return name === undefined ? null : refusals.scheduleDeleted(name)
  },
}

function namesIn(workbook: Workbook): readonly string[] {
  return Array.from(workbook.schedules.values(), ({ name }) => name)
}

/** `of`: the schedule that is to have the name, null for a new one. */
function nameProblem(workbook: Workbook, name: string, of: Id | null): Refusal | null {
  if (name === '') return refuse('schedule-name', refusals.scheduleNeedsName())
  const taken = [...workbook.schedules.values()].some((other) => other.id !== of && other.name.toLowerCase() === name.toLowerCase())
  return taken ? refuse('schedule-taken', refusals.scheduleTaken(name)) : null
}

function lengthProblem(name: string, weekly: string | undefined): Refusal | null {
  return name.length > LIMITS.text || (weekly ?? '').length > LIMITS.text
    ? refuse('too-long', refusals.tooLong(name.slice(0, 40), LIMITS.text))
    : null
}

function insertedBehind(workbook: Workbook, after: Id | null, schedule: Schedule) {
  return placed(rows(workbook.schedules), after, [schedule]).map((record) => {
    const before = workbook.schedules.get(record.id)
    return before === undefined ? added('schedules', record) : replaced('schedules', before, record)
  })
}

export const scheduleCommands = [addSchedule, setSchedule, renameSchedule, duplicateSchedule, deleteSchedule] as const
