import { xmlText } from './xml.ts'

/** Every text of the cells, once. */
export type Strings = { readonly numbers: Map<string, number>; count: number }

export function noStrings(): Strings {
  return { numbers: new Map(), count: 0 }
}

/** The number of a text, by which cells name it. */
export function numberOf(strings: Strings, text: string): number {
  strings.count += 1
  const known = strings.numbers.get(text)
  if (known !== undefined) return known
  const number = strings.numbers.size
  strings.numbers.set(text, number)
  return number
}

/** The part that holds the texts; `count` is how many cells name one. */
export function* stringsXml({ numbers, count }: Strings): Generator<string> {
  yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${count}" uniqueCount="${numbers.size}">`
  for (const text of numbers.keys()) {
    // Without it, blanks at either end and the ends of lines may be dropped by whoever reads the file.
    const keeps = /^\s|\s$|[\t\n]/.test(text) ? ' xml:space="preserve"' : ''
    yield `<si><t${keeps}>${xmlText(text)}</t></si>`
  }
  yield '</sst>'
}
