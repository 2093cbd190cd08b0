import type { JournalRecord } from '../desktop.ts'
import { apply, type Change } from './change.ts'
import { complete } from './complete.ts'
import { fromSnapshot, isSnapshot, isTableName, toSnapshot, type Snapshot } from './snapshot.ts'
import type { Workbook } from './types.ts'

/** The figure a list shows beside a workbook's name; see WorkbookSummary. */
export type ShownTotal = { readonly monthly: number; readonly currency: string; readonly unknown: number } | null

/** Who stored a revision (one opening of the program), when (ISO), and what total it showed. */
export type Stamp = { readonly writer: string; readonly savedAt: string; readonly total: ShownTotal }

/** A workbook as it was acknowledged. */
export type Kept = Stamp & { readonly workbook: Workbook; readonly revision: number }

type Entry = Stamp &
  ({ readonly kind: 'changes'; readonly changes: readonly Change[] } | { readonly kind: 'whole'; readonly workbook: Snapshot })

/** One acknowledged batch as a journal record. */
export function changesRecord(
  workbook: string,
  revision: number,
  changes: readonly Change[],
  { writer, savedAt, total }: Stamp,
): JournalRecord {
  return { workbook, revision, json: JSON.stringify({ kind: 'changes', writer, savedAt, total, changes } satisfies Entry) }
}

/** A whole workbook as the record a journal begins with. */
export function wholeRecord({ workbook, revision, writer, savedAt, total }: Kept): JournalRecord {
  const entry = { kind: 'whole', writer, savedAt, total, workbook: toSnapshot(workbook) } satisfies Entry
  return { workbook: workbook.id, revision, json: JSON.stringify(entry) }
}

/**
 * `applied`: records that counted. `broken`: the first record that could not be followed (a gap, or text that is no
 * entry), unless a later record holds the workbook whole.
 */
export type Replayed = { readonly kept: Kept | null; readonly applied: number; readonly broken: number | null }

/** What a journal makes of a workbook known up to some revision (`null`: unknown). Records up to it are passed over. */
export function replay(base: Kept | null, records: readonly JournalRecord[]): Replayed {
  let kept = base
  let applied = 0
  let broken: number | null = null
  for (const record of records) {
    if (kept && record.revision <= kept.revision) continue
    const next = follow(kept, record)
    if (next) {
      kept = next
      applied += 1
      broken = null
    } else {
      broken ??= record.revision
    }
  }
  return { kept, applied, broken }
}

function follow(kept: Kept | null, record: JournalRecord): Kept | null {
  const entry = readEntry(record.json)
  if (!entry) return null
  const { writer, savedAt, total } = entry
  const stamp = { writer, savedAt, total, revision: record.revision }
  if (entry.kind === 'whole') return { ...stamp, workbook: fromSnapshot(entry.workbook) }
  if (!kept || record.revision !== kept.revision + 1) return null
  try {
    return { ...stamp, workbook: apply(kept.workbook, entry.changes.map(completed)) }
  } catch {
    // A change that does not fit what stands there: as bad as a missing record.
    return null
  }
}

function completed<C extends Change>(change: C): C {
  const whole = (record: C['after']) => (record === null ? null : complete(change.table, record))
  return { ...change, before: whole(change.before), after: whole(change.after) }
}

function readEntry(json: string): Entry | null {
  try {
    const value: unknown = JSON.parse(json)
    return isEntry(value) ? value : null
  } catch {
    return null
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const entry: Readonly<Record<string, unknown>> = { ...value }
  if (typeof entry['writer'] !== 'string' || typeof entry['savedAt'] !== 'string') return false
  if (entry['kind'] === 'whole') return isSnapshot(entry['workbook'])
  return entry['kind'] === 'changes' && Array.isArray(entry['changes']) && entry['changes'].every(isChange)
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false
  const { table, id, before, after } = value as Partial<Record<keyof Change, unknown>>
  return isTableName(table) && typeof id === 'string' && typeof before === 'object' && typeof after === 'object'
}
