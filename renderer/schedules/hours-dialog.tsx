import { useState } from 'react'
import { setCells } from '#shared/commands/cells.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Schedule } from '#shared/document/types.ts'
import { localise } from '#shared/formula/index.ts'
import { isMonthHours } from '#pricing/calculator/weeks.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { useUnsaved } from '#renderer/ui/use-unsaved.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { plan } from '#renderer/workspace/planning.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { sharedIn, sharedText, timesFrom, weekFrom } from './shared-week.ts'
import { WeekEditor } from './week-editor.tsx'
import './schedules.css'

type Props = { readonly row: Id; readonly input: string; readonly onClose: () => void }

/** Makes one input of a row follow the hours of the week: a week of its own, or a schedule that others share. */
export function HoursDialog({ row, input, onClose }: Props) {
  const component = useWorkspace((state) => state.workbook?.components.get(row))
  const service = useWorkspace((state) => (component === undefined ? undefined : state.services.get(component.service)))
  const declared = service?.inputs[input]
  if (component === undefined || service === undefined || declared === undefined) return null
  return <Question component={component} service={service} input={input} declared={declared} onClose={onClose} />
}

type QuestionProps = {
  readonly component: Component
  readonly service: ServiceDeclaration
  readonly input: string
  readonly declared: Input
  readonly onClose: () => void
}

function Question({ component, input, declared, onClose }: QuestionProps) {
  const table = useWorkspace((state) => state.workbook?.schedules)
  const schedules = table === undefined ? [] : rows(table)
  const now = component.inputs[input] ?? declared.default ?? ''
  const shared = sharedIn(now, schedules)
  const [way, setWay] = useState<'own' | 'shared'>(shared === null ? 'own' : 'shared')
  const [week, setWeek] = useState(() =>
    weekFrom(now, declared.kind === 'number' && isMonthHours(declared.field), amountNow(component.id, input)),
  )
  const [schedule, setSchedule] = useState(shared?.schedule ?? schedules[0]?.name ?? '')
  const [times, setTimes] = useState(shared?.times ?? timesFrom(now))
  const text = way === 'own' ? week : sharedText({ schedule, times })
  const [opened] = useState(text)
  const unsaved = useUnsaved(text === opened ? null : 'The row does not follow these hours yet.')
  const use = () => {
    const refusal = edit(setCells, {
      cells: [{ row: component.id, column: `input:${input}`, text }],
      services: workspace.getState().services,
      label: 'Vary by the hour',
    })
    if (refusal === null) onClose()
  }
  const actions = (
    <>
      <Button onClick={() => unsaved.before(() => plan({ kind: 'schedules', id: null }))}>Edit the schedules…</Button>
      <span className="week-spring" />
      <Button onClick={onClose}>Cancel</Button>
      <Button kind="primary" onClick={use} disabled={way === 'shared' && schedule === ''}>
        Use it
      </Button>
    </>
  )
  return (
    <Dialog title={`${declared.label} of ${component.name}, by the hour`} onClose={onClose} size="wide" actions={actions} unsaved={unsaved}>
      <Select
        aria-label="Which week it follows"
        options={[
          { value: 'own', label: 'A week of its own' },
          { value: 'shared', label: 'A shared schedule' },
        ]}
        value={way}
        onChange={(event) => setWay(event.target.value === 'own' ? 'own' : 'shared')}
      />
      {way === 'own' ? (
        <WeekEditor
          label={declared.label}
          text={week}
          commit={(typed) => {
            setWeek(typed)
            return null
          }}
        />
      ) : (
        <SharedWeek schedules={schedules} chosen={schedule} choose={setSchedule} times={times} setTimes={setTimes} text={text} />
      )}
    </Dialog>
  )
}

type SharedProps = {
  readonly schedules: readonly Schedule[]
  readonly chosen: string
  readonly choose: (name: string) => void
  readonly times: string
  readonly setTimes: (times: string) => void
  readonly text: string
}

function SharedWeek({ schedules, chosen, choose, times, setTimes, text }: SharedProps) {
  const locale = useWorkspace((state) => state.locale)
  if (schedules.length === 0) return <p className="schedules-none">There is no schedule yet. Make one with “Edit the schedules…”.</p>
  return (
    <div className="week-shared">
      <FormulaField
        label="Times"
        text={times}
        commit={(typed) => {
          setTimes(typed.trim() === '' ? '1' : typed.trim())
          return null
        }}
      />
      <span>times</span>
      <Select
        aria-label="Schedule"
        options={schedules.map(({ name }) => ({ value: name, label: name }))}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      />
      <code className="week-formula">{localise(text, locale)}</code>
    </div>
  )
}

/** What an input comes to now, where that is one number for all hours. */
function amountNow(row: Id, input: string): number | null {
  const value = workspace.getState().calculator?.input(row, input)
  return value?.kind === 'number' && value.hours === undefined && value.value > 0 ? value.value : null
}
