const SIGNS: ReadonlyMap<string, string> = new Map([
  ['*', '×'],
  ['/', '÷'],
  ['-', '−'],
])

/**
 * A declared formula as one would write it on paper: `count * newConnections / 25` → `count × new connections ÷ 25`.
 * Text in quotes is left alone.
 */
export function humanFormula(text: string): string {
  return text.replace(
    /"[^"]*"|[A-Za-z_]\w*|\d(?:[\d.,]*)(?:e[+-]?\d+)?|[*/-]/gi,
    (part) => SIGNS.get(part) ?? (/^[a-z_]/i.test(part) ? words(part) : part),
  )
}

/** `hours_in_month` → `hours in month`, `newConnections` → `new connections`; abbreviations (`vCPU`) stay. */
function words(name: string): string {
  const spaced = name.replaceAll('_', ' ').trim()
  return spaced.replace(/([a-z\d]{2,})([A-Z])(?=[a-z])/g, (_whole, before: string, after: string) => `${before} ${after.toLowerCase()}`)
}
