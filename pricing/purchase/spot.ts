/**
 * Spot capacity for work that can be interrupted: it is cheaper, and it does some of its work twice. All times are hours.
 * Sources: J. W. Young, A first order approximation to the optimum checkpoint interval (1974); the availability-optimal interval:
 * https://ar5iv.labs.arxiv.org/html/2410.18124
 */

export type SpotTerms = {
  /** Dollars of one hour. */
  readonly spotHourly: number
  readonly onDemandHourly: number
  /** Mean hours between two interruptions, above 0; Infinity for none. */
  readonly betweenInterruptions: number
  /** Hours that saving one checkpoint takes, 0 or more. */
  readonly saving: number
  /** Hours from an interruption until work goes on: new capacity, loading, warming up. */
  readonly restart: number
  /** Hours between two checkpoints; absent for Young's interval. */
  readonly interval?: number
  /** The row answers people's requests: two minutes' notice are then not enough by themselves. */
  readonly servesTraffic?: boolean
  /** Nobody has said that the row may be interrupted. */
  readonly isUntagged?: boolean
}

export type SpotOutcome = {
  /** Hours between two checkpoints; Infinity where nothing is ever interrupted. */
  readonly interval: number
  /** Hours spent saving, repeating and restarting for each useful hour. */
  readonly overhead: number
  /** Dollars of a useful hour: spot price × (1 + overhead). */
  readonly hourly: number
  /** What it saves against on demand, 0 to 1; below zero where it costs more. */
  readonly saved: number
  readonly warnings: readonly string[]
}

/**
 * Young's interval √(2 · Tf · Ts): the time between checkpoints that wastes least to a first order. Tf is the mean time between interruptions, Ts
 * the time one checkpoint takes; holds where Ts is much less than Tf.
 */
export function youngInterval(betweenInterruptions: number, saving: number): number {
  return Math.sqrt(2 * betweenInterruptions * saving)
}

/** The interval Ts + √(2 · (Tf + Tr) · Ts + Ts²) at which the largest share of the time is useful; Tr is the time a restart takes. */
export function availabilityInterval(betweenInterruptions: number, saving: number, restart: number): number {
  return saving + Math.sqrt(2 * (betweenInterruptions + restart) * saving + saving ** 2)
}

/**
 * Mean hours between interruptions from the share of instances that are interrupted within a month, as clouds publish it (AWS Spot Instance
 * Advisor: under 5 %, 5–10 % …), when interruptions come evenly: -730 / ln(1 - share). `share` is 0 to below 1; 0 gives Infinity.
 */
export function hoursBetweenInterruptions(monthlyShare: number): number {
  return monthlyShare === 0 ? Infinity : -730 / Math.log(1 - monthlyShare)
}

/** To a first order: overhead = Ts / Tc + (Tc / 2 + Tr) / Tf, half an interval being lost at each interruption. */
export function spotOutcome(terms: SpotTerms): SpotOutcome {
  const { betweenInterruptions, saving, restart, spotHourly, onDemandHourly } = terms
  const interval = terms.interval ?? youngInterval(betweenInterruptions, saving)
  const overhead =
    betweenInterruptions === Infinity && terms.interval === undefined ? 0 : overheadOf(interval, saving, restart, betweenInterruptions)
  const hourly = spotHourly * (1 + overhead)
  const saved = onDemandHourly === 0 ? 0 : 1 - hourly / onDemandHourly
  const isDearer = hourly >= onDemandHourly
  return {
    interval,
    overhead,
    hourly,
    saved,
    warnings: spotNotes({ isDearer, overhead, servesTraffic: terms.servesTraffic === true, isUntagged: terms.isUntagged === true }),
  }
}

/** Without checkpoints that take any time work is saved all along, and only the restarts are lost. */
function overheadOf(interval: number, saving: number, restart: number, between: number): number {
  const checkpoints = saving === 0 ? 0 : saving / interval
  return checkpoints + (interval / 2 + restart) / between
}

type SpotFacts = {
  readonly isDearer: boolean
  readonly overhead: number
  readonly servesTraffic: boolean
  readonly isUntagged: boolean
}

/** What a person should know before running so on spot. */
export function spotNotes({ isDearer, overhead, servesTraffic, isUntagged }: SpotFacts): readonly string[] {
  const warnings: string[] = []
  if (isDearer) warnings.push('Spot costs more than on demand here, because too much work is done twice. Run this on demand.')
  if (overhead > 0.5)
    warnings.push(
      'More than half an hour is lost for each useful one. Save more often, restart faster, or choose a size that is interrupted less.',
    )
  if (servesTraffic) warnings.push('This row serves traffic. Keep enough on demand to answer while spot capacity is taken away.')
  else if (isUntagged)
    warnings.push(
      'Spot machines are taken away at short notice. Does this row serve traffic? Keep enough on demand; if not, tag it interruptible=yes.',
    )
  return warnings
}
