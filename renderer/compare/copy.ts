import type { Printer } from '#renderer/ui/printer.ts'
import type { Line } from './lines.ts'
import { amountText, differenceText } from './printing.ts'

/** A comparison as plain cells: a head, then a line each. Numbers stand beside their texts, so that a spreadsheet gets all digits. */
export type CopiedTable = { readonly head: readonly string[]; readonly lines: readonly (readonly CopiedCell[])[] }
export type CopiedCell = { readonly text: string; readonly value: number | null }

/** Designs by name, with a column for each amount and, but for the baseline, one for its difference. */
export function copiedTable(
  names: readonly string[],
  baseline: number,
  lines: readonly Line[],
  printer: Printer,
  locale: string,
): CopiedTable {
  const head = ['Component', ...names.flatMap((name, index) => (index === baseline ? [name] : [name, `${name}: difference`]))]
  return {
    head,
    lines: lines.map((line) => [
      { text: `${'  '.repeat(line.level - 1)}${line.label}`, value: null },
      ...line.cells.flatMap((cell, index) => {
        const amount = {
          text: amountText(line, cell, printer),
          value: line.kind === 'budget' || line.kind === 'effect' ? null : cell.amount,
        }
        const difference = { text: differenceText(cell, printer, locale), value: cell.difference }
        return index === baseline ? [amount] : [amount, difference]
      }),
    ]),
  }
}

/** For a spreadsheet: numbers in full with the locale's decimal mark. A text that a spreadsheet would read as a formula is made safe. */
export function asTsv({ head, lines }: CopiedTable, decimal: string): string {
  const rows = [
    head.map(safe),
    ...lines.map((line) => line.map(({ text, value }) => (value === null ? safe(text.trim()) : exact(value, decimal)))),
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
        'td',
        line.map(({ text }) => text.trim()),
      )}</tr>`,
  )
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

export function asMarkdown({ head, lines }: CopiedTable): string {
  const row = (texts: readonly string[]) => `| ${texts.map((text) => text.trim().replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`
  const rule = `| ${head.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`
  return [row(head), rule, ...lines.map((line) => row(line.map(({ text }) => text)))].join('\n')
}
