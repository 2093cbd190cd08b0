import { readFileSync } from 'node:fs'
import { readWorkbook } from '#shared/document/file.ts'
import type { Workbook } from '#shared/document/types.ts'
import type { ExportMeta } from '#pricing/export/meta.ts'
import { report } from '#pricing/export/report.ts'
import type { Report } from '#pricing/export/report.ts'
import { everyScenario } from '#pricing/export/scenarios.ts'
import { context } from '#tests/calculator/book.ts'

export const meta: ExportMeta = { at: '2026-11-22T10:00:00Z', by: 'Skytally test' }

/** A workbook file of the repository. */
export function workbookAt(file: string): Workbook {
  let ids = 0
  const read = readWorkbook(readFileSync(file, 'utf8'), () => `unnamed-${(ids += 1)}`)
  if (!read.ok) throw new Error(`${file}: ${read.problems.map(({ message }) => message).join(' ')}`)
  return read.workbook
}

/** The base and every scenario, priced. */
export function reportsOf(workbook: Workbook): readonly [Report, ...Report[]] {
  const [first, ...others] = everyScenario(workbook).map((named) => report(named, context))
  if (first === undefined) throw new Error('a workbook has a base')
  return [first, ...others]
}
