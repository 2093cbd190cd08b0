/** What the characters of a formula are, by their code: the lexer reads millions of them. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Blank, tab, line ends, and the no-break blanks that numbers are printed with. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009
}

const letter = /[\p{L}\p{M}]/u
const letterOrDigit = /[\p{L}\p{M}\p{Nd}]/u

export function startsName(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
  return letter.test(String.fromCodePoint(code))
}

export function continuesName(code: number): boolean {
  if (code < 128) return startsName(code) || isDigit(code)
  return letterOrDigit.test(String.fromCodePoint(code))
}

export function skipBlanks(text: string, at: number): number {
  let end = at
  while (end < text.length && isBlank(text.charCodeAt(end))) end++
  return end
}

/** End of the name that starts at `at`, or `at` when none does. */
export function endOfName(text: string, at: number): number {
  const first = text.codePointAt(at)
  if (first === undefined || !startsName(first)) return at
  let end = at
  for (let code: number | undefined = first; code !== undefined && continuesName(code); code = text.codePointAt(end)) {
    end += code > 0xffff ? 2 : 1
  }
  return end
}
