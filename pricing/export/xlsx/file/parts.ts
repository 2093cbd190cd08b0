import type { ExcelWorkbook } from '../workbook.ts'
import { xmlText } from './xml.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** A part as a file and as what it is; the parts that say which others there are have no relation. */
export type Part = { readonly path: string; readonly type: string; readonly relation: string }

export const workbookPart: Part = {
  path: 'xl/workbook.xml',
  type: `${spreadsheet}.sheet.main+xml`,
  relation: `${office}/relationships/officeDocument`,
}
export const corePart: Part = {
  path: 'docProps/core.xml',
  type: 'application/vnd.openxmlformats-package.core-properties+xml',
  relation: `${packages}/relationships/metadata/core-properties`,
}
export const appPart: Part = {
  path: 'docProps/app.xml',
  type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  relation: `${office}/relationships/extended-properties`,
}
export const stylesPart: Part = { path: 'xl/styles.xml', type: `${spreadsheet}.styles+xml`, relation: `${office}/relationships/styles` }
export const stringsPart: Part = {
  path: 'xl/sharedStrings.xml',
  type: `${spreadsheet}.sharedStrings+xml`,
  relation: `${office}/relationships/sharedStrings`,
}

export function sheetPart(at: number): Part {
  return { path: `xl/worksheets/sheet${at + 1}.xml`, type: `${spreadsheet}.worksheet+xml`, relation: `${office}/relationships/worksheet` }
}

export function contentTypesXml(parts: readonly Part[]): string {
  const overrides = parts.map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`)
  const ofFiles =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
  return `<Types xmlns="${packages}/content-types">${ofFiles}${overrides.join('')}</Types>`
}

/** The parts that one stands on, by `rId1` and on. `folder`: where the one stands. */
export function relationsXml(parts: readonly Part[], folder: string): string {
  const relations = parts.map(
    ({ path, relation }, at) => `<Relationship Id="rId${at + 1}" Type="${relation}" Target="${path.slice(folder.length)}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`
}

/** The sheets, whose relations come first, and the names. All is calculated anew when the file is opened. */
export function workbookXml({ sheets, names }: ExcelWorkbook): string {
  const tabs = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const defined = names.map(({ name, cell }) => `<definedName name="${xmlText(name)}">${xmlText(cell)}</definedName>`)
  return [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="16384" windowHeight="8192"/></bookViews>',
    `<sheets>${tabs.join('')}</sheets>`,
    defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`,
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
  ].join('')
}

export function coreXml({ title, at }: ExcelWorkbook): string {
  const made = new Date(at).toISOString().replace(/\.\d+/, '')
  const namespaces = [
    `xmlns:cp="${packages}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ')
  const time = (what: string) => `<dcterms:${what} xsi:type="dcterms:W3CDTF">${made}</dcterms:${what}>`
  return `<cp:coreProperties ${namespaces}><dc:title>${xmlText(title)}</dc:title><dc:creator>Skytally</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`
}

export function appXml(): string {
  return `<Properties xmlns="${office}/extended-properties"><Application>Skytally</Application></Properties>`
}
