import type { Driver } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import { told } from '#renderer/ui/told.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { measured } from './measured.ts'

/** What a driver comes to: the number behind a formula or a quantity with a unit, or why there is none. */
export function DriverValue({ driver }: { readonly driver: Driver }) {
  const calculator = useWorkspace((state) => state.calculator)
  useWorkspace((state) => state.figures)
  const printer = usePrinter()
  if (calculator === null) return null
  const value = calculator.driver(driver.id)
  const text = resultText(value, driver.unit, printer.number)
  return (
    <p
      className={text === `= ${driver.value} ${driver.unit}`.trimEnd() ? 'ui-hidden' : `driver-result driver-result-${value.kind}`}
      data-testid="driver-result"
      data-value={value.kind === 'number' ? value.value : undefined}
    >
      {text}
    </p>
  )
}

function resultText(value: Value, unit: string, print: (value: number) => string): string {
  if (value.kind === 'problem') return `${value.problem.code} ${told(value.problem)}`
  if (value.kind === 'unknown')
    return value.unknown.reason === 'empty' ? 'No value yet: formulas that use it are unknown, not zero.' : value.unknown.message
  return `= ${measured(value.value, value.dimension, unit, print)}`
}
