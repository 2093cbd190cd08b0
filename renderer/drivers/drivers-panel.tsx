import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { moveDriver } from '#shared/commands/drivers.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { LeftOut } from '#renderer/ui/left-out.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { useOwnValues } from '#renderer/workspace/own-values.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { add } from './add.ts'
import { DriverItem } from './driver-item.tsx'
import { useReordering } from './use-reordering.ts'
import './drivers.css'

/** The numbers the whole workbook hangs on, each edited in place. */
export function DriversPanel() {
  const table = useWorkspace((state) => state.workbook?.drivers)
  const drivers = useMemo(() => (table === undefined ? [] : rows(table)), [table])
  const own = useOwnValues()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const dragging = useReordering((id, after) => edit(moveDriver, { id, to: { after } }))

  function move(id: Id, to: 'up' | 'down') {
    const at = drivers.findIndex((driver) => driver.id === id) + (to === 'up' ? -1 : 1)
    if (at < 0 || at >= drivers.length || edit(moveDriver, { id, to }) !== null) return
    setSaid(`${drivers.find((driver) => driver.id === id)?.name ?? ''} is now ${String(at + 1)} of ${String(drivers.length)}`)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-driver="${CSS.escape(id)}"] .driver-grip`)?.focus())
  }

  return (
    <section className="drivers" aria-labelledby="drivers-heading">
      <header className="drivers-head">
        <h2 id="drivers-heading">Drivers</h2>
        <Button kind="quiet" icon={<Plus />} onClick={add}>
          Add driver
        </Button>
      </header>
      {drivers.length === 0 ? (
        <p className="drivers-empty">
          A driver is a number with a name, such as requests_per_day. Formulas in the sheet use the name; change the number here and
          everything that hangs on it follows.
        </p>
      ) : (
        <ul className="drivers-list" ref={list} aria-label="Drivers">
          {drivers.map((driver) => (
            <DriverItem key={driver.id} driver={driver} move={(to) => move(driver.id, to)} dragging={dragging} />
          ))}
        </ul>
      )}
      <LeftOut what="Drivers" table="drivers" records={own?.droppedDrivers ?? []} />
      <p className="ui-hidden" role="status">
        {said}
      </p>
    </section>
  )
}
