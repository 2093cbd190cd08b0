/** What was reached against its bar; less is better. */
export type Ratio = { readonly name: string; readonly bar: number; readonly reached: number }

export function printRatio(ratio: Ratio): Ratio {
  const { name, bar, reached } = ratio
  console.log(`  ${reached <= bar ? 'met   ' : 'MISSED'} ${name}: ${reached.toFixed(3)} (bar ${bar.toFixed(3)})`)
  return ratio
}
