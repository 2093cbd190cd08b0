import { Plus, X } from 'lucide-react'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Component, EnvironmentRule, Workbook } from '#shared/document/types.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { fieldLabel, fieldsOf } from './fields.ts'
import type { RuleField } from './fields.ts'
import { matchChoices, matching } from './matches.ts'
import type { MatchChoice } from './matches.ts'

type Props = {
  /** Rows of the environment that the rules are for. */
  readonly rows: readonly Component[]
  readonly workbook: Workbook
  readonly rules: readonly EnvironmentRule[]
  readonly change: (rules: readonly EnvironmentRule[]) => void
}

/** The rules of an environment, in the order in which they are applied. */
export function RuleList({ rows, workbook, rules, change }: Props) {
  const choices = useMemo(() => matchChoices(rows, workbook), [rows, workbook])
  const now = useRef({ rules, change })
  useEffect(() => {
    now.current = { rules, change }
  })
  const set = useCallback((at: number, rule: EnvironmentRule) => now.current.change(now.current.rules.with(at, rule)), [])
  const remove = useCallback((at: number) => now.current.change(now.current.rules.toSpliced(at, 1)), [])
  return (
    <div className="rules">
      <ol className="rules-list" aria-label="Rules">
        {rules.map((rule, at) => (
          <RuleItem
            key={`${String(at)} ${rule.match}`}
            rule={rule}
            at={at}
            rows={rows}
            workbook={workbook}
            choices={choices}
            isFew={rules.length * choices.length <= FEW}
            set={set}
            remove={remove}
          />
        ))}
      </ol>
      {rules.length === 0 && <p className="rules-none">No rule yet: every row is taken as it is.</p>}
      <Button kind="quiet" icon={<Plus />} onClick={() => change([...rules, { match: 'all', set: {} }])}>
        Add a rule
      </Button>
    </div>
  )
}

/** Up to so many lines in all lists of rows together the browser makes them without being felt. */
const FEW = 2000

type ItemProps = {
  readonly rule: EnvironmentRule
  readonly at: number
  readonly rows: readonly Component[]
  readonly workbook: Workbook
  readonly choices: readonly MatchChoice[]
  readonly isFew: boolean
  readonly set: (at: number, rule: EnvironmentRule) => void
  readonly remove: (at: number) => void
}

/** Drawn again only where its own rule changes: there may be a rule for each of hundreds of rows. */
const RuleItem = memo(function RuleItem({ rule, at, rows, workbook, choices, isFew, set: write, remove }: ItemProps) {
  const [opened, setOpened] = useState(false)
  const change = (next: EnvironmentRule) => write(at, next)
  const services = useWorkspace((state) => state.services)
  const affected = useMemo(() => matching(rule.match, rows, workbook), [rule.match, rows, workbook])
  const fields = useMemo(() => fieldsOf(affected, services), [affected, services])
  const chosen = choices.find(({ value }) => value === rule.match)
  const own = chosen ?? { value: rule.match, label: rule.match }
  // The whole list is made when somebody goes to it.
  const offered = !isFew && !opened ? [own] : chosen === undefined ? [own, ...choices] : choices
  const set = rule.set ?? {}
  const free = fields.filter(({ field }) => !Object.hasOwn(set, field))
  const name = `rule ${String(at + 1)}`
  return (
    <li className="rule" aria-label={`Rule ${String(at + 1)}`}>
      <div className="rule-head">
        <Select
          aria-label={`What ${name} is about`}
          options={offered}
          value={rule.match}
          onFocus={() => setOpened(true)}
          onPointerDown={() => setOpened(true)}
          onChange={(event) => change({ ...rule, match: event.target.value })}
        />
        <Select
          aria-label={`What ${name} does`}
          options={[
            { value: 'set', label: 'sets' },
            { value: 'leave', label: 'leaves them out' },
          ]}
          value={rule.leaveOut === true ? 'leave' : 'set'}
          onChange={(event) =>
            change(event.target.value === 'leave' ? { match: rule.match, leaveOut: true } : { match: rule.match, set: {} })
          }
        />
        <span className="rule-count">{affected.length === 1 ? '1 row' : `${String(affected.length)} rows`}</span>
        <IconButton label={`Remove ${name}`} onClick={() => remove(at)}>
          <X />
        </IconButton>
      </div>
      {rule.leaveOut !== true && (
        <div className="rule-sets">
          {Object.entries(set).map(([field, value]) => (
            <RuleValue
              key={field}
              field={fields.find((one) => one.field === field) ?? { field, label: fieldLabel(field, fields), kind: 'text' }}
              value={value}
              name={name}
              change={(next) => change({ ...rule, set: withoutEmpty(set, field, next) })}
            />
          ))}
          {free.length > 0 && (
            <Select
              aria-label={`Set more by ${name}`}
              options={[{ value: '', label: 'Set…' }, ...free.map(({ field, label }) => ({ value: field, label }))]}
              value=""
              onChange={(event) => change({ ...rule, set: { ...set, [event.target.value]: startText(event.target.value, free) } })}
            />
          )}
        </div>
      )}
    </li>
  )
})

type ValueProps = {
  readonly field: RuleField
  readonly value: unknown
  readonly name: string
  readonly change: (value: string | null) => void
}

function RuleValue({ field, value, name, change }: ValueProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const commit = (typed: string) => {
    change(typed)
    return null
  }
  const label = `${field.label} by ${name}`
  return (
    <span className="rule-value">
      <span className="rule-field">{field.label}</span>
      {field.kind === 'formula' ? (
        <FormulaField label={label} text={text} commit={commit} placeholder="2 or =base / 2" />
      ) : (
        <DraftInput label={label} text={text} commit={commit} />
      )}
      <IconButton label={`Remove ${field.label} from ${name}`} onClick={() => change(null)}>
        <X />
      </IconButton>
    </span>
  )
}

function withoutEmpty(set: Readonly<Record<string, unknown>>, field: string, value: string | null): Readonly<Record<string, unknown>> {
  if (value !== null) return { ...set, [field]: value }
  const { [field]: _, ...rest } = set
  return rest
}

/** What a rule sets a field to before a person says more: numbers stay what they are. */
function startText(field: string, fields: readonly RuleField[]): string {
  return fields.find((one) => one.field === field)?.kind === 'formula' ? '=base' : ''
}
