import { readWorkbook } from '#shared/document/file.ts'
import { summaryTotal } from '#renderer/workspace/edit.ts'
import { supplies } from '#renderer/workspace/store.ts'
import type { WorkbookSummary } from '#renderer/storage/types.ts'

/** What a template costs by the price book at hand, or null when its file cannot be read. */
export function templateTotal(text: string): WorkbookSummary['total'] {
  const read = readWorkbook(text, supplies().newId)
  if (!read.ok) return null
  const { calculate, servicesOf } = supplies()
  return summaryTotal(read.workbook, calculate(read.workbook, servicesOf(read.workbook)))
}
