import { takenRow } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, PurchaseShare, Workbook } from '#shared/document/types.ts'
import { rowOfLine } from '#pricing/calculator/commitments/planned.ts'
import type { PlannedUsage } from '#pricing/calculator/commitments/planned.ts'
import { isInterruptible } from '#pricing/calculator/shares.ts'
import type { Calculator } from '#pricing/calculator/types.ts'
import type { SpotMover } from '#pricing/purchase/optimise/movers.ts'
import { bestSpotShares } from '#pricing/purchase/optimise/spot-share.ts'
import type { UsageLine } from '#pricing/purchase/usage.ts'

/** Rows that go to spot in part, with all they are then bought by. */
export type SpotRows = readonly { readonly row: Id; readonly purchase: readonly PurchaseShare[] }[]

/** Shares of the machines that a row runs on demand (`gone`), and of all of its machines (`rows`). */
export type SpotChoice = { readonly gone: ReadonlyMap<Id, number>; readonly rows: SpotRows }

export const nothingOnSpot: SpotChoice = { gone: new Map(), rows: [] }

/** Machines of one row that may go: `open` of them is what no reservation of the row covers, of which spot takes at most `share`. */
type Candidate = { readonly row: Id; readonly purchase: readonly PurchaseShare[]; readonly open: number; readonly share: number }

/** Rows of one size in one region that have as much to give, which go together. */
export type SpotGroups = readonly (readonly Candidate[])[]

/**
 * The rows tagged as interruptible, up to `spotShare` of their machines. Rows of environments made by rules keep what they have; so do rows without a
 * spot price below on demand.
 */
export function spotGroups(
  workbook: Workbook,
  planned: PlannedUsage,
  { rows: wanted, spotShare }: { readonly rows?: readonly Id[]; readonly spotShare: number },
  now: Calculator,
): SpotGroups {
  return spotShare === 0 ? [] : groupsOf(candidatesIn(workbook, planned, wanted, spotShare, now), planned)
}

/** The groups' machines on demand and what they cost on spot, for the search that finds shares and commitments together. */
export function moversOf(groups: SpotGroups, lines: readonly UsageLine[]): readonly SpotMover[] {
  return groups.map((group) => {
    const open = new Map(group.map((one) => [one.row, one.open]))
    const own = lines.flatMap((line) => {
      const part = open.get(rowOfLine(line))
      return part === undefined ? [] : [[line.id, { part: 1 / part, hourly: line.interruptible?.hourly ?? line.onDemandHourly }] as const]
    })
    return { most: group[0]?.share ?? 0, lines: new Map(own) }
  })
}

/**
 * The groups' shares one by one, for workbooks with commitments of their own: what these no longer cover of machines on spot they cover of others, in
 * steps that no plane follows. `costOf`: the cheapest of the design with so much gone.
 */
export function spotByTrying(
  groups: SpotGroups,
  { lines, offers }: PlannedUsage,
  costOf: (gone: ReadonlyMap<Id, number>) => number,
): SpotChoice {
  const stepped = new Set(offers.flatMap(({ step, covers }) => (step > 0 ? [...covers.keys()] : [])))
  const movers = groups.map((group) => {
    const ids = new Set(group.map(({ row }) => row))
    return { most: group[0]?.share ?? 0, isStepped: lines.some((line) => stepped.has(line.id) && ids.has(rowOfLine(line))) }
  })
  return choiceAt(
    groups,
    bestSpotShares(movers, (tried) => costOf(goneAt(groups, tried))),
  )
}

export function choiceAt(groups: SpotGroups, shares: readonly number[]): SpotChoice {
  return {
    gone: new Map([...goneAt(groups, shares)].filter(([, share]) => share > 0)),
    rows: groups.flatMap((group, at) => group.flatMap((one) => boughtBy(one, shares[at] ?? 0))),
  }
}

function goneAt(groups: SpotGroups, shares: readonly number[]): ReadonlyMap<Id, number> {
  return new Map(groups.flatMap((group, at) => group.map(({ row, open }) => [row, Math.min(1, (shares[at] ?? 0) / open)] as const)))
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

function groupsOf(candidates: readonly Candidate[], { lines }: PlannedUsage): SpotGroups {
  const scopes = new Map(lines.map((line) => [rowOfLine(line), [line.scope.cloud, line.scope.region, line.scope.size]]))
  const groups = new Map<string, Candidate[]>()
  for (const one of candidates) {
    const key = JSON.stringify([scopes.get(one.row), one.share])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}
