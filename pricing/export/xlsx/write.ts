import {
  appPart,
  appXml,
  contentTypesXml,
  corePart,
  coreXml,
  relationsXml,
  sheetPart,
  stringsPart,
  stylesPart,
  workbookPart,
  workbookXml,
} from './file/parts.ts'
import type { Part } from './file/parts.ts'
import { sheetXml } from './file/sheet-xml.ts'
import { noStrings, stringsXml } from './file/strings.ts'
import { stylesXml } from './file/styles.ts'
import { zipArchive, zipPart } from './file/zip.ts'
import type { ZipPart } from './file/zip.ts'
import type { ExcelWorkbook } from './workbook.ts'

/** The bytes of an .xlsx file. The same workbook gives the same bytes. */
export async function writeExcel(workbook: ExcelWorkbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map((_, at) => sheetPart(at))
  const inWorkbook: readonly Part[] = [...sheets, stylesPart, stringsPart]
  const top: readonly Part[] = [workbookPart, corePart, appPart]
  const strings = noStrings()
  const written: ZipPart[] = [
    await xmlPart('[Content_Types].xml', [contentTypesXml([...top, ...inWorkbook])]),
    await xmlPart('_rels/.rels', [relationsXml(top, '')]),
    await xmlPart(corePart.path, [coreXml(workbook)]),
    await xmlPart(appPart.path, [appXml()]),
    await xmlPart(workbookPart.path, [workbookXml(workbook)]),
    await xmlPart('xl/_rels/workbook.xml.rels', [relationsXml(inWorkbook, 'xl/')]),
    await xmlPart(stylesPart.path, [stylesXml()]),
  ]
  for (const [at, sheet] of workbook.sheets.entries()) written.push(await xmlPart(sheetPart(at).path, sheetXml(sheet, strings, at === 0)))
  // The texts are all known only now.
  written.push(await xmlPart(stringsPart.path, stringsXml(strings)))
  return zipArchive(written)
}

function xmlPart(path: string, texts: Iterable<string>): Promise<ZipPart> {
  return zipPart(path, inPieces(texts))
}

/** Text is deflated in pieces of about this many characters. */
const pieceLength = 100_000

function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  for (const text of texts) {
    piece += text
    if (piece.length <= pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}
