import { useEffect, useRef, useState } from 'react'
import type { ClipboardEvent, FocusEvent, KeyboardEvent } from 'react'
import { dayNames } from '#pricing/schedule/week.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { keyAct, taken } from './heat-keys.ts'
import { usePainting } from './use-painting.ts'
import type { Painting } from './use-painting.ts'
import { readValue, typedText, valueText } from './value-text.ts'
import { contains, copied, dayBlock, hourBlock, indexOf, pasted, wholeWeek } from './week-grid.ts'
import type { Block, Spot } from './week-grid.ts'
import './heat-map.css'

const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

type Props = {
  readonly label: string
  readonly hours: Float64Array
  readonly relative: boolean
  /** What a drag of the mouse paints. */
  readonly brush: number
  readonly write: (hours: Float64Array) => void
}

/**
 * The week as a grid of its hours. A drag paints the brush's value; with the keys: arrows and Shift select, digits and Enter set what is
 * selected, Delete sets zero, Ctrl+C and Ctrl+V copy and paste, Ctrl+D and Ctrl+R fill from the first row or column.
 */
export function HeatMap({ label, hours, relative, brush, write }: Props) {
  const locale = useWorkspace((state) => state.locale)
  const [block, setBlock] = useState<Block>({ anchor: { day: 0, hour: 0 }, focus: { day: 0, hour: 0 } })
  const [typed, setTyped] = useState<string | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const settled = taken({ block, typed, hours }, (text) => readValue(text, relative, locale))
  const painting = usePainting(hours, brush, block, point, write)
  const shown = painting.preview ?? hours

  /** Takes what was typed into the hours it was typed over; false where it is no value and stays to be mended. */
  function settle(): boolean {
    if (settled === null) return false
    setTyped(null)
    if (settled !== hours) write(settled)
    return true
  }

  /** Selects with the mouse. What is no value is given up then, as leaving the grid does: it must not land elsewhere. */
  function point(next: Block) {
    if (!settle()) setTyped(null)
    setBlock(next)
  }

  function select(next: Block) {
    point(next)
    focusCell(grid.current, next.focus)
  }

  function keyDown(event: KeyboardEvent) {
    const next = keyAct(event, { block, typed, hours: settled ?? hours })
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (next.kind === 'type') setTyped(next.text)
    else if (settled === null) return
    else if (next.kind === 'select') select(next.block)
    else {
      setTyped(null)
      write(next.hours)
    }
  }

  const paste = (event: ClipboardEvent) => {
    const next = pasted(settled ?? hours, block, event.clipboardData.getData('text/plain'), (text) => readValue(text, false, locale))
    if (next === null) return
    event.preventDefault()
    setTyped(null)
    write(next)
  }
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget) && !settle()) setTyped(null)
  }
  const copy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData.setData(
      'text/plain',
      copied(settled ?? hours, block, (value) => typedText(value, false, locale)),
    )
  }

  useEffect(() => {
    window.addEventListener('pointerup', painting.up)
    window.addEventListener('pointercancel', painting.cancel)
    return () => {
      window.removeEventListener('pointerup', painting.up)
      window.removeEventListener('pointercancel', painting.cancel)
    }
  })

  return (
    <table
      ref={grid}
      className="heat"
      role="grid"
      aria-label={label}
      aria-multiselectable
      onKeyDown={keyDown}
      onBlur={leave}
      onCopy={copy}
      onPaste={paste}
    >
      <HeatHead select={select} />
      <tbody>
        {dayNames.map((name, day) => (
          <HeatRow
            key={name}
            day={day}
            hours={shown}
            block={block}
            text={(value, isFocus) => (isFocus && typed !== null ? typed : valueText(value, relative, locale))}
            typing={typed === null ? null : settled === null ? 'wrong' : 'value'}
            painting={painting}
            select={select}
          />
        ))}
      </tbody>
    </table>
  )
}

function HeatHead({ select }: { readonly select: (block: Block) => void }) {
  return (
    <thead>
      <tr>
        <th>
          <button type="button" className="heat-head" aria-label="Select the whole week" tabIndex={-1} onClick={() => select(wholeWeek)} />
        </th>
        {HOURS.map((hour) => (
          <th key={hour} scope="col">
            <button
              type="button"
              className="heat-head"
              aria-label={`Select ${clock(hour)} of all days`}
              tabIndex={-1}
              onClick={() => select(hourBlock(hour))}
            >
              {String(hour).padStart(2, '0')}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

type RowProps = {
  readonly day: number
  readonly hours: Float64Array
  readonly block: Block
  readonly text: (value: number, isFocus: boolean) => string
  /** Whether somebody types into the focused hour, and whether that is a value. */
  readonly typing: 'value' | 'wrong' | null
  readonly painting: Painting
  readonly select: (block: Block) => void
}

function HeatRow({ day, hours, block, text, typing, painting, select }: RowProps) {
  const name = LONG_DAYS[day] ?? ''
  const most = hours.reduce((largest, value) => Math.max(largest, value), 0)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="heat-head" aria-label={`Select ${name}`} tabIndex={-1} onClick={() => select(dayBlock(day))}>
          {dayNames[day]}
        </button>
      </th>
      {HOURS.map((hour) => {
        const spot = { day, hour }
        const value = hours[indexOf(spot)] ?? 0
        const isFocus = block.focus.day === day && block.focus.hour === hour
        return (
          <td
            key={hour}
            role="gridcell"
            className="heat-cell"
            style={{ background: heatOf(value, most) }}
            aria-label={`${name} ${clock(hour)}, ${text(value, isFocus)}`}
            aria-selected={contains(block, spot)}
            data-spot={`${String(day)}-${String(hour)}`}
            data-value={value}
            data-typing={(isFocus && typing) || undefined}
            aria-invalid={(isFocus && typing === 'wrong') || undefined}
            tabIndex={isFocus ? 0 : -1}
            onPointerDown={(event) => painting.down(event, spot)}
            onPointerEnter={() => painting.over(spot)}
          >
            {text(value, isFocus)}
          </td>
        )
      })}
    </tr>
  )
}

function focusCell(grid: HTMLElement | null, { day, hour }: Spot): void {
  requestAnimationFrame(() => grid?.querySelector<HTMLElement>(`[data-spot="${String(day)}-${String(hour)}"]`)?.focus())
}

/** At most so strong that the text on it keeps a contrast of 4.5:1 in both themes. */
function heatOf(value: number, most: number): string {
  const share = most === 0 ? 0 : value / most
  return `color-mix(in oklab, var(--sky-hue-blue) ${String(Math.round(share * 45))}%, var(--sky-sunken))`
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
