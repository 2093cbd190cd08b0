import { growthFactor } from '#pricing/schedule/growth.ts'

/** What a growth may be made of; a text joins several with `;`. */
export type GrowthParts = { readonly rate: string; readonly months: string; readonly season: string }

/** `4%; season 1, 2, …` as its parts; `null` where one of them is written twice or in no known way. */
export function growthParts(text: string): GrowthParts | null {
  const parts = { rate: '', months: '', season: '' }
  for (const part of text.split(';').map((one) => one.trim())) {
    if (part === '') continue
    const list = /^(months|season)\s+(.+)$/i.exec(part)
    const key = list === null ? 'rate' : list[1]?.toLowerCase() === 'season' ? 'season' : 'months'
    if (parts[key] !== '') return null
    parts[key] = list?.[2] ?? part
  }
  return parts
}

/** The text that `growthParts` takes apart again. */
export function growthText({ rate, months, season }: GrowthParts): string {
  const lists = [rate.trim(), prefixed('months', months), prefixed('season', season)]
  return lists.filter((part) => part !== '').join('; ')
}

function prefixed(word: string, list: string): string {
  return list.trim() === '' ? '' : `${word} ${list.trim()}`
}

/** The factor of each month from the first on, which is the month `first` of the year (0 for January); `null` where the text cannot be read. */
export function growthCurve(text: string, months: number, first: number): readonly number[] | null {
  const factors = Array.from({ length: months }, (_, month) => growthFactor(text, month, first))
  return factors.every((factor) => typeof factor === 'number') ? factors : null
}

/** Which months a season's factors are for, by the month in which the forecast starts. */
export function seasonWords(start: string | undefined): string {
  return start === undefined
    ? 'The season’s factors are for January to December. The first month counts as January until the forecast has a first month.'
    : `The season’s factors are for January to December; the first month is ${start}.`
}
