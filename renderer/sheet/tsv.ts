/** Rows of cell texts, as they travel through the clipboard. Rows may have different lengths. */
export type Block = readonly (readonly string[])[]

/** Tab-separated text as Excel, Sheets and LibreOffice write it: CRLF rows, quotes around cells that need them. */
export function writeTsv(block: Block): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(cell: string): string {
  return /["\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * Reads tab-separated text. A cell that begins with a quote may hold tabs, line ends and doubled quotes; a quote
 * later in a cell is itself. One line end at the very end is Excel's habit and makes no row.
 */
export function readTsv(text: string): Block {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at >= text.length) break
  }
  return rows
}

type Read = { readonly text: string; readonly end: number }

function plainCell(text: string, from: number): Read {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: text.slice(from, end), end }
}

/** A quote that is never closed, or is followed by more text, was an ordinary character after all. */
function quotedCell(text: string, from: number): Read {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return plainCell(text, from)
    if (text[quote + 1] === '"') at = quote + 2
    else if (quote + 1 >= text.length || /[\t\r\n]/u.test(text[quote + 1] ?? ''))
      return { text: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 }
    else return plainCell(text, from)
  }
}
