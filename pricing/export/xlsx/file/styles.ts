import type { Look, Mark } from '../sheet.ts'
import { xmlText } from './xml.ts'

/** Formats of our own begin at 164; 0 is Excel's general one. */
const firstFormat = 164

const formats: readonly { readonly look: Look; readonly code: string }[] = [
  { look: 'money', code: '#,##0.00' },
  { look: 'price', code: '#,##0.00##########' },
  { look: 'percent', code: '0.0%' },
  { look: 'count', code: '0' },
]

/** The style of a sheet's first line; the others stand behind it, each plain and then bold. */
export const headerStyle = 1
const firstPlain = 2
const firstBold = firstPlain + formats.length

/** The number of a cell's style: 0 is that of a cell that has none. */
export function styleOf(look: Look, mark: Mark | undefined): number {
  const at = formats.findIndex((format) => format.look === look)
  if (mark === undefined) return at < 0 ? 0 : firstPlain + at
  return firstBold + at + 1
}

const plainFont = '<font><sz val="11"/><name val="Calibri"/></font>'
const boldFont = '<font><b/><sz val="11"/><name val="Calibri"/></font>'
const headerFont = '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>'
const headerFill = '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/><bgColor indexed="64"/></patternFill></fill>'

/** The part that says how cells of each style look. */
export function stylesXml(): string {
  const numbers = [0, ...formats.map((_, at) => firstFormat + at)]
  const format = (number: number, font: number) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0"${number > 0 ? ' applyNumberFormat="1"' : ''}${font > 0 ? ' applyFont="1"' : ''}/>`
  const header =
    '<xf numFmtId="0" fontId="2" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'
  const cells = [
    format(0, 0),
    header,
    ...numbers.slice(1).map((number) => format(number, 0)),
    ...numbers.map((number) => format(number, 1)),
  ]
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">`,
    ...formats.map(({ code }, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${xmlText(code)}"/>`),
    '</numFmts>',
    `<fonts count="3">${plainFont}${boldFont}${headerFont}</fonts>`,
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${headerFill}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
    '</styleSheet>',
  ].join('')
}
