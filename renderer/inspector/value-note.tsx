import type { InputEstimate } from '#pricing/calculator/types.ts'
import { told } from '#renderer/ui/told.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

type Props = { readonly estimate: InputEstimate }

/** What a field's text comes to, where the text itself does not say it; or why it comes to nothing. */
export function ValueNote({ estimate }: Props) {
  const printer = usePrinter()
  const { text, value, unit } = estimate
  if (value.kind === 'problem') {
    return (
      <span className="field-row-below field-row-problem">
        <strong>{value.problem.code}</strong> {told(value.problem)}
      </span>
    )
  }
  if (value.kind === 'unknown')
    return (
      <span className="field-row-below field-row-unknown">
        {value.unknown.reason === 'empty' ? 'not given yet' : value.unknown.message}
      </span>
    )
  const shown = unit === '%' ? printer.share(value.value) : printer.quantity(value.value, unit)
  if (saysItself(text) || shown === text) return null
  return (
    <span className="field-row-below" data-value={value.value}>
      = {shown}
    </span>
  )
}

/** A plain number in the field's own unit, or nothing typed. */
function saysItself(text: string): boolean {
  return /^[\d.,\s]*%?$/.test(text)
}
