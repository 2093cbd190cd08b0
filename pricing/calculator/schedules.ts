import type { ScalingRule, Schedule } from '#shared/document/types.ts'
import { describeDimension, plain, sameDimension } from '#shared/formula/index.ts'
import type { Field, Reference, Value } from '#shared/formula/types.ts'
import { simulateAutoscaling } from '#pricing/schedule/autoscaling.ts'
import type { ScalingOutcome } from '#pricing/schedule/autoscaling.ts'
import { targetTracking } from '#pricing/schedule/scaling-policy.ts'
import { hoursPerWeek, summaryOf } from '#pricing/schedule/week.ts'
import type { ScheduleEstimate } from './types.ts'
import { emptyValue, problemValue, shareField, textInField, textValue } from './values.ts'
import { byHour, weekValue } from './weeks.ts'

type Lookup = (reference: Reference) => Value

/** The texts of a schedule that are cells: those of its scaling rule. */
export function scheduleTexts({ scaling }: Schedule): readonly string[] {
  return scaling === undefined ? [] : Object.values(scaling)
}

/** What `schedule("…")` means: the schedules of that name, else the one of that id. */
export function schedulesNamed(name: string, schedules: Iterable<Schedule>): readonly Schedule[] {
  const all = [...schedules]
  const named = all.filter((one) => one.name === name)
  return named.length > 0 ? named : all.filter((one) => one.id === name)
}

/** What a schedule comes to, and what a person should know about it. */
export type ScheduleOutcome = ScheduleEstimate
/** The same without the figure. */
export type ScheduleSaid = Omit<ScheduleEstimate, 'value'>
export const nothingSaid: ScheduleSaid = { warnings: [] }

/** What `schedule("…")` is: the week of the one schedule that bears the name. */
export function scheduleOutcome(name: string, bearers: readonly Schedule[], lookup: Lookup): ScheduleOutcome {
  const [schedule] = bearers
  if (schedule === undefined)
    return silent(problemValue('#NAME?', `There is no schedule "${name}".`, 'Add a schedule with this name, or correct the name.'))
  if (bearers.length > 1)
    return silent(problemValue('#NAME?', `${bearers.length} schedules are called "${name}".`, 'Give each schedule a name of its own.'))
  if (schedule.scaling !== undefined) return scaled(schedule.scaling, schedule.name, lookup)
  return silent(schedule.weekly.trim() === '' ? emptyValue(`the schedule ${schedule.name}`) : weekValue(schedule.weekly))
}

function silent(value: Value): ScheduleOutcome {
  return { value, ...nothingSaid }
}

const instances: Field = { dimension: plain, unit: 'instances', factor: 1, per: null, min: 0, max: 100_000, integer: true }
const minutes: Field = { dimension: { ...plain, time: 1 }, unit: 'min', factor: 60, per: null, min: 0, max: 10_080, integer: true }
const targets: Field = { ...shareField, min: 0.01 }

/** The instances that an autoscaling rule bills, hour by hour. */
function scaled(rule: ScalingRule, name: string, lookup: Lookup): ScheduleOutcome {
  const field = (text: string, what: string, of: Field) => textInField(text, `${what} of ${name}`, of, 730, lookup)
  const load = textValue(rule.load, `the load of ${name}`, lookup)
  const capacity = textValue(rule.capacity, `the capacity of ${name}`, lookup)
  const read = {
    load,
    capacity,
    target: field(rule.target, 'the target', targets),
    minimum: field(rule.minimum, 'the minimum', instances),
    maximum: field(rule.maximum, 'the maximum', instances),
    coolDown: field(rule.coolDownMinutes ?? String(targetTracking.coolDownMinutes), 'the cool-down', minutes),
    stabilisation: field(
      rule.stabilisationMinutes ?? String(targetTracking.scaleInStabilisationMinutes),
      'the stabilisation window',
      minutes,
    ),
  }
  const values = Object.values(read)
  const stop = values.find(({ kind }) => kind === 'problem') ?? values.find(({ kind }) => kind === 'unknown')
  if (stop !== undefined) return silent(stop)
  const wrong = ruleProblem(read.load, read.capacity, numberIn(read.minimum), numberIn(read.maximum))
  if (wrong !== null) return silent(wrong)
  const outcome = simulated([
    numberIn(read.capacity),
    numberIn(read.target),
    numberIn(read.minimum),
    numberIn(read.maximum),
    numberIn(read.coolDown),
    numberIn(read.stabilisation),
    ...hoursOf(read.load),
  ])
  const inInstances = (hours: Float64Array) => hours.map((one) => one / numberIn(read.capacity))
  return {
    value: byHour(outcome.billed),
    warnings: warningsOf(outcome, numberIn(read.maximum)),
    scaling: { load: inInstances(hoursOf(read.load)), unmet: inInstances(outcome.unmet[0] ?? new Float64Array(hoursPerWeek)) },
  }
}

function ruleProblem(load: Value, capacity: Value, minimum: number, maximum: number): Value | null {
  if (load.kind !== 'number' || capacity.kind !== 'number') return null
  if (!sameDimension(load.dimension, capacity.dimension))
    return problemValue(
      '#UNIT!',
      `The load is ${describeDimension(load.dimension)}, but one instance takes ${describeDimension(capacity.dimension)}.`,
      'Give both in the same unit.',
    )
  if (!(capacity.value > 0)) return problemValue('#NUM!', 'One instance takes no load.', 'Give a capacity above zero.')
  if (hoursOf(load).some((one) => one < 0)) return problemValue('#NUM!', 'The load is below zero.', 'Check what it is made of.')
  if (minimum > maximum)
    return problemValue('#NUM!', `The minimum ${minimum} is above the maximum ${maximum}.`, 'Raise the maximum or lower the minimum.')
  return null
}

/** Running a week minute by minute takes a while: the last answers are kept. */
const simulations = new Map<string, ScalingOutcome>()
const mostKept = 256

function simulated(numbers: readonly number[]): ScalingOutcome {
  const key = numbers.join(' ')
  const known = simulations.get(key)
  if (known !== undefined) return known
  if (simulations.size >= mostKept) simulations.clear()
  const [capacityPerInstance = 1, target = 1, minimum = 0, maximum = 0, coolDownMinutes = 0, scaleInStabilisationMinutes = 0] = numbers
  const outcome = simulateAutoscaling({
    ...targetTracking,
    metrics: [{ load: Float64Array.from(numbers.slice(6)), capacityPerInstance, target }],
    minimum: Math.round(minimum),
    maximum: Math.round(maximum),
    coolDownMinutes,
    scaleInStabilisationMinutes,
  })
  simulations.set(key, outcome)
  return outcome
}

function warningsOf({ wantedAboveMaximum, unmet }: ScalingOutcome, maximum: number): readonly string[] {
  const wanted = summaryOf(wantedAboveMaximum)
  if (wanted.maximum === 0) return []
  const turnedAway = summaryOf(unmet[0] ?? new Float64Array(hoursPerWeek))
  const lost =
    turnedAway.maximum > 0 ? ` In ${turnedAway.hoursOn} hours of the week even instances used to the full cannot take all of the load.` : ''
  return [
    `In ${wanted.hoursOn} hours of the week the load asks for more than the maximum of ${maximum} instances, for up to ${Math.ceil(wanted.maximum)} more.${lost}`,
  ]
}

function hoursOf(value: Value): Float64Array {
  if (value.kind !== 'number') return new Float64Array(hoursPerWeek)
  return value.hours ?? new Float64Array(hoursPerWeek).fill(value.value)
}

function numberIn(value: Value): number {
  return value.kind === 'number' ? value.value : Number.NaN
}
