/** A cell of a printed table: text to the left, figures to the right. */
export type Column = { readonly title: string; readonly align: 'left' | 'right' }

/** Plain text in columns as wide as their widest cell, for a terminal. */
export function textTable(columns: readonly Column[], given: readonly (readonly string[])[]): string {
  const lines = given.map((line) => line.map(shownPlainly))
  const widths = columns.map((column, at) => Math.max(length(column.title), ...lines.map((line) => length(line[at] ?? ''))))
  const print = (line: readonly string[]) =>
    columns
      .map((column, at) => pad(line[at] ?? '', widths[at]!, column.align))
      .join('  ')
      .trimEnd()
  return [print(columns.map(({ title }) => title)), ...lines.map(print)].join('\n')
}

/** Control characters, and marks that turn the direction of writing: whoever reads a text does not see them. */
const hidden = /[\p{Cc}\p{Bidi_Control}]/gu

/** A name that holds control or direction characters could rewrite the terminal or the line: they show as a mark. */
export function shownPlainly(text: string): string {
  return text.replaceAll(hidden, '\uFFFD')
}

/** A Markdown table; pipes and line ends in cells are escaped. `strong`: places of lines that stand out. */
export function markdownTable(
  columns: readonly Column[],
  lines: readonly (readonly string[])[],
  strong: ReadonlySet<number> = new Set(),
): string {
  const cell = (text: string, isStrong: boolean) =>
    isStrong && text.trim() !== '' ? `**${escapedMarkdown(text)}**` : escapedMarkdown(text)
  const print = (line: readonly string[], isStrong = false) => `| ${columns.map((_, at) => cell(line[at] ?? '', isStrong)).join(' | ')} |`
  const rule = `| ${columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join(' | ')} |`
  return [print(columns.map(({ title }) => title)), rule, ...lines.map((line, at) => print(line, strong.has(at)))].join('\n')
}

/** Text that Markdown shows as it is, on one line. */
export function escapedMarkdown(text: string): string {
  return text
    .trim()
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/[*_`~[\]]/g, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\r?\n|\t/g, ' ')
    .replaceAll(hidden, '\uFFFD')
}

function pad(text: string, width: number, align: Column['align']): string {
  const blank = ' '.repeat(Math.max(0, width - length(text)))
  return align === 'right' ? blank + text : text + blank
}

const segmenter = new Intl.Segmenter('en')

/** Characters as a person counts them. */
function length(text: string): number {
  return Array.from(segmenter.segment(text)).length
}
