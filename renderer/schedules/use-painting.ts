import { useState } from 'react'
import type { PointerEvent } from 'react'
import { painted, type Block, type Spot } from './week-grid.ts'

/** Dragging over the week with the mouse. `preview` is the week as it would be if the button were let go now. */
export type Painting = {
  readonly preview: Float64Array | null
  readonly down: (event: PointerEvent, spot: Spot) => void
  readonly over: (spot: Spot) => void
  readonly up: () => void
  readonly cancel: () => void
}

/** A click selects a cell, with Shift it extends the block; a drag paints `value` over what it passes. */
export function usePainting(
  hours: Float64Array,
  value: number,
  block: Block,
  select: (block: Block) => void,
  write: (hours: Float64Array) => void,
): Painting {
  const [from, setFrom] = useState<Spot | null>(null)
  const [to, setTo] = useState<Spot | null>(null)
  const dragged = from !== null && to !== null ? { anchor: from, focus: to } : null
  const stop = () => {
    setFrom(null)
    setTo(null)
  }
  return {
    preview: dragged === null ? null : painted(hours, dragged, value),
    down: (event, spot) => {
      if (event.button !== 0) return
      if (event.shiftKey) select({ anchor: block.anchor, focus: spot })
      else {
        select({ anchor: spot, focus: spot })
        setFrom(spot)
      }
    },
    over: (spot) => {
      if (from === null || (to === null && spot.day === from.day && spot.hour === from.hour)) return
      setTo(spot)
      select({ anchor: from, focus: spot })
    },
    up: () => {
      if (dragged !== null) write(painted(hours, dragged, value))
      stop()
    },
    cancel: stop,
  }
}
