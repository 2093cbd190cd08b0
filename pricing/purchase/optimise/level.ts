/**
 * The smallest level whose exceeding hours are worth at most `cost` together; 0 where no level is. `values`: what each hour is worth. The levels are
 * sorted as plain numbers and the hours counted into them, which is several times faster than sorting the hours by level.
 */
export function levelWorth(cost: number, levels: Float64Array, values: Float64Array): number {
  const sorted = levels.slice().sort()
  const worth = new Float64Array(sorted.length)
  levels.forEach((level, index) => (worth[placeOf(level, sorted)]! += values[index]!))
  let exceeding = 0
  for (let place = sorted.length - 1; place >= 0; place--) {
    exceeding += worth[place]!
    if (exceeding > cost + 1e-12) return sorted[place]!
  }
  return 0
}

/** The first place of a level among the sorted ones. */
function placeOf(level: number, sorted: Float64Array): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < level) low = middle + 1
    else high = middle
  }
  return low
}
