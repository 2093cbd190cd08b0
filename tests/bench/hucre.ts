import { writeXlsx } from 'hucre/xlsx'
import type { Cell as HucreCell, CellStyle, CellValue, WriteOptions, WriteSheet } from 'hucre/xlsx'
import type { Look, Sheet } from '#pricing/export/xlsx/sheet.ts'
import type { ExcelWorkbook } from '#pricing/export/xlsx/workbook.ts'

const formats: Readonly<Record<Look, string | undefined>> = {
  text: undefined,
  number: undefined,
  money: '#,##0.00',
  price: '#,##0.00##########',
  percent: '0.0%',
  count: '0',
}

/** A writer of Excel files that knows nothing of ours, given the same cells: what writing them may take. Answers how to run it. */
export function writtenByHucre({ sheets, names }: ExcelWorkbook): () => Promise<Uint8Array> {
  const options: WriteOptions = {
    sheets: sheets.map(sheetOf),
    namedRanges: names.map(({ name, cell }) => ({ name, range: cell })),
  }
  return () => writeXlsx(options)
}

function sheetOf({ name, columns, lines }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>()
  const styles = columns.map(({ look }): CellStyle | undefined => {
    const numFmt = formats[look]
    return numFmt === undefined ? undefined : { numFmt }
  })
  const rows: CellValue[][] = [columns.map(({ title }) => title)]
  for (const [index, line] of lines.entries())
    rows.push(
      line.map((cell, at) => {
        const style = styles[at]
        if (cell === null || typeof cell === 'string' || (typeof cell === 'number' && style === undefined)) return cell
        const held = typeof cell === 'number' ? { value: cell } : { formula: cell.formula, formulaResult: cell.value }
        cells.set(`${index + 1},${at}`, style === undefined ? held : { ...held, style })
        return null
      }),
    )
  return { name, columns: columns.map(({ width }) => ({ width })), rows, cells }
}
