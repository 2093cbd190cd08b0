/** How the cells of a column look. */
export type Look = 'text' | 'number' | 'money' | 'price' | 'percent' | 'count'

/** A formula with the value it has now, which is shown where nothing recalculates. An error's value is its code, such as `#N/A`. */
export type Computed = { readonly formula: string; readonly value: number | string }

export type Cell = string | number | Computed | null

export type Column<Key extends string> = { readonly key: Key; readonly title: string; readonly width: number; readonly look: Look }

/** What a line is besides one of many. */
export type Mark = 'head' | 'total' | 'title'

/** A sheet while it is being filled. Line 1 of the file is the header, so the first line added is line 2. */
export type Sheet<Key extends string = string> = {
  readonly name: string
  readonly columns: readonly Column<Key>[]
  readonly places: ReadonlyMap<Key, number>
  readonly lines: (readonly Cell[])[]
  readonly marks: Map<number, Mark>
  /** Columns that stay in sight, besides the header. */
  readonly frozen: number
}

export function sheet<Key extends string>(name: string, columns: readonly Column<Key>[], frozen = 1): Sheet<Key> {
  return { name, columns, places: new Map(columns.map(({ key }, at) => [key, at])), lines: [], marks: new Map(), frozen }
}

export function column<Key extends string>(key: Key, title: string, width: number, look: Look = 'text'): Column<Key> {
  return { key, title, width, look }
}

/** Puts cells into the next line and answers its number in the file. Cells of columns that the sheet does not have are left out. */
export function addLine<Key extends string>(to: Sheet<Key>, cells: Readonly<Partial<Record<Key, Cell>>>, mark?: Mark): number {
  const number = nextLine(to)
  to.lines.push(lineOf(to, cells))
  if (mark !== undefined) to.marks.set(number, mark)
  return number
}

const emptyLine: readonly Cell[] = []

/** Keeps the next line free for `setLine`. */
export function keepLine(to: Sheet): number {
  return to.lines.push(emptyLine) + 1
}

/** Fills a line that was kept free. */
export function setLine<Key extends string>(to: Sheet<Key>, line: number, cells: Readonly<Partial<Record<Key, Cell>>>): void {
  to.lines[line - 2] = lineOf(to, cells)
}

/** Cells in the order of the columns; what stands behind the last one is left away. */
function lineOf<Key extends string>({ columns }: Sheet<Key>, cells: Readonly<Partial<Record<Key, Cell>>>): readonly Cell[] {
  const line: Cell[] = []
  for (const { key } of columns) line.push(cells[key] ?? null)
  while (line.length > 0 && line[line.length - 1] === null) line.pop()
  return line
}

export function nextLine(of: Sheet): number {
  return of.lines.length + 2
}

/** `C5`: a cell of the sheet itself. */
export function here<Key extends string>(of: Sheet<Key>, key: Key, line: number): string {
  return `${letter(of.places.get(key) ?? 0)}${line}`
}

/** `Charges!C5`: a cell as another sheet names it. */
export function there<Key extends string>(of: Sheet<Key>, key: Key, line: number): string {
  return `${of.name}!${here(of, key, line)}`
}

/** `Charges!C5:C9`; one line is one cell. */
export function range<Key extends string>(of: Sheet<Key>, key: Key, from: number, to: number): string {
  return from === to ? there(of, key, from) : `${there(of, key, from)}:${here(of, key, to)}`
}

/** A to Z, AA and on. */
export function letter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last
}

export function computed(formula: string, value: number | string): Computed {
  return { formula, value }
}
