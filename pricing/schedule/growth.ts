import type { Problem } from '#shared/formula/types.ts'

/** Factor of a month: the months since the first one, and which month of the year it is (0 for January). */
type Factor = (month: number, ofYear: number) => number
/** How a number changes with the months: factors of what it is in month 0, multiplied. */
type Growth = readonly Factor[]
type ReadGrowth = { readonly ok: true; readonly growth: Growth } | { readonly ok: false; readonly problem: Problem }

const read = new Map<string, ReadGrowth>()
const mostKept = 1024

/**
 * What a number is multiplied by in a month (0 is the first one), by a text of parts joined by `;`:
 * `4%` or `4%/month` (compounded: 1.04^month), `30%/year` (1.3^(month / 12)), `months 1, 1.1, 1.3` (factors month by month, the last one
 * from then on), `season 0.8, 0.9, …` (twelve factors that come again every year, the first for January). An empty text never changes anything.
 * `first`: which month of the year month 0 is (`firstOfYear`). What cannot be read is a problem with the reason.
 */
export function growthFactor(text: string, month: number, first: number): number | Problem {
  const reading = growthOf(text)
  if (!reading.ok) return reading.problem
  const factor = reading.growth.reduce((product, part) => product * part(month, (first + month) % 12), 1)
  return factor < Infinity ? factor : problem(`In month ${month + 1} this growth has no bounds.`, 'Lower the rate or the number of months.')
}

/** The month of the year, 0 for January, in which a horizon starts (`2026-12`); January where nobody has set one. */
export function firstOfYear(start: string | undefined): number {
  const written = /^\d{4}-(\d\d)$/.exec(start ?? '')
  return written === null ? 0 : (Number(written[1]) + 11) % 12
}

function growthOf(text: string): ReadGrowth {
  const known = read.get(text)
  if (known !== undefined) return known
  if (read.size >= mostKept) read.clear()
  const reading = readGrowth(text)
  read.set(text, reading)
  return reading
}

function readGrowth(text: string): ReadGrowth {
  if (text.trim() === '') return { ok: true, growth: [] }
  const parts: Factor[] = []
  for (const part of text.split(';')) {
    const one = partOf(part.trim())
    if ('code' in one) return { ok: false, problem: one }
    parts.push(one.factor)
  }
  return { ok: true, growth: parts }
}

function partOf(text: string): { readonly factor: Factor } | Problem {
  const rate = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*%\s*(?:(?:\/|per|a)\s*(month|year))?$/i.exec(text)
  if (rate !== null) return rateOf(Number(rate[1]) / 100, rate[2]?.toLowerCase() === 'year' ? 12 : 1)
  const list = /^(months|season)\s+(.+)$/i.exec(text)
  if (list === null)
    return problem(
      `The growth “${text.slice(0, 40)}” cannot be read.`,
      'Write a rate (4%/month), factors (months 1, 1.1, 1.3) or a season of twelve (season 0.8, …), joined by ;.',
    )
  const factors = (list[2] ?? '').split(',').map((one) => numberOf(one.trim()))
  const bad = factors.findIndex((factor) => !(factor >= 0 && factor < Infinity))
  if (bad >= 0)
    return problem(`Factor ${bad + 1} of the growth is not a number of zero or more.`, 'Write factors as 1.1 or 110%, separated by commas.')
  return list[1]?.toLowerCase() === 'season' ? seasonOf(factors) : { factor: (month) => factors[Math.min(month, factors.length - 1)] ?? 1 }
}

function rateOf(share: number, months: number): { readonly factor: Factor } | Problem {
  if (share <= -1) return problem('A rate of −100 % or less leaves nothing to grow.', 'Write a rate above −100 %.')
  return { factor: (month) => (1 + share) ** (month / months) }
}

function seasonOf(factors: readonly number[]): { readonly factor: Factor } | Problem {
  if (factors.length !== 12)
    return problem(`A season has twelve factors, not ${factors.length}.`, 'Give one for each month of the year, January first.')
  return { factor: (_, ofYear) => factors[ofYear] ?? 1 }
}

function numberOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text)
  return match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1)
}

function problem(message: string, fix: string): Problem {
  return { code: '#VALUE!', message, fix }
}
