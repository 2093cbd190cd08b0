import { readNumber } from '#shared/money/index.ts'

/** A value of a week as this person reads it: `4`, `1.5`, of a relative week `50%`. */
export function valueText(value: number, relative: boolean, locale: string): string {
  return new Intl.NumberFormat(
    locale,
    relative
      ? { style: 'percent', maximumFractionDigits: 1 }
      : { maximumSignificantDigits: 4, notation: value >= 10_000 ? 'compact' : 'standard' },
  ).format(value)
}

/** The same with all digits and no grouping, as one would type it: `12345.5`, of a relative week `33.3333%`. */
export function typedText(value: number, relative: boolean, locale: string): string {
  const options = { useGrouping: false, maximumSignificantDigits: 15 } as const
  return new Intl.NumberFormat(locale, relative ? { ...options, style: 'percent' } : options).format(value)
}

/** A value as it is typed: a number of zero or more; `50%` and `50` in a relative week are a half. `null` where it is neither. */
export function readValue(typed: string, relative: boolean, locale: string): number | null {
  const percent = /^(.*?)\s*%$/.exec(typed.trim())
  const number = readNumber(percent?.[1] ?? typed, locale)
  if (number === null || !(number >= 0)) return null
  return relative || percent !== null ? number / 100 : number
}
