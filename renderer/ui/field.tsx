import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes } from 'react'
import './field.css'

type FieldProps = {
  readonly label: string
  /** One sentence: what to type and where to find it. */
  readonly help?: string
  /** What is wrong with the value; read aloud when it appears. */
  readonly problem?: string
  readonly unit?: string
  /** Gets the ids that tie the control to its words. */
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean | undefined
  }) => ReactNode
}

/** A control with its label, unit, help and problem. */
export function Field({ label, help, problem, unit, children }: FieldProps) {
  const id = useId()
  const described = [help === undefined ? null : `${id}-help`, problem === undefined ? null : `${id}-problem`]
    .filter((part) => part !== null)
    .join(' ')
  return (
    <div className="ui-field">
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="ui-field-control">
        {children({
          id,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': problem === undefined ? undefined : true,
        })}
        {unit !== undefined && unit !== '' && <span className="ui-field-unit">{unit}</span>}
      </div>
      {help !== undefined && (
        <p id={`${id}-help`} className="ui-field-help">
          {help}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="ui-field-problem" role="status">
          {problem}
        </p>
      )}
    </div>
  )
}

export function TextInput({
  ref,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & { readonly ref?: Ref<HTMLInputElement> }) {
  return <input autoComplete="off" spellCheck={false} {...rest} ref={ref} className="ui-input" />
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'children'> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export function Select({ options, ...rest }: SelectProps) {
  return (
    <select {...rest} className="ui-input ui-select">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
