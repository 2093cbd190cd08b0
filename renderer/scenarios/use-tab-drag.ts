import { useState } from 'react'
import type { DragEvent } from 'react'
import type { Id } from '#shared/document/types.ts'

type Over = { readonly id: Id | null; readonly side: 'before' | 'after' }

/** Dragging a tab along the line. `place` puts it behind another one, or in front of all (`null`). The base stays where it is. */
export function useTabDrag(ids: readonly (Id | null)[], place: (id: Id, after: Id | null) => void) {
  const [dragged, setDragged] = useState<Id | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const stop = () => {
    setDragged(null)
    setOver(null)
  }
  const sideOf = (id: Id | null, event: DragEvent): Over['side'] => {
    const box = event.currentTarget.getBoundingClientRect()
    return id !== null && event.clientX < box.left + box.width / 2 ? 'before' : 'after'
  }
  return {
    over,
    of: (id: Id | null) => ({
      draggable: id !== null,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        setDragged(id)
      },
      onDragEnd: stop,
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        const side = sideOf(id, event)
        if (over?.id !== id || over.side !== side) setOver({ id, side })
      },
      onDrop: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        const after = sideOf(id, event) === 'after' ? id : (ids[ids.indexOf(id) - 1] ?? null)
        if (id !== dragged && after !== dragged) place(dragged, after)
        stop()
      },
    }),
  }
}
