import { newWorkbook } from '#shared/document/empty.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { readWorkbook } from '#shared/document/read.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import type { Calculator } from '#pricing/calculator/types.ts'
import type { Services } from '#renderer/workspace/cells/text.ts'
import { sizeOf, type Rect } from './range.ts'
import type { SheetView } from './view.ts'

/**
 * The components a block copies whole, from top to bottom: those it crosses from the first column to the last, and those
 * folded away under a heading it crosses. Empty where it leaves out a column, or where only names are shown.
 */
export function rowsInWhole(view: SheetView, rect: Rect, components: ReadonlyMap<string, Component>): readonly Component[] {
  if (view.columns.length < 2 || sizeOf(rect).columns < view.columns.length) return []
  return view.rows.slice(rect.top, rect.bottom + 1).flatMap((row) => {
    if (row.kind === 'component') return [row.component]
    return row.kind === 'group' && row.collapsed ? row.members.flatMap((id) => components.get(id) ?? []) : []
  })
}

/** Rows as a workbook file, so that what comes back from the clipboard is checked as any file is. */
export function writeRows(copied: readonly Component[]): string {
  const components = new Map(copied.map((row, at) => [row.id, { ...row, order: at + 1 }]))
  return writeWorkbook({ ...newWorkbook('rows', 'Rows', '1970-01-01'), components })
}

/** What `writeRows` wrote; null when the text is not that, or not sound. */
export function readRows(text: string): readonly Component[] | null {
  let made = 0
  const read = readWorkbook(text, () => `read-${String((made += 1))}`)
  return read.ok ? rows(read.workbook.components) : null
}

/** The rows with the results of their number formulas instead of the formulas; those without a result keep theirs. */
export function withResults(copied: readonly Component[], calculator: Calculator, services: Services): readonly Component[] {
  return copied.map((row) => {
    const results = Object.entries(row.inputs).flatMap(([input, text]) => {
      if (!text.startsWith('=') || services.get(row.service)?.inputs[input]?.kind !== 'number') return []
      const value = calculator.input(row.id, input)
      return value.kind === 'number' ? [[input, String(value.value)] as const] : []
    })
    return results.length === 0 ? row : { ...row, inputs: { ...row.inputs, ...Object.fromEntries(results) } }
  })
}
