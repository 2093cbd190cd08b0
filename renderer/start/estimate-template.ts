import { readWorkbook } from '#shared/document/file.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { summaryTotal } from '#renderer/workspace/edit.ts'
import { supplies } from '#renderer/workspace/store.ts'
import type { WorkbookSummary } from '#renderer/storage/types.ts'

/** What a template costs by the price book at hand, with the environments its rules make; or null when its file cannot be read. */
export function templateTotal(text: string): WorkbookSummary['total'] {
  const read = readWorkbook(text, supplies().newId)
  if (!read.ok) return null
  const { calculate, servicesOf } = supplies()
  const shown = shownWorkbook(read.workbook, null, factsOf)
  return summaryTotal(shown, calculate(shown, servicesOf(shown)))
}
