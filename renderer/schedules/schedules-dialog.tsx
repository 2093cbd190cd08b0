import { Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { addSchedule, deleteSchedule, duplicateSchedule, renameSchedule, setSchedule } from '#shared/commands/schedules.ts'
import { printUse, usesOf } from '#shared/commands/references.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, ScalingRule, Schedule } from '#shared/document/types.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { SideList } from '#renderer/ui/side-list.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { newId, useWorkspace } from '#renderer/workspace/store.ts'
import { ScalingForm } from './scaling-form.tsx'
import { WeekEditor } from './week-editor.tsx'
import './schedules.css'

/** All schedules of the workbook; `first` is the one shown at first. */
export function SchedulesDialog({ first, onClose }: { readonly first: Id | null; readonly onClose: () => void }) {
  const table = useWorkspace((state) => state.workbook?.schedules)
  const [chosen, setChosen] = useState(first)
  const schedules = table === undefined ? [] : rows(table)
  const schedule = schedules.find(({ id }) => id === chosen) ?? schedules[0]
  const add = () => {
    const id = newId()
    if (edit(addSchedule, { id }) === null) setChosen(id)
  }
  return (
    <Dialog title="Schedules" onClose={onClose} size="wide" live>
      <div className="schedules">
        <SideList
          label="Schedules"
          items={schedules.map(({ id, name, scaling }) => (scaling === undefined ? { id, name } : { id, name, detail: 'scales' }))}
          chosen={schedule?.id}
          onChoose={setChosen}
          addLabel="Add schedule"
          onAdd={add}
        />
        {schedule === undefined ? (
          <p className="schedules-none">
            A schedule is a week of values with a name, such as office hours or the load of a shop. Any number can follow it:{' '}
            <code>=4 * schedule("Office hours")</code>.
          </p>
        ) : (
          <ScheduleView key={schedule.id} schedule={schedule} choose={setChosen} />
        )}
      </div>
    </Dialog>
  )
}

const KINDS = [
  { value: 'weekly', label: 'A week of values' },
  { value: 'scaling', label: 'Instances of an autoscaling rule' },
] as const

/** What a rule begins with: the week there is now as its load. */
function ruleFrom({ weekly }: Schedule): ScalingRule {
  return { load: weekly === '' ? '1' : weekly, capacity: '1', target: '70%', minimum: '1', maximum: '10' }
}

function ScheduleView({ schedule, choose }: { readonly schedule: Schedule; readonly choose: (id: Id | null) => void }) {
  const { id, name, weekly, scaling } = schedule
  const duplicate = () => {
    const copy = newId()
    if (edit(duplicateSchedule, { id, newId: copy }) === null) choose(copy)
  }
  return (
    <section className="schedules-one" aria-label={name}>
      <div className="schedules-head">
        <DraftInput label="Name of the schedule" text={name} commit={(typed) => edit(renameSchedule, { id, name: typed })} />
        <Select
          aria-label="What the schedule is"
          options={KINDS}
          value={scaling === undefined ? 'weekly' : 'scaling'}
          onChange={(event) => edit(setSchedule, { id, fields: { scaling: event.target.value === 'scaling' ? ruleFrom(schedule) : null } })}
        />
        <IconButton label={`Duplicate ${name}`} onClick={duplicate}>
          <Copy />
        </IconButton>
        <IconButton label={`Delete ${name}`} onClick={() => edit(deleteSchedule, { id })}>
          <Trash2 />
        </IconButton>
      </div>
      {scaling === undefined ? (
        <WeekEditor label={name} text={weekly} commit={(text) => edit(setSchedule, { id, fields: { weekly: text } })} />
      ) : (
        <ScalingForm schedule={schedule} rule={scaling} />
      )}
      <Uses name={name} />
    </section>
  )
}

function Uses({ name }: { readonly name: string }) {
  const workbook = useWorkspace((state) => state.workbook)
  const uses = workbook === null ? [] : usesOf(workbook, { kind: 'schedule', schedule: name })
  if (uses.length === 0) return <p className="schedules-uses">No formula follows it yet. Write =schedule("{name}") in any number.</p>
  const shown = uses.slice(0, 6).map(printUse).join(', ')
  return (
    <p className="schedules-uses">
      Followed by {shown}
      {uses.length > 6 && ` and ${String(uses.length - 6)} more`}.
    </p>
  )
}
