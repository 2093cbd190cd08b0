import { useState } from 'react'
import { isRefusal, refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { canonicalise, localise } from '#shared/formula/index.ts'
import { hoursOnPerMonth, summaryOf, unitHoursPerMonth } from '#pricing/schedule/week.ts'
import type { Weekly } from '#pricing/schedule/week.ts'
import { printWeekly } from '#pricing/schedule/weekly-print.ts'
import { parseWeekly } from '#pricing/schedule/weekly.ts'
import { zoneNames, zoneOffset } from '#pricing/schedule/zones.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DraftField, DraftInput } from '#renderer/ui/draft-input.tsx'
import { told } from '#renderer/ui/told.ts'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { HeatMap } from './heat-map.tsx'
import { PRESETS, presetWeek } from './presets.ts'
import { inZone } from './in-zone.ts'
import { readValue, typedText } from './value-text.ts'

type Props = {
  /** What the week is of, for people who hear it. */
  readonly label: string
  readonly text: string
  readonly commit: (text: string) => Refusal | null
}

/** A week as text and as a grid of its hours: what is changed in one shows in the other at once. */
export function WeekEditor({ label, text, commit }: Props) {
  const locale = useWorkspace((state) => state.locale)
  const reading = parseWeekly(text)
  const week = reading.ok ? reading.weekly : null
  const draft = useDraft(localise(text, locale), (typed) => withWeek(canonicalise(typed, locale), commit))
  // Hours painted or taken from a preset stand in the place of a text that was refused.
  const write = (next: Weekly) => {
    draft.cancel()
    return commit(printWeekly(next))
  }
  return (
    <div className="week">
      <label className="week-text">
        <span>As text</span>
        <DraftField label={`Week of ${label}`} draft={draft} placeholder="Mon-Fri 08-18 = 4, else 2" />
      </label>
      {!reading.ok && (
        <p className="week-problem" role="status">
          {told(reading.problem)}
        </p>
      )}
      {week !== null && <Picture label={label} week={week} isTextRefused={draft.refusal !== null} write={write} />}
      {week === null && <Presets week={empty} write={write} />}
    </div>
  )
}

const empty: Weekly = { hours: new Float64Array(168), relative: false, zone: null }

function Picture({
  label,
  week,
  isTextRefused,
  write,
}: {
  readonly label: string
  readonly week: Weekly
  readonly isTextRefused: boolean
  readonly write: (week: Weekly) => Refusal | null
}) {
  const locale = useWorkspace((state) => state.locale)
  const [brush, setBrush] = useState(() => summaryOf(week.hours).maximum)
  return (
    <>
      <div className="week-tools">
        <label className="week-tool">
          <span>Paint with</span>
          <DraftInput
            label="Value to paint with"
            inputMode="decimal"
            text={typedText(brush, week.relative, locale)}
            commit={(typed) => {
              const value = readValue(typed, week.relative, locale)
              if (value === null)
                return refuse('not-a-value', { message: `“${typed}” is not a number of zero or more.`, fix: 'Type digits, such as 4.' })
              setBrush(value)
              return null
            }}
          />
        </label>
        <Presets week={week} write={write} />
        <label className="week-tool week-zone">
          <span>Clock of</span>
          <DraftInput
            label="Time zone"
            text={week.zone ?? ''}
            placeholder="UTC"
            choices={zoneNames}
            commit={(zone) => {
              const moved = inZone(week, zone, isTextRefused)
              return isRefusal(moved) ? moved : write(moved)
            }}
          />
        </label>
      </div>
      {week.zone !== null && <ZoneNote zone={week.zone} />}
      <HeatMap
        label={`Hours of ${label}`}
        hours={week.hours}
        relative={week.relative}
        brush={brush}
        write={(hours) => void write({ ...week, hours })}
      />
      <Summary week={week} />
    </>
  )
}

/** Daylight saving is left out, which nobody should find out from a bill. */
function ZoneNote({ zone }: { readonly zone: string }) {
  const offset = zoneOffset(zone)
  if (offset === null || !zoneNames.includes(zone) || zone === 'UTC' || zone === 'GMT') return null
  return (
    <p className="week-zone-note">
      The clock of {zone} stands at {offsetText(offset)} all year here: daylight saving is left out.
    </p>
  )
}

/** `UTC−5`, `UTC+5:30`. */
function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset % 1) * 60)
  return `UTC${offset < 0 ? '−' : '+'}${String(Math.trunc(Math.abs(offset)))}${minutes === 0 ? '' : `:${String(minutes)}`}`
}

function Presets({ week, write }: { readonly week: Weekly; readonly write: (week: Weekly) => Refusal | null }) {
  return (
    <span className="week-presets" role="group" aria-label="Weeks to begin with">
      {PRESETS.map((preset) => (
        <Button key={preset.id} kind="quiet" onClick={() => write(presetWeek(preset, week))}>
          {preset.label}
        </Button>
      ))}
    </span>
  )
}

/** What the week comes to in a month. */
function Summary({ week }: { readonly week: Weekly }) {
  const printer = usePrinter()
  const month = useWorkspace((state) => (state.workbook === null ? 730 : settingsOf(state.workbook).month.hours))
  const { mean, minimum, maximum, hoursOn } = summaryOf(week.hours)
  const facts: readonly (readonly [string, number, string])[] = [
    ['Mean', mean, week.relative ? printer.share(mean) : printer.number(round(mean))],
    ['Least', minimum, week.relative ? printer.share(minimum) : printer.number(minimum)],
    ['Most', maximum, week.relative ? printer.share(maximum) : printer.number(maximum)],
    ['On', hoursOn, `${printer.number(hoursOn)} h of 168 a week`],
    [
      'A month',
      hoursOnPerMonth(week.hours, month),
      `${printer.number(round(hoursOnPerMonth(week.hours, month)))} h of ${printer.number(month)} on`,
    ],
    ['Together', unitHoursPerMonth(week.hours, month), `${printer.number(round(unitHoursPerMonth(week.hours, month)))} unit-hours`],
  ]
  return (
    <dl className="week-summary" aria-label="What the week comes to">
      {facts.map(([name, value, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-value={value}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function round(value: number): number {
  return Number(value.toFixed(2))
}

/** Hands over a text that is a week; any other is refused with its place and what to write. */
function withWeek(typed: string, commit: (text: string) => Refusal | null): Refusal | null {
  const reading = parseWeekly(typed)
  return reading.ok ? commit(typed.trim()) : refuse('bad-week', reading.problem)
}
