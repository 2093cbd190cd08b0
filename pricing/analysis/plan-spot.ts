import { takenRow } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, PurchaseShare, Workbook } from '#shared/document/types.ts'
import { rowOfLine } from '#pricing/calculator/commitments/planned.ts'
import type { PlannedUsage } from '#pricing/calculator/commitments/planned.ts'
import { isInterruptible } from '#pricing/calculator/shares.ts'
import type { Calculator } from '#pricing/calculator/types.ts'
import { bestSpotShares } from '#pricing/purchase/optimise/spot-share.ts'

/** Rows that go to spot in part, with all they are then bought by. */
export type SpotRows = readonly { readonly row: Id; readonly purchase: readonly PurchaseShare[] }[]

/** Shares of the machines that a row runs on demand (`gone`), and of all of its machines (`rows`). */
export type SpotChoice = { readonly gone: ReadonlyMap<Id, number>; readonly rows: SpotRows }

export const nothingOnSpot: SpotChoice = { gone: new Map(), rows: [] }

/** Machines of one row that may go: `open` of them is what no reservation of the row covers, of which spot takes at most `share`. */
type Candidate = { readonly row: Id; readonly purchase: readonly PurchaseShare[]; readonly open: number; readonly share: number }

/**
 * How much of each row tagged as interruptible goes to spot, up to `spotShare` of its machines: as much as makes spot and the best commitments for the
 * rest together cheapest. Rows of environments made by rules keep what they have; so do rows without a spot price below on demand.
 * `costOf`: the cheapest of the design with so much gone.
 */
export function chooseSpot(
  workbook: Workbook,
  planned: PlannedUsage,
  { rows: wanted, spotShare }: { readonly rows?: readonly Id[]; readonly spotShare: number },
  now: Calculator,
  costOf: (gone: ReadonlyMap<Id, number>) => number,
): SpotChoice {
  if (spotShare === 0) return nothingOnSpot
  const groups = groupsOf(candidatesIn(workbook, planned, wanted, spotShare, now), planned)
  const stepped = new Set(planned.offers.flatMap(({ step, covers }) => (step > 0 ? [...covers.keys()] : [])))
  const movers = groups.map((group) => {
    const ids = new Set(group.map(({ row }) => row))
    return {
      most: group[0]?.share ?? 0,
      isStepped: planned.lines.some((line) => stepped.has(line.id) && ids.has(rowOfLine(line))),
    }
  })
  const goneAt = (shares: readonly number[]) =>
    new Map(groups.flatMap((group, at) => group.map(({ row, open }) => [row, Math.min(1, (shares[at] ?? 0) / open)] as const)))
  const shares = bestSpotShares(movers, (tried) => costOf(goneAt(tried)))
  return {
    gone: new Map([...goneAt(shares)].filter(([, share]) => share > 0)),
    rows: groups.flatMap((group, at) => group.flatMap((one) => boughtBy(one, shares[at] ?? 0))),
  }
}

function boughtBy({ row, purchase }: Candidate, share: number): SpotRows {
  const spot: PurchaseShare = { kind: 'spot', coverage: `${Number((share * 100).toPrecision(12))}%` }
  return share > 0 ? [{ row, purchase: [...purchase, spot] }] : []
}

function candidatesIn(
  workbook: Workbook,
  planned: PlannedUsage,
  wanted: readonly Id[] | undefined,
  spotShare: number,
  now: Calculator,
): readonly Candidate[] {
  const inScope = wanted === undefined ? null : new Set(wanted)
  const priced = new Set(planned.lines.flatMap((line) => (line.interruptible === undefined ? [] : [rowOfLine(line)])))
  return rows(workbook.components).flatMap((row): Candidate[] => {
    const is = row.purchase.some(({ kind }) => kind === 'spot')
    if (!isInterruptible(row) || is || takenRow(row.id) !== null || inScope?.has(row.id) === false || !priced.has(row.id)) return []
    const covered = now.explain(row.id).charges.flatMap(({ discounts }) => discounts.filter(({ label }) => label.startsWith('Reserved')))
    const open = 1 - covered.reduce((sum, one) => sum + one.share, 0)
    const share = Math.min(spotShare, open)
    return share > 1e-9 ? [{ row: row.id, purchase: row.purchase, open, share }] : []
  })
}

/** Rows of one size in one region with as much to give go together. */
function groupsOf(candidates: readonly Candidate[], { lines }: PlannedUsage): readonly (readonly Candidate[])[] {
  const scopes = new Map(lines.map((line) => [rowOfLine(line), [line.scope.cloud, line.scope.region, line.scope.size]]))
  const groups = new Map<string, Candidate[]>()
  for (const one of candidates) {
    const key = JSON.stringify([scopes.get(one.row), one.share])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}
