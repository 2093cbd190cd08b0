/**
 * Hours in which every one of several profiles has the same value stand for one another: a design of few shapes has few distinct
 * hours, and what is computed hour by hour needs to look at each of them once.
 */
export type HourClasses = {
  /** Hours of each class; they add up to the hours of a profile. */
  readonly weights: Float64Array
  /** For each profile its value in each class. */
  readonly profiles: readonly Float64Array[]
  /** For each hour the class it belongs to. */
  readonly classOf: Int32Array
}

/**
 * Classes in the order of their first hour. Every profile must have the same number of hours (168, 8,760 …); no profiles make no classes.
 * Linear in hours × profiles.
 */
export function hourClasses(profiles: readonly Float64Array[]): HourClasses {
  const hours = profiles[0]?.length ?? 0
  const hashes = hashesOf(profiles, hours)
  const classOf = new Int32Array(hours)
  const firstHours: number[] = []
  const weights: number[] = []
  const byHash = new Map<number, number[]>()
  for (let hour = 0; hour < hours; hour++) {
    const hash = hashes[hour] ?? 0
    const alike = byHash.get(hash)
    const found = alike?.find((index) => sameHours(profiles, firstHours[index] ?? 0, hour))
    if (found !== undefined) {
      classOf[hour] = found
      weights[found] = (weights[found] ?? 0) + 1
      continue
    }
    const index = firstHours.push(hour) - 1
    weights.push(1)
    classOf[hour] = index
    if (alike === undefined) byHash.set(hash, [index])
    else alike.push(index)
  }
  return {
    weights: Float64Array.from(weights),
    profiles: profiles.map((profile) => Float64Array.from(firstHours, (hour) => profile[hour] ?? 0)),
    classOf,
  }
}

/** A 32-bit hash of every hour's values, profile by profile so that memory is read in order (FNV-1a over the words of the doubles). */
function hashesOf(profiles: readonly Float64Array[], hours: number): Int32Array {
  const hashes = new Int32Array(hours).fill(-2128831035)
  for (const profile of profiles) {
    const words = new Int32Array(profile.buffer, profile.byteOffset, profile.length * 2)
    for (let hour = 0; hour < hours; hour++) {
      const low = Math.imul((hashes[hour] ?? 0) ^ (words[hour * 2] ?? 0), 16777619)
      const mixed = Math.imul(low ^ (words[hour * 2 + 1] ?? 0), 16777619)
      hashes[hour] = mixed ^ (mixed >>> 15)
    }
  }
  return hashes
}

function sameHours(profiles: readonly Float64Array[], one: number, other: number): boolean {
  return profiles.every((profile) => profile[one] === profile[other])
}
