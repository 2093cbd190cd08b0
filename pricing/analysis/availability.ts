/**
 * The availability that parts give together. Shares of the time, 0 to 1. Everything here assumes that parts fail independently of one
 * another; parts that share a zone, a network or a deployment do not, and the figure is then too high.
 * Source: https://learn.microsoft.com/azure/architecture/framework/resiliency/business-metrics (composite SLAs)
 */

/** Parts that are all needed: a₁ × a₂ × …; 1 for none. */
export function allOf(availabilities: readonly number[]): number {
  return availabilities.reduce((product, availability) => product * availability, 1)
}

/** Parts of which one is enough: 1 − (1 − a₁) × (1 − a₂) × …; 0 for none. */
export function anyOf(availabilities: readonly number[]): number {
  return 1 - availabilities.reduce((product, availability) => product * (1 - availability), 1)
}

/** The same system in so many regions with failover between them: 1 − (1 − a)^regions. */
export function inRegions(availability: number, regions: number): number {
  return 1 - (1 - availability) ** regions
}

/**
 * Hours per period that a system may be down: (1 − availability) × hours. A published month has 30 days (720 hours), a year 365 (8,760);
 * estimates count 730 hours as a month.
 */
export function downtime(availability: number, hours: number): number {
  return (1 - availability) * hours
}

/** 0.9995 has 3.3 nines: −log₁₀(1 − availability); Infinity for 1. */
export function nines(availability: number): number {
  return availability === 1 ? Infinity : -Math.log10(1 - availability)
}
