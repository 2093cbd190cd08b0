import { row, workbookOf } from './kit-workbooks.ts'
import { readCsv } from './read-csv.ts'

/**
 * FOCUS 1.2 as facts: column, M where it is mandatory, N where it may be empty, what it holds, and its allowed values.
 * Source: https://focus.finops.org/focus-specification/v1-2/
 */
const facts = `
AvailabilityZone N text|BilledCost M number|BillingAccountId M text|BillingAccountName M N text|BillingAccountType text
BillingCurrency M currency|BillingPeriodEnd M time|BillingPeriodStart M time|CapacityReservationId N text|CapacityReservationStatus N text Used;Unused
ChargeCategory M text Usage;Purchase;Tax;Credit;Adjustment|ChargeClass M N text Correction|ChargeDescription M N text
ChargeFrequency text One-Time;Recurring;Usage-Based|ChargePeriodEnd M time|ChargePeriodStart M time
CommitmentDiscountCategory N text Spend;Usage|CommitmentDiscountId N text|CommitmentDiscountName N text|CommitmentDiscountQuantity N number
CommitmentDiscountStatus N text Used;Unused|CommitmentDiscountType N text|CommitmentDiscountUnit N text|ConsumedQuantity N number|ConsumedUnit N text
ContractedCost M number|ContractedUnitPrice N number|EffectiveCost M number|InvoiceId N text|InvoiceIssuerName M text|ListCost M number|ListUnitPrice N number
PricingCategory N text Standard;Dynamic;Committed;Other|PricingCurrency N currency|PricingCurrencyContractedUnitPrice N number
PricingCurrencyEffectiveCost N number|PricingCurrencyListUnitPrice N number|PricingQuantity M N number|PricingUnit M N text|ProviderName M text|PublisherName M text
RegionId N text|RegionName N text|ResourceId N text|ResourceName N text|ResourceType N text
ServiceCategory M text AI and Machine Learning;Analytics;Business Applications;Compute;Databases;Developer Tools;Multicloud;Identity;Integration;Internet of Things;Management and Governance;Media;Migration;Mobile;Networking;Security;Storage;Web;Other
ServiceName M text|ServiceSubcategory N text|SkuId N text|SkuMeter N text|SkuPriceDetails N json|SkuPriceId N text|SubAccountId N text|SubAccountName N text|SubAccountType N text|Tags N json`

type Fact = { readonly isMandatory: boolean; readonly mayBeEmpty: boolean; readonly holds: string; readonly allowed: readonly string[] }

export const columns = new Map<string, Fact>(
  facts
    .trim()
    .split(/[|\n]/)
    .map((said) => {
      const [, name = '', mandatory, empty, holds = '', allowed = ''] =
        /^(\w+) (M )?(N )?(text|number|time|currency|json)(?: (.*))?$/.exec(said) ?? []
      const values = allowed === '' ? [] : allowed.split(';')
      return [name, { isMandatory: mandatory !== undefined, mayBeEmpty: empty !== undefined, holds, allowed: values }]
    }),
)

const forms: Readonly<Record<string, RegExp>> = {
  text: /^[\s\S]+$/,
  number: /^-?\d+(\.\d+)?$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  currency: /^[A-Z]{3}$/,
  json: /^\{[\s\S]*\}$/,
}

export const bought = workbookOf(
  [
    row(
      'machines',
      'aws.ec2',
      { size: 't3.medium', count: '4' },
      {
        purchase: [
          { kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '50%' },
          { kind: 'spot', coverage: '20%' },
        ],
        tags: { team: 'ml' },
      },
    ),
    row('storage', 'aws.s3', { stored: '60 TB', putRequests: '', getRequests: '0' }),
    row('support', 'general.percentage', { base: '=subtotal("compute")', share: '10%' }, { region: '', group: '', environment: '' }),
  ],
  [],
  {
    priceBook: { id: 'bundled-2026-11', adjustments: [{ match: 'aws.*', percent: -7, note: 'agreement' }] },
    currency: { code: 'EUR', perUsd: 0.92, asOf: '2026-11-01' },
  },
)

