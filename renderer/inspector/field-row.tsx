import { useId } from 'react'
import type { ReactNode } from 'react'
import { OwnCell } from './own-cell.tsx'

/** What ties a control to its label and its help. */
export type FieldIds = { readonly id: string; readonly describedBy?: string }

type Props = {
  readonly label: string
  readonly help?: string
  readonly unit?: string
  /** The name by which an action can put the cursor here. */
  readonly anchor?: string
  readonly children: (ids: FieldIds) => ReactNode
  readonly below?: ReactNode
}

/** A label, its field and unit in one line; what to type there shows while the field has the focus or is pointed at. */
export function FieldRow({ label, help, unit, anchor, children, below }: Props) {
  const id = useId()
  return (
    <div className="field-row" data-field={anchor}>
      <label className="field-row-label" htmlFor={id} title={help}>
        {label}
      </label>
      <span className="field-row-field">
        {children(help === undefined ? { id } : { id, describedBy: `${id}-help` })}
        {unit !== undefined && unit !== '' && <span className="field-row-unit">{unit}</span>}
      </span>
      {anchor !== undefined && <OwnCell anchor={anchor} />}
      {below}
      {help !== undefined && (
        <span className="field-row-help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  )
}
