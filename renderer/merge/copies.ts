import { readWorkbook } from '#shared/document/file.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, SavedState, Workbook } from '#shared/document/types.ts'
import { supplies } from '#renderer/workspace/store.ts'

/** Another workbook to be merged with the open one. `made`: ids that its file does not give. */
export type Copy = { readonly name: string; readonly workbook: Workbook; readonly made: ReadonlySet<Id> }

/** What two copies may have in common; `copy: null` where nobody knows. */
export type Base = { readonly key: string; readonly label: string; readonly copy: Copy | null }

/** The workbook of a file's text; null when it cannot be read. */
export function readCopy(name: string, text: string): Copy | null {
  const made = new Set<Id>()
  const read = readWorkbook(text, () => {
    const id = supplies().newId()
    made.add(id)
    return id
  })
  return read.ok ? { name, workbook: read.workbook, made } : null
}

export const UNKNOWN: Base = { key: 'unknown', label: 'Not known: ask about every difference', copy: null }

/**
 * What may be the common base: the snapshots that both copies keep, the newest first; the file of the open workbook as it was opened or
 * saved; the snapshots that only one of them keeps; and that nobody knows.
 */
export function possibleBases(document: Workbook, other: Workbook, fileText: string | null): readonly Base[] {
  const ours = rows(document.snapshots).toReversed()
  const isShared = ({ id, text }: SavedState) => other.snapshots.get(id)?.text === text
  const shared = ours.filter(isShared).map((one) => snapshotBase(one, IN_BOTH))
  const own = ours.filter((one) => !isShared(one)).map((one) => snapshotBase(one, 'in this workbook'))
  const theirs = rows(other.snapshots)
    .toReversed()
    .filter(({ id, text }) => document.snapshots.get(id)?.text !== text)
    .map((one) => snapshotBase(one, 'in the other copy'))
  const file = fileText === null ? null : readCopy('file', fileText)
  const ofFile = file === null ? [] : [{ key: 'file', label: 'This workbook’s file as it was opened or saved last', copy: file }]
  return [...shared, ...ofFile, ...own, ...theirs, UNKNOWN].filter(({ key, copy }) => copy !== null || key === UNKNOWN.key)
}

const IN_BOTH = 'in both'

/**
 * The base to begin with. Only a snapshot that both keep is surely common: from any other, what one copy did could be taken for what the
 * other undid, and be lost without a question.
 */
export function sureBase(bases: readonly Base[]): Base {
  return bases.find(({ key }) => key.startsWith(`snapshot ${IN_BOTH} `)) ?? UNKNOWN
}

function snapshotBase({ id, name, at, text }: SavedState, where: string): Base {
  return { key: `snapshot ${where} ${id}`, label: `Snapshot “${name}” of ${at.slice(0, 10)}, ${where}`, copy: readCopy(name, text) }
}
