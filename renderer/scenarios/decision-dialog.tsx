import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { SCENARIO_COLOURS, setDecision, setScenarioColour } from '#shared/commands/scenarios.ts'
import type { Decision, Scenario } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, Select, TextInput } from '#renderer/ui/field.tsx'
import { useUnsaved } from '#renderer/ui/use-unsaved.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { dateProblem } from './due-date.ts'

const colours = [
  { value: '', label: 'No colour' },
  ...SCENARIO_COLOURS.map((name) => ({ value: name, label: name.charAt(0).toUpperCase() + name.slice(1) })),
]

const PARTS = ['what', 'why', 'who', 'by'] as const

/** What was decided about a scenario, why, who decides and until when; and the colour of its tab. */
export function DecisionDialog({ scenario, onClose }: { readonly scenario: Scenario; readonly onClose: () => void }) {
  const [decision, setNext] = useState<Decision>(scenario.decision)
  const [colour, setColour] = useState(scenario.colour)
  const noDay = decision.by === scenario.decision.by ? null : dateProblem(decision.by)
  const isNew = PARTS.some((part) => decision[part] !== scenario.decision[part])
  const unsaved = useUnsaved(isNew || colour !== scenario.colour ? 'This decision is not kept yet.' : null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (noDay !== null) return
    const { id } = scenario
    if (isNew && edit(setDecision, { id, decision }) !== null) return
    if (colour !== scenario.colour && edit(setScenarioColour, { id, colour }) !== null) return
    onClose()
  }
  const change = (part: keyof Decision) => (event: { readonly target: { readonly value: string } }) =>
    setNext({ ...decision, [part]: event.target.value })
  return (
    <Dialog title={`Decision: ${scenario.name}`} onClose={onClose} size="medium" unsaved={unsaved}>
      <form className="decision" onSubmit={submit}>
        <Field label="What is decided">
          {(ids) => (
            <TextInput {...ids} value={decision.what} onChange={change('what')} placeholder="Reserve the API servers for three years" />
          )}
        </Field>
        <Field label="Why">
          {(ids) => <textarea {...ids} className="ui-input decision-why" rows={5} value={decision.why} onChange={change('why')} />}
        </Field>
        <div className="decision-line">
          <Field label="Who decides">{(ids) => <TextInput {...ids} value={decision.who} onChange={change('who')} />}</Field>
          <Field label="By when" {...(noDay === null ? {} : { problem: noDay })}>
            {(ids) => <TextInput {...ids} value={decision.by} onChange={change('by')} placeholder="2026-12-15" />}
          </Field>
          <Field label="Colour of the tab">
            {(ids) => <Select {...ids} options={colours} value={colour} onChange={(event) => setColour(event.target.value)} />}
          </Field>
        </div>
        <div className="decision-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={noDay !== null}>
            Keep
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
