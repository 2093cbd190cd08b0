import { Fault } from '#shared/document/fault.ts'
import { scaler, type Scaler } from './scaler.ts'
import { inHour } from './scaling-policy.ts'
import type { Hourly, ScalingMetric, ScalingPolicy } from './scaling-policy.ts'
import { hoursPerWeek } from './week.ts'

export type ScalingOutcome = {
  /** Instance-hours charged in each of the 168 hours; what an instance owes of its minimum time is charged in the hour it is stopped. */
  readonly billed: Float64Array
  /** Instances in service at the most. */
  readonly peak: number
  /** Instances started in the week. */
  readonly launches: number
  /** For each metric, load of each hour that even instances at 100 % cannot take: what waits or is turned away. */
  readonly unmet: readonly Float64Array[]
  /** Instances wanted beyond the maximum, as the mean of each hour. */
  readonly wantedAboveMaximum: Float64Array
}

/**
 * Runs the policy over two weeks of the load and takes the second, by when it no longer matters with how many instances the first began.
 * Load is even within an hour. Throws a Fault for a policy outside its ranges (the doors check what people type).
 */
export function simulateAutoscaling(policy: ScalingPolicy): ScalingOutcome {
  checkPolicy(policy)
  const machine = scaler(policy)
  const outcome = emptyOutcome(policy)
  const stepsPerHour = 60 / policy.stepMinutes
  for (let hour = 0; hour < hoursPerWeek; hour++) for (let step = 0; step < stepsPerHour; step++) machine.step(hour)
  machine.forgetBill()
  for (let hour = 0; hour < hoursPerWeek; hour++) {
    for (let step = 0; step < stepsPerHour; step++) record(outcome, policy, machine, hour, 1 / stepsPerHour)
  }
  return { ...outcome, billed: machine.billed(), peak: outcome.peak, launches: machine.launches() }
}

type Recording = { -readonly [K in 'peak']: number } & Pick<ScalingOutcome, 'unmet' | 'wantedAboveMaximum'>

function emptyOutcome(policy: ScalingPolicy): Recording {
  return {
    peak: 0,
    unmet: policy.metrics.map(() => new Float64Array(hoursPerWeek)),
    wantedAboveMaximum: new Float64Array(hoursPerWeek),
  }
}

function record(outcome: Recording, policy: ScalingPolicy, machine: Scaler, hour: number, share: number): void {
  const { running, wanted } = machine.step(hour)
  outcome.peak = Math.max(outcome.peak, running)
  outcome.wantedAboveMaximum[hour] = (outcome.wantedAboveMaximum[hour] ?? 0) + Math.max(0, wanted - inHour(policy.maximum, hour)) * share
  policy.metrics.forEach((metric, index) => {
    const waiting = Math.max(0, (metric.load[hour] ?? 0) - running * inHour(metric.capacityPerInstance, hour))
    const unmet = outcome.unmet[index]
    if (unmet !== undefined) unmet[hour] = (unmet[hour] ?? 0) + waiting * share
  })
}

function checkPolicy(policy: ScalingPolicy): void {
  const { metrics, minimum, maximum } = policy
  const isAbove = (hourly: Hourly) => every(hourly, (one) => one > 0)
  const isMetric = ({ capacityPerInstance, target, load }: ScalingMetric) =>
    isAbove(capacityPerInstance) && isAbove(target) && load.length === hoursPerWeek
  const rules: readonly (readonly [boolean, string])[] = [
    [metrics.length > 0, 'has no metric'],
    [metrics.every(isMetric), 'needs a capacity and a target above zero and 168 hours of load for each metric'],
    [every(minimum, Number.isInteger) && every(maximum, Number.isInteger), 'needs whole instances as minimum and maximum'],
    [
      every(minimum, (one, hour) => one >= 0 && one <= inHour(maximum, hour)),
      `needs 0 ≤ minimum ≤ maximum, not ${String(minimum)} and ${String(maximum)}`,
    ],
    [policy.scaleInStep >= 1 && policy.scaleOutStep >= 1, 'needs steps of at least one instance'],
  ]
  const broken = rules.find(([holds]) => !holds)
  if (broken !== undefined) throw new Fault(`The scaling policy ${broken[1]}.`)
}

/** Whether something is true of every hour of the week. */
function every(hourly: Hourly, holds: (one: number, hour: number) => boolean): boolean {
  for (let hour = 0; hour < hoursPerWeek; hour++) if (!holds(inHour(hourly, hour), hour)) return false
  return true
}
