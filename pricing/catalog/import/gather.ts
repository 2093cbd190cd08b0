import type { BookFacts, ComputeFacts, RateFact, ReservedFact, SizeFact } from '#pricing/catalog/facts.ts'
import { machineDrafts, reservedDrafts } from '#pricing/catalog/import/machine-drafts.ts'
import type { MachineFinding, PartFinding, RateFinding, ReservedFinding } from '#pricing/catalog/import/findings.ts'
import { partDrafts } from '#pricing/catalog/import/part-drafts.ts'
import { rateDrafts } from '#pricing/catalog/import/rate-drafts.ts'
import { leftOut, understood } from '#pricing/catalog/import/reader.ts'
import type { Outcome } from '#pricing/catalog/import/reader.ts'
import { createTally } from '#pricing/catalog/import/tally.ts'
import type { Tally } from '#pricing/catalog/import/tally.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'

/**
 * Collects what the lists say until a book can be written. Each answers what became of the finding: a second price for the same thing is
 * left out, counted and named in the report, because nothing says which of the two holds.
 */
export type Gatherer = {
  readonly tally: Tally
  /** What follows stands in the list of this name: what is found wrong when all are read is said with it. */
  readonly reading: (list: string) => void
  readonly rate: (finding: RateFinding) => Outcome
  readonly machine: (finding: MachineFinding) => Outcome
  readonly reserved: (finding: ReservedFinding) => Outcome
  readonly part: (finding: PartFinding) => Outcome
  /** Takes all of another book, over what was gathered from it before. */
  readonly book: (facts: BookFacts) => void
  /** Everything gathered; `known` knows machine sizes that the lists only name. */
  readonly gathered: (known: Known) => Gathered
}

/** Machine sizes, by cloud. */
type Known = Readonly<Record<PricedCloud, readonly SizeFact[]>>

/** What an import adds to a book. */
export type Gathered = {
  readonly compute: Readonly<Record<PricedCloud, ComputeFacts>>
  readonly reserved: readonly ReservedFact[]
  readonly rates: readonly RateFact[]
  readonly books: readonly BookFacts[]
}

export const secondPrice = 'a second, different price for the same thing'

export function createGatherer(): Gatherer {
  const tally = createTally()
  const rates = rateDrafts()
  const machines = machineDrafts()
  const reservations = reservedDrafts()
  const parts = partDrafts()
  const books: BookFacts[] = []
  let list = ''
  const settled = (conflict: string | null): Outcome => {
    if (conflict === null) return understood
    tally.warn(`${conflict}; the first was kept.`)
    return leftOut(secondPrice)
  }
  const compute = (cloud: PricedCloud, known: Known): ComputeFacts => {
    const knownSizes = new Map(known[cloud].map((size) => [size.size, size]))
    const sizes = Array.from(machines.sizes(cloud), ([size, said]) => sizeFact(size, said, knownSizes.get(size)))
    return { sizes, rows: machines.rows(cloud) }
  }
  return {
    tally,
    reading: (name) => {
      list = name
    },
    rate: (finding) => settled(rates.add(finding, list)),
    machine: (finding) => settled(machines.add(finding)),
    reserved: (finding) => settled(reservations.add(finding)),
    part: (finding) => settled(parts.add(finding)),
    book: (facts) => {
      books.push(facts)
    },
    gathered: (known) => {
      for (const finding of parts.machines(known.google)) settled(machines.add(finding))
      return {
        compute: { aws: compute('aws', known), google: compute('google', known), azure: compute('azure', known) },
        reserved: reservations.facts(tally.warn),
        rates: rates.facts(tally.warn),
        books,
      }
    },
  }
}

/** The list's own word wins over what is known from elsewhere. */
function sizeFact(size: string, said: Partial<SizeFact>, known: SizeFact | undefined): SizeFact {
  const unsaid: SizeFact = { size, family: '', vcpu: 0, memory: 0, gpu: 0, model: '', architecture: '' }
  return { ...unsaid, ...known, ...said, size }
}
