/**
 * AWS normalisation factors: how much of a size-flexible reserved instance a size takes, one `small` being 1. A size of so many `xlarge` has
 * 8 times as many; bare metal is counted by the same table of its family and is not known here.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/apply_ri.html and
 * https://docs.aws.amazon.com/whitepapers/latest/cost-optimization-reservation-models/maximizing-utilization-with-size-flexibility-in-regional-reserved-instances.html
 */
const factors: ReadonlyMap<string, number> = new Map([
  ['nano', 0.25],
  ['micro', 0.5],
  ['small', 1],
  ['medium', 2],
  ['large', 4],
  ['xlarge', 8],
])

/** Factor of a size such as `m5.2xlarge` or `2xlarge`, or null where it has none (`metal`, other clouds). */
export function normalisationFactor(size: string): number | null {
  const name = size.slice(size.lastIndexOf('.') + 1)
  const plain = factors.get(name)
  if (plain !== undefined) return plain
  const multiple = /^([1-9]\d{0,2})xlarge$/.exec(name)
  return multiple === null ? null : Number(multiple[1]) * 8
}

/** Families whose reserved instances are not size flexible, as far as they are known here. Source: the same page. */
const inflexible = new Set(['g4ad', 'g4dn', 'g5', 'g5g', 'g6', 'g6e', 'gr6', 'hpc6a', 'hpc6id', 'hpc7a', 'hpc7g', 'inf1', 'inf2'])

/** Whether a regional Linux reservation of this family covers its other sizes. */
export function isSizeFlexible(family: string): boolean {
  return !inflexible.has(family)
}
