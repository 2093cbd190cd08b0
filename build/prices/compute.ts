import type { ComputeFacts, ComputeRow, Origin, Price, SizeFact } from '#pricing/catalog/facts.ts'
import { millionths } from '#pricing/catalog/tables.ts'
import { amount, factLines, fault, field, isoDate, number, required } from './lines.ts'
import type { FactLine } from './lines.ts'
import { knownSource } from './sources.ts'
import type { Sources } from './sources.ts'

type Origins = readonly [Origin | null, Origin | null, Origin | null, Origin | null]

const terms = ['on-demand', 'spot', '1-year', '3-year'] as const

export function parseCompute(file: string, text: string, sources: Sources): ComputeFacts {
  const origins = new Map<string, Origins>()
  const sizes = new Map<string, SizeFact>()
  const rows = new Map<string, ComputeRow>()
  let size: SizeFact | undefined
  for (const line of factLines(file, text, ',')) {
    if (line.inner) {
      if (size === undefined) throw fault(line, 'a region stands before the first size; write the size above it.')
      const row = computeRow(line, size.size, origins)
      const key = `${row.size} ${row.region}`
      if (rows.has(key)) throw fault(line, `${row.size} has two lines for ${row.region}; remove one.`)
      rows.set(key, row)
    } else if (field(line, 0) === 'origin') {
      origins.set(required(line, 1, 'letter'), originsOf(line, sources))
    } else {
      size = sizeOf(line)
      if (sizes.has(size.size)) throw fault(line, `the size ${size.size} stands here twice; put its regions together.`)
      sizes.set(size.size, size)
    }
  }
  return { sizes: [...sizes.values()], rows: [...rows.values()] }
}

function sizeOf(line: FactLine): SizeFact {
  return {
    size: required(line, 0, 'size'),
    family: required(line, 1, 'family'),
    vcpu: number(line, required(line, 2, 'number of vCPUs'), 'number of vCPUs'),
    memory: number(line, required(line, 3, 'memory'), 'memory'),
    gpu: number(line, required(line, 4, 'number of GPUs'), 'number of GPUs'),
    model: field(line, 5),
    architecture: required(line, 6, 'architecture'),
  }
}

/** `origin,b,kp2607|va2605|ec2506,2026-07-20`: the date is that of the on-demand price, the others have their source's. */
function originsOf(line: FactLine, sources: Sources): Origins {
  const codes = required(line, 2, 'list of sources').split('|')
  const date = isoDate(line, required(line, 3, 'date'))
  const origin = (i: number): Origin | null => {
    const code = codes[i] ?? ''
    if (code === '') return null
    const source = knownSource(line, code, sources)
    return { source: code, date: i === 0 ? date : source.date, note: '', derived: false }
  }
  return [origin(0), origin(1), origin(2), origin(3)]
}

function computeRow(line: FactLine, size: string, origins: ReadonlyMap<string, Origins>): ComputeRow {
  const letter = required(line, 5, 'origin')
  const from = origins.get(letter)
  if (from === undefined) throw fault(line, `the origin "${letter}" is not declared at the head of the file.`)
  const price = (i: 0 | 1 | 2 | 3): Price => {
    const value = amount(line, i + 1, `${terms[i]} price`)
    if (value === null) return null
    const origin = from[i]
    if (origin === null) throw fault(line, `the ${terms[i]} price has no source; choose an origin that names one.`)
    return { value: hourly(line, value, terms[i]), origin }
  }
  return { size, region: required(line, 0, 'region'), prices: [price(0), price(1), price(2), price(3)] }
}

/** The book keeps hourly prices as whole millionths of a dollar, which is every digit the sources give. */
export function hourly(line: FactLine, value: number, what: string): number {
  if (value === 0) throw fault(line, `the ${what} price is 0; leave the field empty when it is not known.`)
  if (Math.round(value * millionths) / millionths !== value) throw fault(line, `the ${what} price ${value} has more than six decimals.`)
  return value
}
