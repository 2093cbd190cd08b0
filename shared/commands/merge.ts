import type { Change } from '#shared/document/change.ts'
import { equal } from '#shared/document/equal.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import type { Choices } from '#shared/document/merge/types.ts'
import type { Id, SavedState, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { refuse } from './refusal.ts'
import { changesTo } from './snapshots.ts'
import type { DocumentCommand } from './types.ts'

/** Another copy, what it has in common with the open workbook (null: not known), and what was chosen where both changed a cell. */
export type MergedCopy = {
  readonly base: Workbook | null
  readonly theirs: Workbook
  readonly choices: Choices
  readonly made: ReadonlySet<Id>
}

/** What another copy changed comes into the open workbook, as one step. */
export const mergeCopy: DocumentCommand<MergedCopy> = {
  id: 'document.merge',
  label: 'Merge another copy',
  keywords: ['combine', 'join', 'conflict', 'branch', 'version'],
  on: 'document',
  run: (workbook, { base, theirs, choices, made }) => {
    const changes = mergeChanges(workbook, mergedWorkbooks({ base, ours: workbook, theirs }, choices, made).document)
    return changes.length === 0 ? refuse('nothing-to-merge', refusals.nothingToMerge()) : changes
  },
}

/** The changes that make a workbook the merged one, its snapshots included. */
export function mergeChanges(before: Workbook, after: Workbook): readonly Change[] {
  return [...changesTo(before, after), ...snapshotChanges(before.snapshots, after.snapshots)]
}

function snapshotChanges(before: ReadonlyMap<Id, SavedState>, after: ReadonlyMap<Id, SavedState>): readonly Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): Change[] => {
    const was = before.get(id) ?? null
    const is = after.get(id) ?? null
    return equal(was, is) ? [] : [{ table: 'snapshots', id, before: was, after: is }]
  })
}
