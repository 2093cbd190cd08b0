import type { ExportMeta } from '../meta.ts'
import type { Report } from '../report.ts'
import { excelWorkbook } from './workbook.ts'
import { writeExcel } from './write.ts'

/** An Excel workbook with live formulas: a change of a driver there changes the total as it does in the app. */
export function xlsxBytes(reports: readonly [Report, ...Report[]], meta: ExportMeta): Promise<Uint8Array> {
  return writeExcel(excelWorkbook(reports, meta))
}
