import { useState } from 'react'
import { fieldText, KINDS, shortened } from '#shared/document/merge/text.ts'
import type { Conflict, Side } from '#shared/document/merge/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CellText, NOTHING } from './cell-text.tsx'

type Props = {
  readonly conflicts: readonly Conflict[]
  readonly isBaseKnown: boolean
  /** By the keys of conflicts; where none was made this workbook stands, and neither button is pressed. */
  readonly choices: ReadonlyMap<string, Side>
  readonly take: (which: readonly Conflict[], side: Side) => void
}

/** More lines than anybody reads at once: the others are shown when asked for, and are counted. */
const AT_ONCE = 100

/** What both copies changed: what stood there, what each made of it, and whose cell stands. One group of two buttons a line. */
export function ConflictTable({ conflicts, isBaseKnown, choices, take }: Props) {
  const [most, setMost] = useState(AT_ONCE)
  const shown = conflicts.slice(0, most)
  const hidden = conflicts.length - shown.length
  return (
    <section aria-label="Conflicts" className="merge-conflicts">
      <div className="merge-all">
        <Button onClick={() => take(conflicts, 'ours')}>This workbook everywhere</Button>
        <Button onClick={() => take(conflicts, 'theirs')}>The other copy everywhere</Button>
      </div>
      <div className="merge-table-box">
        <table className="merge-table">
          <thead>
            <tr>
              <th scope="col">Where</th>
              {isBaseKnown && <th scope="col">Before</th>}
              <th scope="col">This workbook</th>
              <th scope="col">The other copy</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((conflict) => (
              <Line
                key={conflict.key}
                conflict={conflict}
                isBaseKnown={isBaseKnown}
                chosen={choices.get(conflict.key) ?? null}
                take={(side) => take([conflict], side)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <Button kind="quiet" onClick={() => setMost(most + AT_ONCE)}>
          {`Show more: ${hidden.toLocaleString('en-US')} others`}
        </Button>
      )}
    </section>
  )
}

type LineProps = {
  readonly conflict: Conflict
  readonly isBaseKnown: boolean
  readonly chosen: Side | null
  readonly take: (side: Side) => void
}

function Line({ conflict, isBaseKnown, chosen, take }: LineProps) {
  const { key, table, name, scenario, field, base } = conflict
  const where = `${KINDS[table]} “${name}”, ${fieldText(field)}`
  return (
    <tr>
      <th scope="row">
        {where}
        {scenario !== null && <span className="merge-scenario">{`in the scenario “${scenario}”`}</span>}
      </th>
      {isBaseKnown && (
        <td>
          <CellText text={base}>{(text) => text}</CellText>
        </td>
      )}
      {(['ours', 'theirs'] as const).map((side) => (
        <td key={side}>
          <CellText text={conflict[side]}>
            {(text) => (
              <label className="merge-side">
                <input
                  type="radio"
                  name={key}
                  aria-label={`${sideName[side]}: ${shortened(conflict[side] ?? NOTHING, SPOKEN)}; ${where}`}
                  checked={chosen === side}
                  onChange={() => take(side)}
                />
                {text}
              </label>
            )}
          </CellText>
        </td>
      ))}
    </tr>
  )
}

const sideName: Readonly<Record<Side, string>> = { ours: 'This workbook', theirs: 'The other copy' }

/** Characters of a cell that are read out with its button. */
const SPOKEN = 300
