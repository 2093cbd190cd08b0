import { beginnings } from '#pricing/export/csv/csv.ts'

/** What is wrong with a CSV text: the line (from 1) on which it begins. */
export type CsvFault = { readonly line: number; readonly message: string; readonly fix: string }
export type CsvRead =
  | { readonly ok: true; readonly lines: readonly (readonly string[])[] }
  | { readonly ok: false; readonly fault: CsvFault }

const separators = [',', ';', '\t'] as const

/**
 * Reads what `csvText` writes, and what other programs write for it: a byte order mark, `sep=;` on the first line, CR LF or LF.
 * Apostrophes that keep spreadsheets from making formulas are taken off again.
 */
export function readCsv(text: string): CsvRead {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  const declared = /^sep=([,;\t])\r?\n/.exec(bare)
  const body = declared === null ? bare : bare.slice(declared[0].length)
  const separator = declared?.[1] ?? likely(body)
  return readLines(body, separator, declared === null ? 1 : 2)
}

/** What stands most often on the first line, outside of quotes. */
function likely(text: string): string {
  const first = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0] ?? ''
  const count = (separator: string) => first.split(separator).length
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best), separators[0])
}

function readLines(text: string, separator: string, firstLine: number): CsvRead {
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  let number = firstLine
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator)
    if (cell === null) return { ok: false, fault: unclosed(number) }
    line.push(cell.text.replace(beginnings, (apostrophes) => apostrophes.slice(1)))
    number += cell.text.split('\n').length - 1
    const end = text[cell.end]
    at = cell.end + 1
    if (end === separator) continue
    if (end !== undefined && end !== '\r' && end !== '\n') return { ok: false, fault: afterQuote(number) }
    if (end === '\r' && text[at] === '\n') at += 1
    lines.push(line)
    number += 1
    line = []
    if (end === undefined || at === text.length) break
  }
  return { ok: true, lines }
}

type Found = { readonly text: string; readonly end: number }

function plainCell(text: string, from: number, separator: string): Found {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1
  return { text: text.slice(from, end), end }
}

function quotedCell(text: string, from: number): Found | null {
  let end = from + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return null
    if (text[end + 1] !== '"') break
    end += 2
  }
  return { text: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 }
}

function unclosed(line: number): CsvFault {
  return { line, message: 'A quotation mark is not closed.', fix: 'Close it, and write "" for a quotation mark inside a cell.' }
}

function afterQuote(line: number): CsvFault {
  return { line, message: 'Text stands behind a closing quotation mark.', fix: 'Put the whole cell between quotation marks.' }
}
