import { useMemo } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { runCommand } from '#renderer/workspace/commands.ts'
import { pushPlaces, resetPlaces, useOwnValues } from '#renderer/workspace/own-values.ts'
import type { OwnValues } from '#renderer/workspace/own-values.ts'
import { selectRow } from '#renderer/workspace/selection.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { deletedAway, listDifferences } from './scenario-differences.ts'
import '#renderer/ui/own-note.css'
import './scenario-section.css'

/** Differences listed at most; the comparison has all of them. */
const most = 40

/** The shown scenario: what it stands on, what was decided, and everything it holds differently. Nothing on the base. */
export function ScenarioSection() {
  const own = useOwnValues()
  if (own === null) return null
  return (
    <section className="inspector-section" aria-label="Scenario">
      <h3>
        Scenario <span className="scenario-name">{own.scenario.name}</span>
      </h3>
      <p className="inspector-hint">Stands on {own.parentName}.</p>
      <DecisionNote own={own} />
      <Differences own={own} />
      <div className="scenario-actions">
        <Button kind="quiet" onClick={() => runCommand('scenarios.decision')}>
          {own.scenario.decision.what === '' ? 'Write a decision note…' : 'Change the decision note…'}
        </Button>
        <Button kind="quiet" onClick={() => runCommand('view.compare')}>
          Compare…
        </Button>
      </div>
    </section>
  )
}

function DecisionNote({ own }: { readonly own: OwnValues }) {
  const { what, why, who, by } = own.scenario.decision
  const lines = [
    ['Decided', what],
    ['Why', why],
    ['Who decides', who],
    ['By when', by],
  ].filter(([, text]) => text !== '')
  if (lines.length === 0) return null
  return (
    <dl className="inspector-facts scenario-decision">
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Differences({ own }: { readonly own: OwnValues }) {
  const locale = useWorkspace((state) => state.locale)
  const services = useWorkspace((state) => state.services)
  const list = useMemo(() => listDifferences(own, services, locale), [own, services, locale])
  if (list.length === 0) return <p className="inspector-hint">Nothing is different yet. Change a cell to begin.</p>
  return (
    <>
      <p className="inspector-hint">{list.length === 1 ? 'One difference' : `${list.length.toLocaleString(locale)} differences`}</p>
      <ul className="scenario-differences" aria-label="Differences">
        {list.slice(0, most).map((one) => (
          <li key={one.key} className="scenario-difference">
            {one.row !== null && !deletedAway(one) ? (
              <button type="button" className="own-note-act" onClick={() => one.row !== null && selectRow(one.row)}>
                {one.name}
              </button>
            ) : (
              <span className="scenario-difference-name">{one.name}</span>
            )}
            <span className="scenario-difference-text">{one.text}</span>
            <span className="scenario-difference-acts">
              <button type="button" className="own-note-act" onClick={() => resetPlaces([one.place])} aria-label={`Reset ${one.name}`}>
                Reset
              </button>
              <button type="button" className="own-note-act" onClick={() => pushPlaces([one.place])} aria-label={`Push ${one.name} down`}>
                Push down
              </button>
            </span>
          </li>
        ))}
      </ul>
      {list.length > most && <p className="inspector-hint">{`And ${(list.length - most).toLocaleString(locale)} more.`}</p>}
    </>
  )
}
