import type { PurchasePayment, PurchaseShare, PurchaseTerm } from '#shared/document/types.ts'

const payments: Readonly<Record<PurchasePayment, string>> = {
  'no-upfront': 'no upfront',
  'partial-upfront': 'partial upfront',
  'all-upfront': 'all upfront',
}

/**
 * How a row is bought, as the Buys column shows it and `readPurchase` reads it: `1y no upfront 50% + Spot 20%`, and what is known of a spot
 * share's interruptions behind it: `Spot 80%, interrupted every 20 h, checkpoint 5 min, restart 2 min`.
 */
export function printPurchase(shares: readonly PurchaseShare[]): string {
  return shares.length === 0 ? 'On demand' : shares.map(printShare).join(' + ')
}

function printShare(share: PurchaseShare): string {
  const words =
    share.kind === 'spot' ? 'Spot' : `${share.term} ${share.offering === 'convertible' ? 'convertible ' : ''}${payments[share.payment]}`
  const coverage = share.coverage === '100%' ? '' : ` ${share.coverage}`
  const discount = share.discount === undefined ? '' : ` at ${share.discount} off`
  return `${words}${coverage}${discount}${share.kind === 'spot' ? printTimes(share) : ''}`
}

type Times = Pick<Extract<PurchaseShare, { kind: 'spot' }>, 'interruption' | 'checkpoint' | 'restart'>

const timeWords: Readonly<Record<keyof Times, string>> = { interruption: 'interrupted every', checkpoint: 'checkpoint', restart: 'restart' }

function printTimes(share: Times): string {
  const said = (['interruption', 'checkpoint', 'restart'] as const).filter((time) => (share[time] ?? '').trim() !== '')
  return said.map((time) => `, ${timeWords[time]} ${share[time]!.trim()}`).join('')
}

/** Reads what `printPurchase` writes and what people write for it (`1 yr RI`, `reserved 3y all upfront`, `spot 80%`); null when it says neither. */
export function readPurchase(text: string): readonly PurchaseShare[] | null {
  const plain = text.trim()
  if (plain === '' || /^(?:on[ -]?demand|none|list)$/i.test(plain)) return []
  const shares = plain.split(betweenShares).map(readShare)
  return shares.every((share) => share !== null) ? shares : null
}

/** A plus sign before another way of buying; any other belongs to a formula. */
const betweenShares = /\s+\+\s+(?=(?:spot|reserved|ri|commit(?:ted|ment)?|[13]\s?-?y(?:(?:ea)?rs?)?)\b)/i

const tail = String.raw`(?:\s+(?<coverage>=\S.*?|\d[\d.,]*\s?%))?(?:\s+at\s+(?<discount>=\S.*?|\d[\d.,]*\s?%)\s+off)?`
const times =
  String.raw`(?:,\s*interrupted\s+every\s+(?<interruption>\S.*?))?` +
  String.raw`(?:,\s*checkpoint\s+(?<checkpoint>\S.*?))?(?:,\s*restart\s+(?<restart>\S.*?))?`
const spot = new RegExp(`^spot${tail}${times}$`, 'i')
const reserved = new RegExp(
  String.raw`^(?:(?:reserved|ri|commit(?:ted|ment)?)\s+)?(?<years>[13])\s?-?y(?:(?:ea)?rs?)?(?:\s+(?<offering>convertible|standard))?(?:\s+(?:reserved|ri))?(?:[\s,]+(?<payment>no|partial|all)[\s-]upfront)?(?:\s+(?:reserved|ri))?${tail}$`,
  'i',
)

function readShare(text: string): PurchaseShare | null {
  const bySpot = spot.exec(text)
  if (bySpot) return { kind: 'spot', ...sharesOf(bySpot.groups), ...timesOf(bySpot.groups) }
  const byTerm = reserved.exec(text)
  if (!byTerm) return null
  const term: PurchaseTerm = byTerm.groups?.['years'] === '3' ? '3y' : '1y'
  const offering = byTerm.groups?.['offering']?.toLowerCase() === 'convertible' ? { offering: 'convertible' as const } : {}
  return { kind: 'reserved', term, payment: readPayment(byTerm.groups?.['payment']), ...offering, ...sharesOf(byTerm.groups) }
}

/** Without a word about it a reservation is taken without paying upfront, as the vendors' pages preselect. */
function readPayment(word: string | undefined): PurchasePayment {
  const said = word?.toLowerCase()
  return said === 'all' ? 'all-upfront' : said === 'partial' ? 'partial-upfront' : 'no-upfront'
}

function timesOf(groups: Readonly<Record<string, string>> | undefined): Times {
  const said = (['interruption', 'checkpoint', 'restart'] as const).flatMap((time) =>
    groups?.[time] === undefined ? [] : [[time, groups[time]] as const],
  )
  return Object.fromEntries(said)
}

function sharesOf(groups: Readonly<Record<string, string>> | undefined): { coverage: string; discount?: string } {
  const coverage = (groups?.['coverage'] ?? '100%').replace(/\s+%$/, '%')
  const discount = groups?.['discount']?.replace(/\s+%$/, '%')
  return discount === undefined ? { coverage } : { coverage, discount }
}
