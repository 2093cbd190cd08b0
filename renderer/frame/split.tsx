import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'

type SplitProps = {
  readonly label: string
  /** Width of the panel beside it, in px. */
  readonly width: number
  readonly least: number
  readonly most: number
  /** The side of the separator on which the panel stands. */
  readonly panel: 'before' | 'after'
  readonly onResize: (width: number) => void
}

/** A separator that a pointer drags and arrow keys move. */
export function Split({ label, width, least, most, panel, onResize }: SplitProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const sign = panel === 'before' ? 1 : -1
  const resize = (asked: number) => onResize(Math.round(Math.min(Math.max(asked, least), most)))
  const down = (event: PointerEvent<HTMLDivElement>) => {
    from.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (from.current !== null) resize(from.current.width + sign * (event.clientX - from.current.x))
  }
  const keyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
    if (step === 0) return
    event.preventDefault()
    resize(width + sign * step)
  }
  return (
    <div
      className={`frame-split frame-split-${panel}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null
      }}
      onKeyDown={keyDown}
    />
  )
}
