import { escaped } from '#pricing/export/html/escape.ts'
import { markdownTable } from '#pricing/export/table.ts'

/** A table as plain cells: a head, then a line each. Numbers stand beside their texts, so that a spreadsheet gets all digits. */
export type CopiedTable = { readonly head: readonly string[]; readonly lines: readonly CopiedLine[] }
/** `strong`: a total or a heading. */
export type CopiedLine = { readonly cells: readonly CopiedCell[]; readonly strong?: boolean }
export type CopiedCell = { readonly text: string; readonly value: number | null }

/** For a spreadsheet: numbers in full with the locale's decimal mark. A text that a spreadsheet would read as a formula is made safe. */
export function asTsv({ head, lines }: CopiedTable, decimal: string): string {
  const rows = [
    head.map(safe),
    ...lines.map(({ cells }) => cells.map(({ text, value }) => (value === null ? safe(text.trim()) : exact(value, decimal)))),
  ]
  return rows.map((row) => row.join('\t')).join('\n')
}

function exact(value: number, decimal: string): string {
  return String(value).replace('.', decimal)
}

function safe(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain
}

export function asHtml({ head, lines }: CopiedTable): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text, at) => `<${tag}${at === 0 ? '' : ' align="right"'}>${escaped(text)}</${tag}>`).join('')
  const body = lines.map(
    (line) =>
      `<tr>${cells(
        line.strong === true ? 'th' : 'td',
        line.cells.map(({ text }) => text.trim()),
      )}</tr>`,
  )
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

export function asMarkdown({ head, lines }: CopiedTable): string {
  return markdownTable(
    head.map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
    lines.map(({ cells }) => cells.map(({ text }) => text)),
    new Set(lines.flatMap(({ strong = false }, at) => (strong ? [at] : []))),
  )
}
