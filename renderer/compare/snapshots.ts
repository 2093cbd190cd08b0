import { documentOf } from '#shared/commands/snapshots.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { notifyRefusal } from '#renderer/workspace/notices.ts'
import { supplies } from '#renderer/workspace/store.ts'
import type { OtherSource } from './designs.ts'

/** A snapshot of the open workbook as designs of another one. Null, and said, when it cannot be read. */
export function snapshotSource(document: Workbook, id: Id): OtherSource | null {
  const then = documentOf(document, id, supplies())
  if ('refused' in then) {
    notifyRefusal(then)
    return null
  }
  return { key: `snapshot ${id}`, name: document.snapshots.get(id)?.name ?? 'Snapshot', document: then }
}
