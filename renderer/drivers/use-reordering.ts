import { useState } from 'react'
import type { DragEvent } from 'react'
import type { Id } from '#shared/document/types.ts'

/** Dragging one item of a list to another place. `over` is where it would land. */
export type Reordering = {
  readonly over: { readonly id: Id; readonly side: 'before' | 'after' } | null
  readonly grip: (id: Id) => { readonly draggable: true; readonly onDragStart: (event: DragEvent) => void; readonly onDragEnd: () => void }
  readonly target: (
    id: Id,
    before: Id | null,
  ) => { readonly onDragOver: (event: DragEvent) => void; readonly onDrop: (event: DragEvent) => void }
}

/** `place` puts the dragged item after another one, or first (null). Arrow keys on the grip do the same without a mouse. */
export function useReordering(place: (id: Id, after: Id | null) => void): Reordering {
  const [dragged, setDragged] = useState<Id | null>(null)
  const [over, setOver] = useState<Reordering['over']>(null)

  function stop() {
    setDragged(null)
    setOver(null)
  }

  return {
    over,
    grip: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        const item = event.currentTarget.closest('li')
        if (item !== null) event.dataTransfer.setDragImage(item, 8, 8)
        setDragged(id)
      },
      onDragEnd: stop,
    }),
    target: (id, before) => ({
      onDragOver: (event) => {
        if (dragged === null) return
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        const side = event.clientY < box.top + box.height / 2 ? 'before' : 'after'
        if (over?.id !== id || over.side !== side) setOver({ id, side })
      },
      onDrop: (event) => {
        if (dragged === null || over === null) return
        event.preventDefault()
        const after = over.side === 'after' ? id : before
        if (after !== dragged && id !== dragged) place(dragged, after)
        stop()
      },
    }),
  }
}
