import { useEffect, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { dayNames } from '#pricing/schedule/week.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { keyAct } from './heat-keys.ts'
import { usePainting } from './use-painting.ts'
import type { Painting } from './use-painting.ts'
import { readValue, valueText } from './value-text.ts'
import { contains, copied, dayBlock, hourBlock, indexOf, painted, pasted, wholeWeek } from './week-grid.ts'
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
  const painting = usePainting(hours, brush, block, setBlock, write)
  const shown = painting.preview ?? hours
  const select = (next: Block) => {
    setBlock(next)
    focusCell(grid.current, next.focus)
  }

  function commitTyped(): boolean {
    const value = typed === null ? null : readValue(typed, relative, locale)
    setTyped(null)
    if (value === null) return false
    write(painted(hours, block, value))
    return true
  }

  function keyDown(event: KeyboardEvent) {
    const next = keyAct(event, { block, typed, hours })
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (next.kind === 'type') setTyped(next.text)
    else if (next.kind === 'commit') {
      commitTyped()
      select(next.block)
    } else if (next.kind === 'write') {
      setTyped(null)
      write(next.hours)
    } else select(next.block)
  }

  const paste = (event: ClipboardEvent) => {
    const next = pasted(hours, block, event.clipboardData.getData('text/plain'), (text) => readValue(text, false, locale))
    if (next === null) return
    event.preventDefault()
    write(next)
  }
  const copy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied(hours, block))
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
            isTyping={typed !== null}
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
  readonly isTyping: boolean
  readonly painting: Painting
  readonly select: (block: Block) => void
}

function HeatRow({ day, hours, block, text, isTyping, painting, select }: RowProps) {
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
            data-typing={(isFocus && isTyping) || undefined}
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
