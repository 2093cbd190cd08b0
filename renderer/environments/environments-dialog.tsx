import { useMemo, useState } from 'react'
import { addEnvironment, deleteEnvironment, environmentProblem, setEnvironment } from '#shared/commands/environments.ts'
import { takenRow } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Environment, Id, Workbook } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SideList } from '#renderer/ui/side-list.tsx'
import { useUnsaved } from '#renderer/ui/use-unsaved.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { newId, useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { EnvironmentForm } from './environment-form.tsx'
import { withoutCommitments } from './templates.ts'
import './environments.css'

/** Environments made from another one's rows by rules. Nothing is changed before “Apply”. `first`: the one shown at first. */
export function EnvironmentsDialog({ first, onClose }: { readonly first: Id | null; readonly onClose: () => void }) {
  const document = useWorkspace((state) => state.document)
  const scenario = useWorkspace((state) => state.scenario)
  const services = useWorkspace((state) => state.services)
  const base = useMemo(() => (document === null ? null : scenarioWorkbook(document, scenario)), [document, scenario])
  const kept = base === null ? [] : rows(base.environments)
  const [opened, setOpened] = useState<Environment | null>(() => kept.find(({ id }) => id === first) ?? kept[0] ?? null)
  const [draft, setDraft] = useState(opened)
  const unsaved = useUnsaved(draft === opened || draft === null ? null : `What you changed in ${nameOf(draft)} is not applied yet.`)
  if (base === null) return null
  const show = (one: Environment | null) => {
    setOpened(one)
    setDraft(one)
  }
  const isNew = draft !== null && !base.environments.has(draft.id)
  const isChanged = draft !== null && base.environments.get(draft.id) !== draft
  const problem = draft === null ? null : environmentProblem(base, draft, isNew ? null : draft.id)
  const apply = () => {
    if (draft === null) return
    const { id, name, from, rules } = draft
    const refusal = isNew ? edit(addEnvironment, { id, name, from, rules }) : edit(setEnvironment, { id, fields: { name, from, rules } })
    const now = workspace.getState().workbook?.environments.get(id)
    if (refusal === null && now !== undefined) show(now)
  }
  const remove = () => {
    if (draft === null) return
    if (isNew || edit(deleteEnvironment, { id: draft.id }) === null) show(kept.find(({ id }) => id !== draft.id) ?? null)
  }
  const actions = (
    <>
      {draft !== null && (
        <Button kind="danger" onClick={remove}>
          {isNew ? 'Discard' : 'Delete'}
        </Button>
      )}
      <span className="environments-spring" />
      <Button onClick={() => unsaved.before(onClose)}>Close</Button>
      <Button kind="primary" onClick={apply} disabled={!isChanged || problem !== null}>
        Apply
      </Button>
    </>
  )
  return (
    <Dialog title="Environments" onClose={onClose} size="wide" actions={actions} unsaved={unsaved}>
      <div className="environments">
        <SideList
          label="Environments"
          items={kept.map(({ id, name, from }) => ({ id, name, detail: `from ${from === '' ? 'rows without one' : from}` }))}
          chosen={draft?.id}
          onChoose={(id) => id !== draft?.id && unsaved.before(() => show(kept.find((one) => one.id === id) ?? null))}
          addLabel="Add environment"
          onAdd={() => unsaved.before(() => show(freshDraft(base, services)))}
        />
        {draft === null ? (
          <p className="environments-none">
            An environment here is made from the rows of another one by rules: dev and staging follow production by themselves, and each has
            its subtotal.
          </p>
        ) : (
          <EnvironmentForm key={draft.id} base={base} draft={draft} isNew={isNew} problem={problem} change={setDraft} />
        )}
      </div>
    </Dialog>
  )
}

function nameOf({ name }: Environment): string {
  return name === '' ? 'this environment' : name
}

/** Made from the environment that has most rows; what was committed for those is not bought again. */
function freshDraft(base: Workbook, services: ReadonlyMap<string, ServiceDeclaration>): Environment {
  const counts = new Map<string, number>()
  for (const { id, environment } of base.components.values()) {
    if (takenRow(id) === null) counts.set(environment, (counts.get(environment) ?? 0) + 1)
  }
  const [from] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['']
  const names = new Set([...counts.keys(), ...Array.from(base.environments.values(), ({ name }) => name)])
  const name = ['dev', 'staging', 'test'].find((one) => !names.has(one)) ?? `copy of ${from}`
  const copied = rows(base.components).filter(({ environment }) => environment === from)
  return { id: newId(), order: 0, name, from, rules: withoutCommitments(copied, services) }
}
