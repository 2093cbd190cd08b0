import { unitText } from '#shared/formula/index.ts'
import type { Driver } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** What a driver comes to: the number behind a formula or a quantity with a unit, or why there is none. */
export function DriverValue({ driver }: { readonly driver: Driver }) {
  const calculator = useWorkspace((state) => state.calculator)
  useWorkspace((state) => state.figures)
  const printer = usePrinter()
  if (calculator === null) return null
  const value = calculator.driver(driver.id)
  return (
    <p
      className={`driver-result driver-result-${value.kind}`}
      data-testid="driver-result"
      data-value={value.kind === 'number' ? value.value : undefined}
    >
      {resultText(value, driver.unit, printer.number)}
    </p>
  )
}

function resultText(value: Value, unit: string, print: (value: number) => string): string {
  if (value.kind === 'problem') return `${value.problem.code} ${value.problem.message} ${value.problem.fix}`
  if (value.kind === 'unknown')
    return value.unknown.reason === 'empty' ? 'No value yet: formulas that use it are unknown, not zero.' : value.unknown.message
  const measured = unitText(value.dimension)
  return `= ${print(value.value)} ${measured === '' ? unit : measured}`.trimEnd()
}
