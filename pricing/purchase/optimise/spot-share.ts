/** Machines that go to spot together. `most`: the largest share of them that may, 0 to 1. `isStepped`: commitments for them come in whole steps. */
export type Mover = { readonly most: number; readonly isStepped: boolean }

/** More movers than this are each left as they are or sent as far as they may, and nothing between is tried. */
const mostSearched = 8
const mostPasses = 4

/**
 * The share of each mover that goes to spot so that the whole is cheapest, spot and commitments together, where `optimiseWithSpot` cannot look at
 * both at once: the caller prices whole designs, whatever stands in them. The cost is convex in the shares
 * (a sum of maxima of linear functions of shares and quantities), so that along one mover a search by thirds finds the least; where
 * commitments come in whole steps it is not, and every whole percent is tried. Shares are whole percents or as far as is allowed. Movers
 * share pools: they are moved one by one and all together until nothing gets cheaper. Nothing on spot is the start, so that the
 * answer is never dearer than that. For one mover it is the cheapest share there is; several may stop short of the very cheapest.
 */
export function bestSpotShares(movers: readonly Mover[], costOf: (shares: readonly number[]) => number): readonly number[] {
  const nothing = movers.map(() => 0)
  let best = { shares: nothing, cost: movers.length === 0 ? 0 : costOf(nothing) }
  const take = (levels: readonly number[], isStepped: boolean, sharesAt: (level: number) => readonly number[]) => {
    const at = leastOf(levels, isStepped, (level) => costOf(sharesAt(level)))
    if (at.cost < best.cost - 1e-9 * Math.abs(best.cost)) best = { shares: [...sharesAt(at.level)], cost: at.cost }
  }
  const isSearched = movers.length <= mostSearched
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = best.cost
    const most = Math.max(0, ...movers.map((one) => one.most))
    const isAnyStepped = movers.some(({ isStepped }) => isStepped)
    if (movers.length > 1)
      take(levelsTo(most, isSearched), isAnyStepped && isSearched, (level) => movers.map((one) => Math.min(level, one.most)))
    for (const [at, mover] of movers.entries()) {
      const others = best.shares
      take(levelsTo(mover.most, isSearched), mover.isStepped && isSearched, (level) => others.with(at, level))
    }
    if (best.cost >= before || movers.length === 1) break
  }
  return best.shares
}

/** Nothing, every whole percent and the most. */
function levelsTo(most: number, isSearched: boolean): readonly number[] {
  if (!isSearched) return [0, most]
  const percents = Array.from({ length: 101 }, (_, at) => at / 100).filter((level) => level < most - 1e-9)
  return [...percents, most]
}

type Least = { readonly level: number; readonly cost: number }

function leastOf(levels: readonly number[], isStepped: boolean, costOf: (level: number) => number): Least {
  const known = new Map<number, Least>()
  const at = (index: number): Least => {
    const level = levels[index] ?? 0
    const found = known.get(index) ?? { level, cost: costOf(level) }
    known.set(index, found)
    return found
  }
  let [low, high] = [0, levels.length - 1]
  if (isStepped || high < 3) {
    for (let index = 0; index <= high; index++) at(index)
  } else {
    if (at(low).cost <= at(low + 1).cost) high = low
    else if (at(high).cost <= at(high - 1).cost) low = high
    while (high - low > 2) {
      const third = Math.floor((high - low) / 3)
      const [left, right] = [low + Math.max(1, third), high - Math.max(1, third)]
      if (left >= right) break
      if (at(left).cost <= at(right).cost) high = right
      else low = left
    }
    for (let index = low; index <= high; index++) at(index)
  }
  return [...known.values()].reduce((least, one) => (one.cost < least.cost ? one : least))
}
