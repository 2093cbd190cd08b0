import type { ComputeRow, Origin, Price, ReservedFact, SizeFact } from '#pricing/catalog/facts.ts'
import type { MachineFinding, ReservedFinding } from '#pricing/catalog/import/findings.ts'
import { skusText } from '#pricing/catalog/skus.ts'
import { machineTerms, type PricedCloud } from '#pricing/catalog/library.ts'

type Known = { readonly finding: MachineFinding; readonly price: NonNullable<Price> }
type RowDraft = { readonly size: string; readonly region: string; readonly prices: (Known | null)[] }

export type MachineDrafts = {
  /** Answers why a finding was not taken, else `null`. */
  readonly add: (finding: MachineFinding) => string | null
  readonly rows: (cloud: PricedCloud) => readonly ComputeRow[]
  /** What the lists said of each size; a figure nobody gave is 0 or empty. */
  readonly sizes: (cloud: PricedCloud) => ReadonlyMap<string, Partial<SizeFact>>
}

export function machineDrafts(): MachineDrafts {
  const rows: Record<PricedCloud, Map<string, RowDraft>> = { aws: new Map(), google: new Map(), azure: new Map() }
  const sizes: Record<PricedCloud, Map<string, Partial<SizeFact>>> = { aws: new Map(), google: new Map(), azure: new Map() }
  return {
    add: (finding) => {
      const { cloud, size, region, hourly } = finding
      const place = `${size} ${region}`
      const row = rows[cloud].get(place) ?? { size, region, prices: [null, null, null, null] }
      const term = machineTerms.indexOf(finding.term)
      const there = row.prices[term] ?? null
      if (there !== null && there.price.value !== hourly)
        return `${size} in ${region} (${finding.term}) costs ${there.price.value} (${there.finding.sku}) and ${hourly} (${finding.sku})`
      rows[cloud].set(place, row)
      row.prices[term] = { finding, price: { value: hourly, origin: originOf(finding) } }
      sizes[cloud].set(size, { ...finding.machine, ...sizes[cloud].get(size) })
      return null
    },
    rows: (cloud) => Array.from(rows[cloud].values(), rowOf),
    sizes: (cloud) => sizes[cloud],
  }
}

function rowOf({ size, region, prices: known }: RowDraft): ComputeRow {
  const price = (i: number): Price => known[i]?.price ?? null
  const prices = [price(0), price(1), price(2), price(3)] as const
  const sku = skusText(
    known.map((one) => one?.finding.sku),
    prices,
  )
  return { size, region, prices, ...(sku === undefined ? {} : { sku }) }
}

export function originOf(finding: Pick<MachineFinding, 'source' | 'date' | 'note' | 'derived'>): Origin {
  return { source: finding.source, date: finding.date, note: finding.note ?? '', derived: finding.derived ?? false }
}

type Halves = { readonly finding: ReservedFinding; upfront?: number; hourly?: number }

export type ReservedDrafts = {
  readonly add: (finding: ReservedFinding) => string | null
  /** Reservations of which both parts are known that their payment needs. */
  readonly facts: (warn: (sentence: string) => void) => readonly ReservedFact[]
}

export function reservedDrafts(): ReservedDrafts {
  const drafts = new Map<string, Halves>()
  return {
    add: (finding) => {
      const { size, region, term, payment, offering, part, price } = finding
      const place = `${size} ${region} ${term} ${payment} ${offering}`
      const draft = drafts.get(place) ?? { finding }
      const there = draft[part]
      if (there !== undefined && there !== price)
        return `${size} in ${region} (${term} ${payment} ${offering}, ${part}) costs ${there} and ${price}`
      draft[part] = price
      drafts.set(place, draft)
      return null
    },
    facts: (warn) => [...drafts.values()].flatMap((draft) => reservedFact(draft, warn)),
  }
}

function reservedFact({ finding, upfront, hourly }: Halves, warn: (sentence: string) => void): ReservedFact[] {
  const { size, region, term, payment, offering } = finding
  const needsUpfront = payment !== 'no-upfront'
  const needsHourly = payment !== 'all-upfront'
  if ((needsUpfront && upfront === undefined) || (needsHourly && hourly === undefined)) {
    warn(
      `The ${term} ${payment} ${offering} reservation of ${size} in ${region} lacks its ${needsUpfront && upfront === undefined ? 'upfront' : 'hourly'} part and was left out.`,
    )
    return []
  }
  return [{ size, region, term, payment, offering, upfront: upfront ?? 0, hourly: hourly ?? 0, origin: originOf(finding) }]
}
