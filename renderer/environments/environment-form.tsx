import { useEffect, useMemo, useState } from 'react'
import type { Refusal } from '#shared/commands/types.ts'
import { rows } from '#shared/document/rows.ts'
import type { Environment, Workbook } from '#shared/document/types.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { RefusalNote } from '#renderer/ui/refusal-note.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { PreviewTable } from './preview-table.tsx'
import { previewOf } from './preview.ts'
import type { Preview } from './preview.ts'
import { RuleList } from './rule-list.tsx'
import { nameAfter, TEMPLATES } from './templates.ts'
import type { Template } from './templates.ts'

type Props = {
  readonly base: Workbook
  readonly draft: Environment
  readonly isNew: boolean
  /** Why it cannot be applied as it stands; what it comes to is then not shown, for it would be added to what has its name. */
  readonly problem: Refusal | null
  readonly change: (draft: Environment) => void
}

/** One environment: its name, where its rows come from, its rules, and what it would cost. */
export function EnvironmentForm({ base, draft, isNew, problem, change }: Props) {
  const services = useWorkspace((state) => state.services)
  const book = useWorkspace((state) => state.book)
  const [suggested] = useState(isNew ? draft.name : null)
  const { preview, isStale } = usePreview(base, draft)
  const all = useMemo(() => rows(base.components), [base])
  const own = useMemo(() => all.filter((row) => row.environment === draft.from), [all, draft.from])
  const sources = [...new Set(all.map(({ environment }) => environment))]
  const begin = (template: Template) => {
    const name = nameAfter(
      template,
      draft.name,
      draft.rules.every(({ leaveOut }) => leaveOut === true) ? suggested : null,
      namesIn(base, draft),
    )
    change({ ...draft, name, rules: template.rules(own, services, book) })
  }
  return (
    <section className="environment" aria-label={draft.name}>
      <div className="environment-head">
        <label>
          <span>Name</span>
          <DraftInput
            label="Name of the environment"
            text={draft.name}
            commit={(name) => {
              change({ ...draft, name: name.trim() })
              return null
            }}
          />
        </label>
        <label>
          <span>Made from</span>
          <Select
            aria-label="Made from"
            options={withCurrent(sources, draft.from).map((from) => ({
              value: from,
              label: from === '' ? 'Rows without an environment' : from,
            }))}
            value={draft.from}
            onChange={(event) => change({ ...draft, from: event.target.value })}
          />
        </label>
        <span className="environment-templates" role="group" aria-label="Rules to begin with">
          <span className="environments-from">Begin with</span>
          {TEMPLATES.map((template) => (
            <Button key={template.id} kind="quiet" onClick={() => begin(template)}>
              {template.label}
            </Button>
          ))}
        </span>
      </div>
      <RuleList rows={own} workbook={base} rules={draft.rules} change={(rules) => change({ ...draft, rules })} />
      <RefusalNote id={`${draft.id}-refusal`} refusal={problem} />
      {preview !== null && problem === null && <PreviewTable preview={preview} environment={draft} isStale={isStale} />}
    </section>
  )
}

type Previewed = { readonly base: Workbook; readonly draft: Environment; readonly preview: Preview }

/** Milliseconds without a change after which the environment is computed again. */
const pause = 150

/** What the environment comes to: at once when the form opens, then whenever the person pauses; a key waits for no figure. */
function usePreview(base: Workbook, draft: Environment): { readonly preview: Preview | null; readonly isStale: boolean } {
  const [made, setMade] = useState<Previewed | null>(null)
  const isFirst = made === null
  useEffect(() => {
    const compute = () => setMade({ base, draft, preview: previewOf(base, draft, factsOf) })
    const timer = setTimeout(compute, isFirst ? 0 : pause)
    return () => clearTimeout(timer)
  }, [base, draft, isFirst])
  return { preview: made?.preview ?? null, isStale: made?.base !== base || made.draft !== draft }
}

/** What other environments are called. */
function namesIn(base: Workbook, draft: Environment): ReadonlySet<string> {
  const made = [...base.environments.values()].filter(({ id }) => id !== draft.id).map(({ name }) => name)
  return new Set([...made, ...Array.from(base.components.values(), ({ environment }) => environment)])
}

function withCurrent(sources: readonly string[], from: string): readonly string[] {
  return sources.includes(from) ? sources : [from, ...sources]
}
