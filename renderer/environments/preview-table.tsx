import { differentFields } from '#shared/document/scenarios/fields.ts'
import type { Environment } from '#shared/document/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { valueText } from '#renderer/workspace/own-values.ts'
import type { Preview, PreviewRow } from './preview.ts'

/** More rows than this nobody reads before applying; their sum is there all the same. */
const MOST = 100

type Props = { readonly preview: Preview; readonly environment: Environment; readonly isStale: boolean }

/** The rows an environment would have, what the rules change in them, and the month of every environment. */
export function PreviewTable({ preview, environment, isStale }: Props) {
  const printer = usePrinter()
  const money = (of: PreviewRow['money']) => (isKnown(of) ? printer.money(of.monthly) : NOT_KNOWN)
  return (
    <div className="environment-preview" aria-busy={isStale}>
      <h3>What it comes to</h3>
      <dl className="environment-subtotals" aria-label="Subtotals">
        {[...preview.subtotals].map(([name, subtotal]) => (
          <div key={name} data-current={name === environment.name || undefined}>
            <dt>{name === '' ? 'No environment' : name}</dt>
            <dd data-testid={`subtotal-${name}`} data-value={subtotal.monthly}>
              {money(subtotal)}
              {subtotal.unknown + subtotal.problems > 0 && ` + ${String(subtotal.unknown + subtotal.problems)} not known`}
            </dd>
          </div>
        ))}
      </dl>
      {[...preview.moved].map(([name, before]) => (
        <p key={name} className="environment-moved">
          With it {name === '' ? 'rows without an environment come' : `${name} comes`} to {money(preview.subtotals.get(name) ?? before)}{' '}
          instead of {money(before)}: commitments and graduated prices are shared by the rows of all environments.
        </p>
      ))}
      <table className="environment-rows" aria-label={`Rows of ${environment.name}`}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Changed by the rules</th>
            <th scope="col" className="environment-money">
              Monthly
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, MOST).map((row) => (
            <tr key={row.component.id}>
              <td>{row.from.name}</td>
              <td>
                <Changes row={row} />
              </td>
              <td className="environment-money" data-value={row.money.monthly}>
                {money(row.money)}
              </td>
            </tr>
          ))}
          {preview.leftOut.slice(0, MOST).map(({ id, name }) => (
            <tr key={id} className="environment-left-out">
              <td>{name}</td>
              <td>left out</td>
              <td className="environment-money" />
            </tr>
          ))}
        </tbody>
      </table>
      {preview.rows.length > MOST && <p className="environments-none">And {printer.number(preview.rows.length - MOST)} more rows.</p>}
    </div>
  )
}

const taken = new Set(['order', 'name', 'environment'])

function Changes({ row }: { readonly row: PreviewRow }) {
  const locale = useWorkspace((state) => state.locale)
  const service = useWorkspace((state) => state.services.get(row.component.service))
  const changed = differentFields(row.from, row.component).filter(({ field }) => !taken.has(field))
  if (changed.length === 0) return <span className="environments-from">as it is</span>
  const words = changed.map(({ field, before, after }) => {
    const label = service?.inputs[field.replace(/^inputs\./, '')]?.label ?? field.replace(/^\w+\./, '')
    const was = valueText(before, locale)
    return `${label} ${was === '' ? '' : `${was} → `}${valueText(after, locale)}`
  })
  return <>{words.join(' · ')}</>
}
