import type { Statistics } from '#renderer/workspace/cells/statistics.ts'
import type { Printer } from '#renderer/ui/printer.ts'

export type StatisticsPart = { readonly label: string; readonly text: string; readonly value: number | null }

/** What the foot of the window says of a selection: numbers first, then how many cells hold something. */
export function statisticsLine(statistics: Statistics, printer: Printer): readonly StatisticsPart[] {
  const { numbers, filled, unknown, money, sum, average, min, max } = statistics
  const print = money ? printer.money : printer.number
  const part = (label: string, value: number | null): readonly StatisticsPart[] =>
    value === null ? [] : [{ label, text: print(value), value }]
  const figures = numbers === 0 ? [] : [...part('Sum', sum), ...part('Average', average), ...part('Min', min), ...part('Max', max)]
  const without = unknown === 0 ? [] : [{ label: 'Unknown', text: String(unknown), value: unknown }]
  return [
    ...figures,
    { label: 'Count', text: String(numbers), value: numbers },
    ...(filled === numbers ? [] : [{ label: 'Filled', text: String(filled), value: filled }]),
    ...without,
  ]
}
