import type { PurchasePayment, PurchaseShare, PurchaseTerm } from '#shared/document/types.ts'

const payments: Readonly<Record<PurchasePayment, string>> = {
  'no-upfront': 'no upfront',
  'partial-upfront': 'partial upfront',
  'all-upfront': 'all upfront',
}

/** How a row is bought, as the Buys column shows it and `readPurchase` reads it: `1y no upfront 50% + Spot 20%`. */
export function printPurchase(shares: readonly PurchaseShare[]): string {
  return shares.length === 0 ? 'On demand' : shares.map(printShare).join(' + ')
}

function printShare(share: PurchaseShare): string {
  const words =
    share.kind === 'spot' ? 'Spot' : `${share.term} ${share.offering === 'convertible' ? 'convertible ' : ''}${payments[share.payment]}`
  const coverage = share.coverage === '100%' ? '' : ` ${share.coverage}`
  return `${words}${coverage}${share.discount === undefined ? '' : ` at ${share.discount} off`}`
}

/** Reads what `printPurchase` writes and what people write for it (`1 yr RI`, `reserved 3y all upfront`, `spot 80%`); null when it says neither. */
export function readPurchase(text: string): readonly PurchaseShare[] | null {
  const plain = text.trim()
  if (plain === '' || /^(?:on[ -]?demand|none|list)$/i.test(plain)) return []
  const shares = plain.split(/\s+\+\s+/).map(readShare)
  return shares.every((share) => share !== null) ? shares : null
}

const tail = String.raw`(?:\s+(?<coverage>=\S.*?|\d[\d.,]*\s?%))?(?:\s+at\s+(?<discount>=\S.*?|\d[\d.,]*\s?%)\s+off)?$`
const spot = new RegExp(`^spot${tail}`, 'i')
const reserved = new RegExp(
  String.raw`^(?:(?:reserved|ri|commit(?:ted|ment)?)\s+)?(?<years>[13])\s?-?y(?:(?:ea)?rs?)?(?:\s+(?<offering>convertible|standard))?(?:\s+(?:reserved|ri))?(?:[\s,]+(?<payment>no|partial|all)[\s-]upfront)?(?:\s+(?:reserved|ri))?${tail}`,
  'i',
)

function readShare(text: string): PurchaseShare | null {
  const bySpot = spot.exec(text)
  if (bySpot) return { kind: 'spot', ...sharesOf(bySpot.groups) }
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

function sharesOf(groups: Readonly<Record<string, string>> | undefined): { coverage: string; discount?: string } {
  const coverage = (groups?.['coverage'] ?? '100%').replace(/\s+%$/, '%')
  const discount = groups?.['discount']?.replace(/\s+%$/, '%')
  return discount === undefined ? { coverage } : { coverage, discount }
}
