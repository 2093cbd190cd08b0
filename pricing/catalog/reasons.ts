import type { Cloud } from '#pricing/services/declare.ts'
import type { ComputeTerm, Found } from '#pricing/catalog/types.ts'

/** The sentences that say why a price is missing and what to do. */

type Missing = Extract<Found<never>, { ok: false }>

export const cloudNames: Readonly<Record<Cloud, string>> = {
  aws: 'AWS',
  google: 'Google Cloud',
  azure: 'Azure',
  general: 'provider-neutral',
}

const termNames: Readonly<Record<ComputeTerm, string>> = {
  'on-demand': 'on-demand',
  spot: 'spot',
  'reserved-1y-no-upfront': 'one-year no-upfront reserved',
  'reserved-3y-no-upfront': 'three-year no-upfront reserved',
}

/** `meant`: the size that was likely meant. `alike`: others that begin like it. */
export function noSize(cloud: Cloud, size: string, meant: string | null, alike: readonly string[]): Missing {
  const fix =
    alike.length > 0 ? `Choose a size of the book, for example ${alike.join(', ')}.` : 'Choose a size from the list, or use a flat rate.'
  return {
    ok: false,
    reason: `The book has no ${cloudNames[cloud]} size "${size}"`,
    fix: meant === null ? fix : `Did you mean "${meant}"?`,
  }
}

/** `why`: the book has no machine prices at all in the region, or only lacks the size. `elsewhere`: the nearest regions with a price for it. */
export function notOffered(
  size: string,
  region: string,
  why: 'no machines' | 'no region' | 'not this size',
  elsewhere: readonly string[],
): Missing {
  const absent = why === 'not this size' ? '' : ': the book has no machine prices there'
  const reason =
    region === ''
      ? `${size} needs a region to be priced`
      : `${size} is not ${why === 'no machines' ? 'priced' : 'offered'} in ${region}${absent}`
  return { ok: false, reason, fix: otherRegion(elsewhere) }
}

export function noTerm(size: string, region: string, term: ComputeTerm, elsewhere: readonly string[]): Missing {
  return { ok: false, reason: `The book has no ${termNames[term]} price for ${size} in ${region}`, fix: otherRegion(elsewhere) }
}

export function noReserved(size: string, region: string, term: '1y' | '3y', payment: string): Missing {
  const years = term === '1y' ? 'one-year' : 'three-year'
  return {
    ok: false,
    reason: `The book has no ${years} ${payment} reserved price for ${size} in ${region}`,
    fix: 'Choose another payment or term, or type a price on the row.',
  }
}

export function noRate(key: string, alike: readonly string[]): Missing {
  const instead = alike.length > 0 ? `Use one of ${alike.join(', ')}, or type` : 'Type'
  return { ok: false, reason: `The book has no price called ${key}`, fix: `${instead} a price on the row.` }
}

export function notPriced(key: string, region: string, elsewhere: readonly string[]): Missing {
  const near = elsewhere.length > 0 ? `; nearest regions with a price: ${elsewhere.join(', ')}` : ''
  const where = region === '' ? 'without a region' : `in ${region}`
  return { ok: false, reason: `${key} is not priced ${where}${near}`, fix: otherRegion(elsewhere) }
}

export function startUnknown(key: string, region: string): Missing {
  const reason = `The book's source prices ${key} in ${region} only from a high usage on; the first units have no known price`
  return { ok: false, reason, fix: otherRegion([]) }
}

function otherRegion(elsewhere: readonly string[]): string {
  const example = elsewhere.length > 0 ? `, for example ${elsewhere.join(', ')}` : ''
  return `Type a price on the row, or choose another region${example}.`
}
