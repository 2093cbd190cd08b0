import type { Change } from '#shared/document/change.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { ORDER_STEP } from '#shared/document/order.ts'
import { readWorkbook } from '#shared/document/read.ts'
import { rows } from '#shared/document/rows.ts'
import { differences } from '#shared/document/scenarios/record.ts'
import { equal } from '#shared/document/equal.ts'
import type { Id, SavedState, Scenario, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, freeNames, removed, replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand, Refusal, Supplies } from './types.ts'

/** `at`: ISO date and time of now; `total`: what the base costs now, null where it is not known. */
export type TakenSnapshot = { readonly id?: Id; readonly name?: string; readonly note?: string } & Pick<SavedState, 'at' | 'total'>

/** Keeps the document as it stands now, to be compared with and gone back to. */
export const takeSnapshot: DocumentCommand<TakenSnapshot> = {
  id: 'snapshots.take',
  label: 'Take a snapshot',
  keywords: ['version', 'keep', 'state', 'history', 'milestone'],
  on: 'document',
  run: (workbook, { id, name, note = '', at, total }, { newId }) => {
    if (workbook.snapshots.size >= LIMITS.snapshots) return refuse('too-many-snapshots', refusals.tooManySnapshots(LIMITS.snapshots))
    const taken = Array.from(workbook.snapshots.values(), (one) => one.name)
    const wanted = name?.trim() ?? ''
    if (wanted !== '' && isTaken(workbook, wanted)) return refuse('snapshot-taken', refusals.snapshotTaken(wanted))
    const last = rows(workbook.snapshots).at(-1)
    return [
      added('snapshots', {
        id: id ?? newId(),
        order: (last?.order ?? 0) + ORDER_STEP,
        name: wanted === '' ? freeNames(taken).take('Snapshot') : wanted,
        note,
        at,
        total,
        text: writeWorkbook({ ...workbook, snapshots: new Map() }),
      }),
    ]
  },
}

/** Whether another snapshot than `but` bears the name, by which the command line finds it. */
function isTaken(workbook: Workbook, name: string, but?: Id): boolean {
  const wanted = name.trim().toLowerCase()
  return rows(workbook.snapshots).some((one) => one.id !== but && one.name.trim().toLowerCase() === wanted)
}

/** What a snapshot is called, and what is said of it. */
export const describeSnapshot: DocumentCommand<{ readonly id: Id; readonly name?: string; readonly note?: string }> = {
  id: 'snapshots.describe',
  label: 'Change what a snapshot is called',
  keywords: ['rename', 'note', 'version'],
  on: 'document',
  run: (workbook, { id, name, note }) => {
    const before = workbook.snapshots.get(id)
    if (before === undefined) return refuse('snapshot-gone', refusals.snapshotGone())
    if (name?.trim() === '') return refuse('snapshot-name', refusals.snapshotNeedsName())
    const isNew = name !== undefined && name.trim() !== before.name
    if (isNew && isTaken(workbook, name, id)) return refuse('snapshot-taken', refusals.snapshotTaken(name.trim()))
    return [replaced('snapshots', before, { ...before, name: name?.trim() ?? before.name, note: note ?? before.note })]
  },
}

export const deleteSnapshot: DocumentCommand<{ readonly id: Id }> = {
  id: 'snapshots.delete',
  label: 'Delete a snapshot',
  keywords: ['remove', 'version', 'forget'],
  on: 'document',
  run: (workbook, { id }) => {
    const snapshot = workbook.snapshots.get(id)
    return snapshot === undefined ? refuse('snapshot-gone', refusals.snapshotGone()) : [removed('snapshots', snapshot)]
  },
  afterwards: (workbook, { id }) => {
    const name = workbook.snapshots.get(id)?.name
    return name === undefined ? null : `Deleted the snapshot “${name}”.`
  },
}

/** The whole document becomes what it was then: rows, drivers, settings and scenarios. The snapshots stay. */
export const restoreSnapshot: DocumentCommand<{ readonly id: Id }> = {
  id: 'snapshots.restore',
  label: 'Go back to a snapshot',
  keywords: ['restore', 'version', 'revert'],
  on: 'document',
  run: (workbook, { id }, supplies) => {
    const then = documentOf(workbook, id, supplies)
    return 'refused' in then ? then : changesTo(workbook, then)
  },
  afterwards: (workbook, { id }) => {
    const name = workbook.snapshots.get(id)?.name
    return name === undefined ? null : `Everything is as it was in “${name}”.`
  },
}

/** The document of a snapshot, under the id of the workbook that keeps it. */
export function documentOf(workbook: Workbook, id: Id, { newId }: Pick<Supplies, 'newId'>): Workbook | Refusal {
  const snapshot = workbook.snapshots.get(id)
  if (snapshot === undefined) return refuse('snapshot-gone', refusals.snapshotGone())
  const read = readWorkbook(snapshot.text, newId)
  if (read.ok) return { ...read.workbook, id: workbook.id }
  const [first] = read.problems
  return refuse(
    'snapshot-unreadable',
    refusals.snapshotUnreadable(snapshot.name, first === undefined ? '' : `${first.at}: ${first.message}`),
  )
}

/** The changes that make a document another one, its snapshots aside. Parents among the scenarios come before what stands on them. */
export function changesTo(before: Workbook, after: Workbook): readonly Change[] {
  const gone = rows(before.scenarios).filter(({ id }) => !after.scenarios.has(id))
  const kept = rows(after.scenarios).flatMap((one): Change[] => scenarioChange(before.scenarios.get(one.id) ?? null, one))
  return [...differences(before, after), ...gone.map((one) => removed('scenarios', one)), ...kept]
}

function scenarioChange(before: Scenario | null, after: Scenario): Change[] {
  return equal(before, after) ? [] : [{ table: 'scenarios', id: after.id, before, after }]
}

export const snapshotCommands = [takeSnapshot, describeSnapshot, deleteSnapshot, restoreSnapshot] as const