/** Machines by the week wholly reserved, a plan that one row uses in part, and reservations that no row uses. */
export const committed = workbookOf(
  [
    row(
      'week',
      'aws.ec2',
      { size: 'm5.large', count: '08-20 = 4, else 1' },
      { purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }] },
    ),
    row('plain', 'aws.ec2', { size: 't3.medium', count: 'Mon-Fri 08-18 = 40, else 0' }),
    row('plan', 'aws.compute-savings-plan', { commitment: '1', term: '1y', payment: 'no-upfront', discount: '30%' }, { region: '' }),
    row('idle', 'aws.reserved-instances', { size: 'c5.large', count: '1' }),
  ],
  [],
  { priceBook: { id: 'bundled-2026-11', adjustments: [{ match: '*', percent: -10, note: '' }] } },
)

/** Every way to pay, of shares and of rows, where one machine takes half of a larger reservation and one row is agreed on alone. */
export const upfront = workbookOf(
  [
    row('three years', 'aws.ec2', { size: 'r5.large', count: '12' }, { purchase: [reserved('3y', 'all-upfront', '100%')] }),
    row(
      'in part',
      'aws.ec2',
      { size: 'r5.large', count: '08-20 = 4, else 1' },
      { purchase: [reserved('3y', 'all-upfront', '50%'), reserved('1y', 'no-upfront', '25%')] },
    ),
    row('family', 'aws.ec2', { size: 'm5.large', count: '3' }),
    row('reservation', 'aws.reserved-instances', { size: 'm5.xlarge', count: '2', payment: 'no-upfront', term: '1y' }),
    row('plan', 'aws.compute-savings-plan', { commitment: '2', term: '1y', payment: 'partial-upfront', discount: '30%' }, { region: '' }),
    row('typed', 'aws.ec2', { size: 't3.large', count: '30' }),
  ],
  [],
  {
    currency: { code: 'EUR', perUsd: 0.92, asOf: '2026-11-01' },
    month: { hours: 720 },
    priceBook: { id: 'bundled-2026-11', adjustments: [{ match: 'aws.ec2', percent: -12, note: '' }] },
  },
)

/** The machines are agreed on and the plan that covers them is not: their agreement takes something off what is billed each month. */
export const credited = workbookOf(
  [
    row('machines', 'aws.ec2', { size: 'm5.large', count: '3' }),
    row('plan', 'aws.compute-savings-plan', { commitment: '0.1', term: '1y', payment: 'all-upfront', discount: '30%' }, { region: '' }),
  ],
  [],
  { priceBook: { id: 'bundled-2026-11', adjustments: [{ match: 'aws.ec2', percent: -12, note: '' }] } },
)

function reserved(term: '1y' | '3y', payment: 'no-upfront' | 'partial-upfront' | 'all-upfront', coverage: string) {
  return { kind: 'reserved', term, payment, coverage } as const
}

export function isAllowed(value: string, { mayBeEmpty, holds, allowed }: Fact): boolean {
  if (value === '') return mayBeEmpty
  return forms[holds]!.test(value) && (allowed.length === 0 || allowed.includes(value))
}

export function linesOf(text: string): Map<string, string>[] {
  const read = readCsv(text)
  if (!read.ok) throw new Error(read.fault.message)
  const [header = [], ...lines] = read.lines
  return lines.map((line) => new Map(header.map((name, at) => [name, line[at] ?? ''])))
}

/** All but what is bought to cover it: that would count twice. */
export function used(lines: readonly Map<string, string>[]) {
  return lines.filter((line) => !isBought(line))
}

export function isBought(line: Map<string, string>): boolean {
  return line.get('ChargeCategory') !== 'Usage'
}
