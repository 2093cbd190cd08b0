import { CalendarClock } from 'lucide-react'
import { useMemo } from 'react'
import { settingsOf } from '#shared/document/empty.ts'
import type { Component, Id } from '#shared/document/types.ts'
import type { ComponentEstimate, InputEstimate } from '#pricing/calculator/types.ts'
import { looksWeekly } from '#pricing/calculator/weeks.ts'
import type { ChoiceInput, Input, NumberInput, ServiceDeclaration, SizeInput } from '#pricing/services/declare.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { ListField } from '#renderer/ui/list-field.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { plan } from '#renderer/workspace/planning.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { setCell } from './edits.ts'
import { fieldUnit } from './field-unit.ts'
import { FieldRow } from './field-row.tsx'
import { matching, sizeItems } from './list-items.ts'
import { relevantInputs } from './relevant-inputs.ts'
import { ValueNote } from './value-note.tsx'

type Props = { readonly component: Component; readonly service: ServiceDeclaration; readonly estimate: ComponentEstimate }

/** Everything the service asks for; what few rows need, and what this row's choices do not use, is folded away. */
export function InputFields(props: Props) {
  const relevant = relevantInputs(props.service, props.estimate)
  const isMinor = (id: string, input: Input) => input.kind === 'number' && (input.minor === true || !relevant.has(id))
  const inputs = Object.entries(props.service.inputs)
  const minor = inputs.filter(([id, input]) => isMinor(id, input))
  const typed = minor.filter(([id]) => (props.component.inputs[id] ?? '') !== '').length
  return (
    <section className="inspector-section">
      <h3>Inputs</h3>
      {inputs
        .filter(([id, input]) => !isMinor(id, input))
        .map(([id, input]) => (
          <InputField key={id} id={id} input={input} {...props} />
        ))}
      {minor.length > 0 && (
        <details className="inspector-fold" open={minor.some(([id]) => inTrouble(props.estimate, id)) || undefined}>
          <summary>
            More ({minor.length}
            {typed > 0 && `, ${typed} used`})
          </summary>
          {minor.map(([id, input]) => (
            <InputField key={id} id={id} input={input} {...props} />
          ))}
        </details>
      )}
    </section>
  )
}

function InputField({ id, input, component, estimate }: Props & { readonly id: string; readonly input: Input }) {
  switch (input.kind) {
    case 'number':
      return <NumberField id={id} input={input} component={component} estimate={estimate.inputs.find((one) => one.id === id)} />
    case 'choice':
      return <ChoiceField id={id} input={input} component={component} />
    case 'size':
      return <SizeField id={id} input={input} component={component} />
  }
}

type NumberProps = {
  readonly id: string
  readonly input: NumberInput
  readonly component: Component
  readonly estimate: InputEstimate | undefined
}

function NumberField({ id, input, component, estimate }: NumberProps) {
  const currency = useWorkspace((state) => (state.workbook === null ? '' : settingsOf(state.workbook).currency.code))
  const text = component.inputs[id] ?? ''
  return (
    <FieldRow
      label={input.label}
      help={input.help}
      unit={fieldUnit(input, currency)}
      anchor={`input:${id}`}
      below={estimate !== undefined && <ValueNote estimate={estimate} />}
    >
      {(ids) => (
        <>
          <FormulaField
            {...ids}
            label={input.label}
            text={text}
            commit={(typed) => setCell(component.id, `input:${id}`, typed)}
            {...(input.default === undefined ? {} : { placeholder: input.default })}
          />
          <VaryButton row={component.id} input={id} label={input.label} text={text} />
        </>
      )}
    </FieldRow>
  )
}

/** Opens the week of an input. It stands out where the input follows the hours. */
function VaryButton({
  row,
  input,
  label,
  text,
}: {
  readonly row: Id
  readonly input: string
  readonly label: string
  readonly text: string
}) {
  const varies = looksWeekly(text) || /schedule\(/i.test(text)
  return (
    <span className="field-row-vary" data-varies={varies || undefined}>
      <IconButton label={`Vary ${label} by the hour…`} onClick={() => plan({ kind: 'hours', row, input })}>
        <CalendarClock />
      </IconButton>
    </span>
  )
}

function ChoiceField({ id, input, component }: { readonly id: string; readonly input: ChoiceInput; readonly component: Component }) {
  const chosen = component.inputs[id] ?? input.default
  const known = Object.entries(input.options).map(([value, label]) => ({ value, label }))
  const options = Object.hasOwn(input.options, chosen) ? known : [{ value: chosen, label: `${chosen} (not a choice)` }, ...known]
  return (
    <FieldRow label={input.label} help={input.help} anchor={`input:${id}`}>
      {({ id: fieldId, describedBy }) => (
        <Select
          id={fieldId}
          aria-describedby={describedBy}
          options={options}
          value={chosen}
          onChange={(event) => setCell(component.id, `input:${id}`, event.target.value)}
        />
      )}
    </FieldRow>
  )
}

function SizeField({ id, input, component }: { readonly id: string; readonly input: SizeInput; readonly component: Component }) {
  const book = useWorkspace((state) => state.book)
  const perUsd = useWorkspace((state) => (state.workbook === null ? 1 : settingsOf(state.workbook).currency.perUsd))
  const printer = usePrinter()
  const { region } = component
  const items = useMemo(
    () => (book === null ? [] : sizeItems(input, { region, perUsd }, book, printer)),
    [book, input, region, perUsd, printer],
  )
  const chosen = component.inputs[id] ?? input.default
  const detail = items.find((item) => item.value === chosen)?.detail ?? ''
  return (
    <FieldRow
      label={input.label}
      help={input.help}
      anchor={`input:${id}`}
      below={detail !== '' && <span className="field-row-below">{detail}</span>}
    >
      {(ids) => (
        <ListField
          {...ids}
          label={input.label}
          value={chosen}
          find={(query) => matching(items, query)}
          commit={(size) => setCell(component.id, `input:${id}`, size)}
        />
      )}
    </FieldRow>
  )
}

function inTrouble(estimate: ComponentEstimate, id: string): boolean {
  return estimate.inputs.find((input) => input.id === id)?.value.kind === 'problem'
}
