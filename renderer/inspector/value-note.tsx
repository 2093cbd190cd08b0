import type { InputEstimate } from '#pricing/calculator/types.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

type Props = { readonly text: string; readonly estimate: InputEstimate }

/** What a field's text comes to, where the text itself does not say it; or why it comes to nothing. */
export function ValueNote({ text, estimate }: Props) {
  const printer = usePrinter()
  const { value, unit } = estimate
  if (value.kind === 'problem') {
    return (
      <span className="field-row-below field-row-problem">
        <strong>{value.problem.code}</strong> {value.problem.message} {value.problem.fix}
      </span>
    )
  }
  if (value.kind === 'unknown')
    return (
      <span className="field-row-below field-row-unknown">
        {value.unknown.reason === 'empty' ? 'not given yet' : value.unknown.message}
      </span>
    )
  if (saysItself(text)) return null
  return (
    <span className="field-row-below" data-value={value.value}>
      = {unit === '%' ? printer.share(value.value) : printer.quantity(value.value, unit)}
    </span>
  )
}

/** A plain number in the field's own unit, or nothing typed. */
function saysItself(text: string): boolean {
  return /^[\d.,\s]*%?$/.test(text)
}
