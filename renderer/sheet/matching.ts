/** What somebody looks for in the cells. */
export type Wanted = { readonly text: string; readonly matchCase: boolean; readonly wholeCell: boolean }

export type Matcher = {
  readonly matches: (text: string) => boolean
  /** The text with every match replaced; `by` is taken as it stands. */
  readonly replace: (text: string, by: string) => string
}

/** Null while nothing is looked for. */
export function matcherOf({ text, matchCase, wholeCell }: Wanted): Matcher | null {
  if (text === '') return null
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, (sign) => `\\${sign}`)
  const flags = matchCase ? 'gu' : 'giu'
  const pattern = new RegExp(wholeCell ? `^${literal}$` : literal, flags)
  return {
    matches: (cell) => {
      pattern.lastIndex = 0
      return pattern.test(cell)
    },
    replace: (cell, by) => cell.replace(pattern, () => by),
  }
}
