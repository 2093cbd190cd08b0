import { factLines, fault, isoDate, required } from './lines.ts'
import type { FactLine } from './lines.ts'

/** A source of the fact tables. `date` is that of its figures (a range keeps its end). */
export type Source = { readonly code: string; readonly date: string; readonly address: string; readonly text: string }

export type Sources = ReadonlyMap<string, Source>

export function parseSources(file: string, text: string): Sources {
  const sources = new Map<string, Source>()
  for (const line of factLines(file, text, '\t')) {
    const code = required(line, 0, 'source code')
    if (sources.has(code)) throw fault(line, `the source "${code}" stands here twice; remove one.`)
    const dates = required(line, 1, 'date').split(' to ')
    for (const date of dates) isoDate(line, date)
    sources.set(code, { code, date: dates.at(-1) ?? '', address: required(line, 2, 'address'), text: required(line, 3, 'description') })
  }
  return sources
}

export function knownSource(at: FactLine, code: string, sources: Sources): Source {
  const found = sources.get(code)
  if (found === undefined) throw fault(at, `the source "${code}" is not known; add it to build/facts/sources.txt.`)
  return found
}
