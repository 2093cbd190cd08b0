import { inHour, instancesFor, takenAtTarget, type ScalingPolicy } from './scaling-policy.ts'
import { hoursPerWeek } from './week.ts'

/** The state of a running policy, one step after the other. */
export type Scaler = {
  /** Decides at the start of the step, then lets it pass. */
  readonly step: (hour: number) => { readonly running: number; readonly wanted: number }
  readonly billed: () => Float64Array
  readonly launches: () => number
  /** Forgets what was charged so far, not the instances. */
  readonly forgetBill: () => void
}

export function scaler(policy: ScalingPolicy): Scaler {
  const asked = new RecentMaximum(Math.ceil(policy.scaleInStabilisationMinutes / policy.stepMinutes))
  /** Step at which each running instance was started, the oldest first: those are stopped first. */
  const started: number[] = Array.from({ length: inHour(policy.minimum, 0) }, () => -Infinity)
  /** Whole minutes, so that nothing is lost by adding steps. */
  let minutes = new Float64Array(hoursPerWeek)
  let [now, lastOut, lastChange, launches] = [0, -Infinity, -Infinity, 0]
  const minutesSince = (step: number) => (now - step) * policy.stepMinutes

  const start = (count: number) => {
    for (let index = 0; index < count; index++) started.push(now)
    launches += count
    lastOut = now
    lastChange = now
  }
  const stop = (count: number, hour: number) => {
    for (const launch of started.splice(0, count)) {
      const owed = policy.minimumBilledSeconds / 60 - minutesSince(launch)
      if (owed > 0) minutes[hour] = (minutes[hour] ?? 0) + owed
    }
    lastChange = now
  }

  return {
    step: (hour) => {
      const [least, most] = [inHour(policy.minimum, hour), inHour(policy.maximum, hour)]
      const within = (count: number) => Math.min(most, Math.max(least, count))
      const wanted = wantedInstances(policy, hour, started.length)
      // Pauses and steps are the scaler's own: limits that change do not wait for them.
      const limited = within(started.length)
      if (limited > started.length) start(limited - started.length)
      else if (limited < started.length) stop(started.length - limited, hour)
      const running = started.length
      const desired = within(wanted)
      const floor = within(asked.push(wanted))
      if (desired > running && minutesSince(lastOut) >= policy.scaleOutCoolDownMinutes)
        start(Math.min(desired - running, policy.scaleOutStep))
      else if (floor < running && minutesSince(lastChange) >= policy.coolDownMinutes)
        stop(Math.min(running - floor, policy.scaleInStep), hour)
      minutes[hour] = (minutes[hour] ?? 0) + started.length * policy.stepMinutes
      now++
      return { running: started.length, wanted }
    },
    billed: () => minutes.map((count) => count / 60),
    launches: () => launches,
    forgetBill: () => {
      minutes = new Float64Array(hoursPerWeek)
      launches = 0
    },
  }
}

/** The answer of the metric that asks for most. A metric within the tolerance of its target asks for what is running. */
function wantedInstances(policy: ScalingPolicy, hour: number, running: number): number {
  let wanted = 0
  for (const metric of policy.metrics) {
    const load = metric.load[hour] ?? 0
    const perInstance = takenAtTarget(metric, hour)
    const ratio = running === 0 ? Infinity : load / (running * perInstance)
    const within = Math.abs(ratio - 1) <= policy.tolerance
    wanted = Math.max(wanted, within ? running : instancesFor(load, perInstance))
  }
  return wanted
}

/** The largest of the last `length` numbers and the newest one. */
class RecentMaximum {
  readonly #length: number
  /** Falling values with the steps they were given at. */
  readonly #candidates: { readonly value: number; readonly step: number }[] = []
  #step = 0

  constructor(length: number) {
    this.#length = length
  }

  push(value: number): number {
    while ((this.#candidates.at(-1)?.value ?? Infinity) <= value) this.#candidates.pop()
    this.#candidates.push({ value, step: this.#step })
    while ((this.#candidates[0]?.step ?? this.#step) < this.#step - this.#length) this.#candidates.shift()
    this.#step++
    return this.#candidates[0]?.value ?? value
  }
}
