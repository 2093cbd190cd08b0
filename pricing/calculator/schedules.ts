import type { ScalingRule, Schedule } from '#shared/document/types.ts'
import { describeDimension, plain, sameDimension } from '#shared/formula/index.ts'
import type { Field, Problem, Reference, Value } from '#shared/formula/types.ts'
import { simulateAutoscaling } from '#pricing/schedule/autoscaling.ts'
import type { ScalingOutcome } from '#pricing/schedule/autoscaling.ts'
import { inHour, targetTracking } from '#pricing/schedule/scaling-policy.ts'
import type { Hourly, ScalingPolicy } from '#pricing/schedule/scaling-policy.ts'
import { hoursPerWeek, summaryOf } from '#pricing/schedule/week.ts'
import { problemInHour } from './by-hour.ts'
import type { ScheduleEstimate } from './types.ts'
import { emptyValue, problemValue, shareField, textInField, textValue } from './values.ts'
import { byHour, looksWeekly, weekValue } from './weeks.ts'

type Lookup = (reference: Reference) => Value

/** The texts of a schedule that are cells: those of its scaling rule. */
export function scheduleTexts({ scaling }: Schedule): readonly string[] {
  return scaling === undefined ? [] : Object.values(scaling)
}

/** What `schedule("…")` means: the schedules of that name, else the one of that id; where there is none it may be a week written out. */
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
  if (schedule === undefined) return silent(looksWeekly(name) ? weekValue(name) : noSchedule(name))
  if (bearers.length > 1)
    return silent(problemValue('#NAME?', `${bearers.length} schedules are called "${name}".`, 'Give each schedule a name of its own.'))
  if (schedule.scaling !== undefined) return scaled(schedule.scaling, schedule.name, lookup)
  return silent(schedule.weekly.trim() === '' ? emptyValue(`the schedule ${schedule.name}`) : weekValue(schedule.weekly))
}

function noSchedule(name: string): Value {
  return problemValue('#NAME?', `There is no schedule "${name}".`, 'Add a schedule with this name, or correct the name.')
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
  const perInstanceName = `the capacity of ${name}`
  const capacity = rule.capacity.trim() === '' ? emptyValue(perInstanceName, false) : textValue(rule.capacity, perInstanceName, lookup)
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
  const minimum = hourlyOf(read.minimum)
  const maximum = hourlyOf(read.maximum)
  const wrong = pauseProblem(read.coolDown, 'cool-down', name) ?? pauseProblem(read.stabilisation, 'stabilisation window', name)
  const broken = wrong ?? ruleProblem(load, capacity, minimum, maximum)
  if (broken !== null) return silent(broken)
  const perInstance = hourlyOf(capacity)
  const outcome = simulated({
    metrics: [{ load: hoursOf(load), capacityPerInstance: perInstance, target: hourlyOf(read.target) }],
    minimum,
    maximum,
    coolDownMinutes: numberIn(read.coolDown),
    scaleInStabilisationMinutes: numberIn(read.stabilisation),
  })
  const inInstances = (hours: Float64Array) => hours.map((one, hour) => one / inHour(perInstance, hour))
  return {
    value: byHour(outcome.billed),
    warnings: warningsOf(outcome, maximum),
    scaling: { load: inInstances(hoursOf(load)), unmet: inInstances(outcome.unmet[0] ?? new Float64Array(hoursPerWeek)) },
  }
}

/** A scaler's pauses are the same all week. */
function pauseProblem(value: Value, what: string, name: string): Value | null {
  if (value.kind !== 'number' || value.hours === undefined) return null
  return problemValue('#VALUE!', `The ${what} of ${name} changes by the hour.`, 'Give it one number of minutes for the whole week.')
}

function ruleProblem(load: Value, capacity: Value, minimum: Hourly, maximum: Hourly): Value | null {
  if (load.kind !== 'number' || capacity.kind !== 'number') return null
  if (!sameDimension(load.dimension, capacity.dimension))
    return problemValue(
      '#UNIT!',
      `The load is ${describeDimension(load.dimension)}, but one instance takes ${describeDimension(capacity.dimension)}.`,
      'Give both in the same unit.',
    )
  if (!hoursOf(capacity).every((one) => one > 0)) return problemValue('#NUM!', 'One instance takes no load.', 'Give a capacity above zero.')
  if (hoursOf(load).some((one) => one < 0)) return problemValue('#NUM!', 'The load is below zero.', 'Check what it is made of.')
  for (let hour = 0; hour < hoursPerWeek; hour += 1) {
    const [least, most] = [inHour(minimum, hour), inHour(maximum, hour)]
    if (least > most) return limitsProblem(least, most, typeof minimum === 'number' && typeof maximum === 'number' ? null : hour)
  }
  return null
}

/** `hour`: the first of the week that it is so in; null where the limits are the same all week. */
function limitsProblem(least: number, most: number, hour: number | null): Value {
  const problem: Problem = {
    code: '#NUM!',
    message: `The minimum ${least} is above the maximum ${most}.`,
    fix: 'Raise the maximum or lower the minimum.',
  }
  return { kind: 'problem', problem: hour === null ? problem : problemInHour(problem, hour) }
}

/** Running a week minute by minute takes a while: the last answers are kept. */
const simulations = new Map<string, ScalingOutcome>()
const mostKept = 256

type Rule = Pick<ScalingPolicy, 'metrics' | 'minimum' | 'maximum' | 'coolDownMinutes' | 'scaleInStabilisationMinutes'>

function simulated(rule: Rule): ScalingOutcome {
  const { metrics, minimum, maximum, coolDownMinutes, scaleInStabilisationMinutes } = rule
  const watched = metrics.flatMap(({ load, capacityPerInstance, target }) => [load, capacityPerInstance, target])
  const key = [...watched, minimum, maximum, coolDownMinutes, scaleInStabilisationMinutes].join(' ')
  const known = simulations.get(key)
  if (known !== undefined) return known
  if (simulations.size >= mostKept) simulations.clear()
  const outcome = simulateAutoscaling({ ...targetTracking, ...rule })
  simulations.set(key, outcome)
  return outcome
}

function warningsOf({ wantedAboveMaximum, unmet }: ScalingOutcome, maximum: Hourly): readonly string[] {
  const wanted = summaryOf(wantedAboveMaximum)
  if (wanted.maximum === 0) return []
  const turnedAway = summaryOf(unmet[0] ?? new Float64Array(hoursPerWeek))
  const lost =
    turnedAway.maximum > 0 ? ` In ${turnedAway.hoursOn} hours of the week even instances used to the full cannot take all of the load.` : ''
  const limit = typeof maximum === 'number' ? `the maximum of ${maximum} instances` : 'the maximum of the hour'
  return [
    `In ${wanted.hoursOn} hours of the week the load asks for more than ${limit}, for up to ${Math.ceil(wanted.maximum)} more.${lost}`,
  ]
}

function hoursOf(value: Value): Float64Array {
  if (value.kind !== 'number') return new Float64Array(hoursPerWeek)
  return value.hours ?? new Float64Array(hoursPerWeek).fill(value.value)
}

function hourlyOf(value: Value): Hourly {
  return value.kind === 'number' ? (value.hours ?? value.value) : Number.NaN
}

function numberIn(value: Value): number {
  return value.kind === 'number' ? value.value : Number.NaN
}
