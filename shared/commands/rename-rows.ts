import type { Change } from '#shared/document/change.ts'
import { apply, squash } from '#shared/document/change.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import { renaming, rewriteAll } from './references.ts'

/**
 * The changes that let `cost("…")` follow rows that got another name. A name that more than one row bore is left alone:
 * nobody knows which was meant. Names that change places go through a name nobody can type.
 */
export function renamedRows(before: Workbook, after: Workbook): readonly Change[] {
  const pairs = renames(before, after)
  const steps =
    pairs.length < 2
      ? pairs
      : [...pairs.map(({ from }, index) => ({ from, to: between(index) })), ...pairs.map(({ to }, index) => ({ from: between(index), to }))]
  const changes: Change[] = []
  let workbook = after
  for (const { from, to } of steps) {
    const step = rewriteAll(workbook, renaming({ kind: 'cost', row: from }, to))
    workbook = apply(workbook, step)
    changes.push(...step)
  }
  return squash(changes)
}

type Rename = { readonly from: string; readonly to: string }

function renames(before: Workbook, after: Workbook): readonly Rename[] {
  const found: Rename[] = []
  for (const row of before.components.values()) {
    const now = after.components.get(row.id)
    if (now !== undefined && now.name !== row.name && isOnly(before, row)) found.push({ from: row.name, to: now.name })
  }
  return found
}

function isOnly(workbook: Workbook, row: Component): boolean {
  for (const other of workbook.components.values()) if (other !== row && other.name === row.name) return false
  return true
}

function between(index: number): string {
  return `\u{f8ff}${String(index)}`
}
