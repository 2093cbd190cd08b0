import { dayNames, hoursPerWeek, type Weekly } from './week.ts'

/** A run of hours with one value on the days that have it; `to` is below or equal to `from` where it goes over midnight. */
type Run = { readonly days: Set<number>; readonly from: number; readonly to: number; readonly value: number }

/**
 * The text that `parseWeekly` reads back as the same 168 values. Of the forms tried (each common value as `else`; spans cut at
 * midnight or going over it) the shortest. Values are printed with every digit they have.
 */
export function printWeekly(weekly: Weekly): string {
  const zone = weekly.zone === null ? '' : ` @ ${weekly.zone}`
  const values = commonest(weekly.hours)
  const only = values[0] ?? 0
  if (values.length <= 1) return valueText(only, weekly.relative) + zone
  const forms = values.slice(0, 4).flatMap((otherwise) => [false, true].map((overMidnight) => formOf(weekly, otherwise, overMidnight)))
  return forms.reduce((best, form) => (form.length < best.length ? form : best)) + zone
}

/** Values by how many hours have them, the most first; of equally many the earliest. */
function commonest(hours: Float64Array): readonly number[] {
  const counts = new Map<number, number>()
  for (const value of hours) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value)
}

function formOf(weekly: Weekly, otherwise: number, overMidnight: boolean): string {
  const parts = new Map<number, Map<string, Run[]>>()
  for (const run of runsOf(weekly.hours, otherwise, overMidnight)) {
    const days = daysText(run.days)
    const sameValue = parts.get(run.value) ?? new Map<string, Run[]>()
    parts.set(run.value, sameValue.set(days, [...(sameValue.get(days) ?? []), run]))
  }
  const clauses = [...parts].map(([value, byDays]) => {
    const selectors = [...byDays]
      .sort(([a, one], [b, other]) => rank(a, one) - rank(b, other))
      .map(([days, runs]) => selectorText(days, runs))
    return `${selectors.join(', ')} = ${valueText(value, weekly.relative)}`
  })
  return [...clauses, `else ${valueText(otherwise, weekly.relative)}`].join(', ')
}

/** Spans of equal hours and value, each with all its days. */
function runsOf(hours: Float64Array, otherwise: number, overMidnight: boolean): readonly Run[] {
  const runs = new Map<string, Run>()
  for (const { start, end, value } of stretches(hours, overMidnight)) {
    if (value === otherwise) continue
    const [from, to] = [start % 24, ((end - 1) % 24) + 1]
    const key = `${from}-${to}=${value}`
    const run = runs.get(key) ?? { days: new Set<number>(), from, to, value }
    run.days.add(Math.floor(start / 24))
    runs.set(key, run)
  }
  return [...runs.values()]
}

type Stretch = { readonly start: number; readonly end: number; readonly value: number }

/** Stretches of one value. They end at midnight, but for one of less than a day that goes over a single midnight when asked. */
function stretches(hours: Float64Array, overMidnight: boolean): readonly Stretch[] {
  const first = overMidnight ? firstChange(hours) : 0
  const found: Stretch[] = []
  for (let start = first; start < first + hoursPerWeek;) {
    const value = hours[start % hoursPerWeek] ?? 0
    let end = start + 1
    while (end < first + hoursPerWeek && hours[end % hoursPerWeek] === value) end++
    found.push(...cut(start, end, value, overMidnight))
    start = end
  }
  return found.map(({ start, end, value }) => ({ start: start % hoursPerWeek, end: (start % hoursPerWeek) + end - start, value }))
}

/** Where a change of value lets the week be read from, so that no stretch is cut at Monday 00:00. */
function firstChange(hours: Float64Array): number {
  for (let hour = 0; hour < hoursPerWeek; hour++) {
    if (hours[hour] !== hours[(hour + hoursPerWeek - 1) % hoursPerWeek]) return hour
  }
  return 0
}

function cut(start: number, end: number, value: number, overMidnight: boolean): readonly Stretch[] {
  const midnight = (Math.floor(start / 24) + 1) * 24
  if (end <= midnight) return [{ start, end, value }]
  const oneNight = end - start < 24 && start % 24 !== 0
  if (overMidnight && oneNight) return [{ start, end, value }]
  return [{ start, end: midnight, value }, ...cut(midnight, end, value, false)]
}

/** Hours alone come first and days alone last: days before a comma would be read together with what follows it. */
function rank(days: string, runs: readonly Run[]): number {
  return days === '' ? 0 : isWholeDay(runs) ? 2 : 1
}

function isWholeDay(runs: readonly Run[]): boolean {
  return runs.some(({ from, to }) => from === 0 && to === 24)
}

function selectorText(days: string, runs: readonly Run[]): string {
  const spans = runs.map(({ from, to }) => `${two(from)}-${two(to)}`)
  if (isWholeDay(runs)) return days
  return days === '' ? spans.join(',') : `${days} ${spans.join(',')}`
}

/** `Mon-Fri`, `Sat,Sun`, `Fri-Mon`; empty for every day. */
function daysText(days: ReadonlySet<number>): string {
  if (days.size === 7) return ''
  const starts = [...days].filter((day) => !days.has((day + 6) % 7)).sort((a, b) => a - b)
  return starts.map((start) => dayRange(start, days)).join(',')
}

function dayRange(start: number, days: ReadonlySet<number>): string {
  let length = 1
  while (days.has((start + length) % 7)) length++
  const [first, last] = [dayNames[start] ?? 'Mon', dayNames[(start + length - 1) % 7] ?? 'Mon']
  if (length === 1) return first
  return length === 2 ? `${first},${last}` : `${first}-${last}`
}

function valueText(value: number, relative: boolean): string {
  if (!relative) return String(value)
  const percent = String(Number((value * 100).toPrecision(15)))
  return Number(percent) / 100 === value ? `${percent} %` : `×${value}`
}

function two(hour: number): string {
  return String(hour).padStart(2, '0')
}
