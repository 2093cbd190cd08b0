/** What a total leaves out, in words to stand beside it: `+ 2 without a price`, `1 in error`. */
export function leftOut(left: { readonly unknown: number; readonly problems: number }): string[] {
  const words: string[] = []
  if (left.unknown > 0) words.push(`+ ${left.unknown} without a price`)
  if (left.problems > 0) words.push(`${left.problems} in error`)
  return words
}
