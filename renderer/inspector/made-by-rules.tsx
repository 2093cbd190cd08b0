import { ruleMatches, takenRow } from '#shared/document/environments.ts'
import { fieldValue } from '#shared/document/scenarios/fields.ts'
import type { Component, Environment } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { valueText } from '#renderer/workspace/own-values.ts'
import { plan } from '#renderer/workspace/planning.ts'
import { selectRow } from '#renderer/workspace/selection.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** Of a row that an environment makes: which row it is taken from, what its rules set, and the way to them. */
export function MadeByRules({ component }: { readonly component: Component }) {
  const place = takenRow(component.id)
  const workbook = useWorkspace((state) => state.workbook)
  const environment = place === null ? undefined : workbook?.environments.get(place.environment)
  const from = place === null ? undefined : workbook?.components.get(place.row)
  if (place === null || environment === undefined || from === undefined) return null
  return (
    <section className="made-by-rules" aria-label="Made by rules">
      <p>
        Made from{' '}
        <button type="button" className="made-by-rules-row" onClick={() => selectRow(place.row)}>
          {from.name}
        </button>{' '}
        by the rules of {environment.name}. What you type here becomes a rule for this row.
      </p>
      <Settings component={component} from={from} environment={environment} />
      <Button kind="quiet" onClick={() => plan({ kind: 'environments', id: environment.id })}>
        Open the rules…
      </Button>
    </section>
  )
}

type SettingsProps = { readonly component: Component; readonly from: Component; readonly environment: Environment }

/** Each field that the row has otherwise, with the rule that set it last. */
function Settings({ component, from, environment }: SettingsProps) {
  const locale = useWorkspace((state) => state.locale)
  const services = useWorkspace((state) => state.services)
  const service = services.get(component.service)
  const fields = [...new Set(environment.rules.flatMap(({ set = {} }) => Object.keys(set)))].filter(
    (field) => valueText(fieldValue(component, field), locale) !== valueText(fieldValue(from, field), locale),
  )
  if (fields.length === 0) return null
  return (
    <ul className="made-by-rules-list" aria-label="Set by rules">
      {fields.map((field) => {
        const rule = environment.rules.findLastIndex(
          (one) => Object.hasOwn(one.set ?? {}, field) && ruleMatches(one, from, services.get(from.service)?.category ?? 'other'),
        )
        const label = service?.inputs[field.replace(/^inputs\./, '')]?.label ?? field
        return (
          <li key={field}>
            {label}: {valueText(fieldValue(component, field), locale)} (rule {rule + 1}; {from.name} has{' '}
            {valueText(fieldValue(from, field), locale) || 'none'})
          </li>
        )
      })}
    </ul>
  )
}
