import { GripVertical, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { deleteDriver, renameDriver, setDriver } from '#shared/commands/drivers.ts'
import type { DriverFields } from '#shared/commands/drivers.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { rows } from '#shared/document/rows.ts'
import type { Driver, Id } from '#shared/document/types.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { insertReference } from '#renderer/workspace/editing.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { isUnnamed } from './add.ts'
import { DriverMore } from './driver-more.tsx'
import { DriverValue } from './driver-value.tsx'
import { OwnDriver } from './own-driver.tsx'
import type { Reordering } from './use-reordering.ts'

type Props = {
  readonly driver: Driver
  readonly move: (to: 'up' | 'down') => void
  readonly dragging: Reordering
}

export function DriverItem({ driver, move, dragging }: Props) {
  const before = useWorkspace((state) => previous(state.workbook === null ? [] : rows(state.workbook.drivers), driver.id))
  const item = useRef<HTMLLIElement>(null)
  const set = (fields: DriverFields): Refusal | null => edit(setDriver, { id: driver.id, fields })

  useEffect(() => {
    if (!isUnnamed(driver.id)) return
    const name = item.current?.querySelector<HTMLInputElement>('.driver-name')
    name?.scrollIntoView({ block: 'nearest' })
    name?.focus()
    name?.select()
  }, [driver.id])

  function keyDown(event: KeyboardEvent) {
    const to = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (to === null || !event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    move(to)
  }

  const drop = dragging.over?.id === driver.id ? dragging.over.side : undefined
  return (
    <li
      ref={item}
      className="driver"
      data-driver={driver.id}
      data-drop={drop}
      aria-label={driver.name}
      onKeyDown={keyDown}
      {...dragging.target(driver.id, before)}
    >
      <div className="driver-line">
        <Grip driver={driver} move={move} dragging={dragging} />
        <span className="driver-name-cell" onPointerDown={(event) => insertReference(driver.name) && event.preventDefault()}>
          <DraftInput
            className="driver-name"
            label={`Name of ${driver.name}`}
            text={driver.name}
            commit={(name) => edit(renameDriver, { id: driver.id, name })}
          />
        </span>
        <span className="driver-delete">
          <IconButton label={`Delete ${driver.name}`} onClick={() => edit(deleteDriver, { id: driver.id })}>
            <Trash2 />
          </IconButton>
        </span>
      </div>
      <div className="driver-line">
        <span className="driver-value">
          <FormulaField
            label={`Value of ${driver.name}`}
            text={driver.value}
            placeholder="value or =formula"
            commit={(value) => set({ value })}
          />
        </span>
        <span className="driver-unit">
          <DraftInput label={`Unit of ${driver.name}`} text={driver.unit} placeholder="unit" commit={(unit) => set({ unit })} />
        </span>
      </div>
      <DriverValue driver={driver} />
      <OwnDriver id={driver.id} />
      <DriverMore driver={driver} set={set} />
    </li>
  )
}

function Grip({ driver, move, dragging }: Pick<Props, 'driver' | 'move' | 'dragging'>) {
  return (
    <button
      type="button"
      className="driver-grip"
      aria-label={`Move ${driver.name}`}
      title="Drag, or press the up and down arrows, to move"
      {...dragging.grip(driver.id)}
      onKeyDown={(event) => {
        if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        move(event.key === 'ArrowUp' ? 'up' : 'down')
      }}
    >
      <GripVertical size={14} aria-hidden="true" />
    </button>
  )
}

function previous(drivers: readonly Driver[], id: Id): Id | null {
  return drivers[drivers.findIndex((driver) => driver.id === id) - 1]?.id ?? null
}
