import type { RateFact } from '#pricing/catalog/facts.ts'
import { ImportFault } from '#pricing/catalog/import/fault.ts'
import type { RateFinding } from '#pricing/catalog/import/findings.ts'

/** The tiers of one key in one region as they come, in any order. */
type Draft = { readonly tiers: Map<number, Listed> }

/** `list`: the name of the list it stands in; empty where that is said anyway. */
type Listed = RateFinding & { readonly list: string }

export type RateDrafts = {
  /** Answers why a finding was not taken: another price stands at its place. `null` when it was taken, or said the same. */
  readonly add: (finding: RateFinding, list: string) => string | null
  readonly facts: (warn: (sentence: string) => void) => readonly RateFact[]
}

export function rateDrafts(): RateDrafts {
  const drafts = new Map<string, Draft>()
  return {
    add: (finding, list) => {
      const place = `${finding.key}@${finding.region}`
      const draft = drafts.get(place) ?? { tiers: new Map<number, Listed>() }
      drafts.set(place, draft)
      const there = draft.tiers.get(finding.from)
      const other = [...draft.tiers.values()][0]
      if (other !== undefined && other.unit !== finding.unit) return `${place} is priced by the ${other.unit} and by the ${finding.unit}`
      if (there === undefined) draft.tiers.set(finding.from, { ...finding, list })
      else if (there.price !== finding.price) return `${place} costs ${there.price} (${there.sku}) and ${finding.price} (${finding.sku})`
      return null
    },
    facts: (warn) => [...drafts.values()].flatMap(({ tiers }) => rateFact([...tiers.values()], warn)),
  }
}

type Tier = { readonly from: number; readonly to: number; readonly finding: Listed }

function rateFact(findings: readonly Listed[], warn: (sentence: string) => void): RateFact[] {
  const sorted = [...findings].sort((a, b) => a.from - b.from)
  const closed = sorted.map((finding, i): Tier => ({ from: finding.from, to: finding.to ?? sorted[i + 1]?.from ?? Infinity, finding }))
  checkOverlaps(closed)
  const tiers = withoutGap(closed, warn)
  const first = tiers[0]
  if (first === undefined) return []
  const { key, region, unit, sku, source, date, note = '', derived = false, included, free } = first.finding
  const isAllowance = first.finding.price === 0 && tiers.length > 1 && included === undefined
  const paid = isAllowance ? tiers.slice(1) : tiers
  const shift = isAllowance ? first.to : 0
  return [
    {
      key,
      region,
      unit,
      tiers: paid.map(({ to, finding }) => ({ to: to - shift, price: finding.price })),
      free: free ?? (isAllowance ? shift : 0),
      origin: { source, date: latest(paid) ?? date, note, derived },
      sku,
    },
  ]
}

function latest(tiers: readonly Tier[]): string | undefined {
  return tiers
    .map(({ finding }) => finding.date)
    .filter((date) => date !== 'undated')
    .sort()
    .at(-1)
}

function checkOverlaps(tiers: readonly Tier[]): void {
  for (const [i, { from, to, finding }] of tiers.entries()) {
    const before = tiers[i - 1]
    if (!(to > from)) throw overlap(finding, `The tier of ${finding.key} in ${finding.region} ends at ${to}, where it begins.`)
    if (before !== undefined && from < before.to)
      throw overlap(
        finding,
        `Two tiers of ${finding.key} in ${finding.region} overlap: one ends at ${before.to}, the next begins at ${from}.`,
      )
  }
}

function overlap({ list, place }: Listed, message: string): ImportFault {
  return new ImportFault(list === '' ? place : `${list}, ${place}`, message, 'Correct the bounds and import the file again.')
}

/** Where the tiers have a hole the price is not known from there on; where they begin above 0, not at all. */
function withoutGap(tiers: readonly Tier[], warn: (sentence: string) => void): readonly Tier[] {
  const gap = tiers.findIndex(({ from }, i) => from !== (tiers[i - 1]?.to ?? 0))
  if (gap === -1) return tiers
  const at = tiers[gap]
  if (at !== undefined) {
    const { key, region } = at.finding
    warn(`Nothing says what ${key} in ${region} costs from ${tiers[gap - 1]?.to ?? 0} to ${at.from}: its price ends there.`)
  }
  return tiers.slice(0, gap)
}
