import { describe, expect, it } from 'vitest'
import { forecast } from '#pricing/analysis/forecast.ts'
import { focusColumns } from '#pricing/export/focus/columns.ts'
import { focusCsv, nextMonth } from '#pricing/export/focus/focus.ts'
import { hostileTexts, row, workbookOf } from './kit-workbooks.ts'
import { readCsv } from './read-csv.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'

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

const columns = new Map<string, Fact>(
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

const bought = workbookOf(
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
const committed = workbookOf(
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
const upfront = workbookOf(
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
const credited = workbookOf(
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

describe('a FOCUS estimate', () => {
  it('knows 57 columns, of which 21 are mandatory', () => {
    expect(columns.size).toBe(57)
    expect([...columns.values()].filter(({ isMandatory }) => isMandatory).length).toBe(21)
  })

  it('has every mandatory column, none that is not of the specification, its own behind', () => {
    const own = focusColumns.filter((column) => column.startsWith('x_'))
    expect(focusColumns.slice(-own.length)).toEqual(own)
    expect(focusColumns.filter((column) => !column.startsWith('x_') && !columns.has(column))).toEqual([])
    expect([...columns].filter(([name, { isMandatory }]) => isMandatory && !focusColumns.some((column) => column === name))).toEqual([])
  })

  it.each([
    ['an example', reportsOf(workbookAt('examples/image-classification.skytally'))],
    ['commitments, spot, agreements and another currency', reportsOf(bought)],
    ['commitments as rows, used in part', reportsOf(committed)],
    ['what is paid upfront, whole or in part', reportsOf(upfront)],
    ['an agreement on what a plan covers', reportsOf(credited)],
  ])('holds what each column allows: %s', (_, reports) => {
    const lines = linesOf(focusCsv(reports, meta, '2026-12'))
    const wrong = lines.flatMap((line) =>
      Array.from(columns, ([name, fact]) => ({ name, value: line.get(name) ?? '', fact })).filter(
        ({ name, value, fact }) => line.has(name) && !isAllowed(value, fact),
      ),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it('adds up to the total at list, after agreements, and as it is paid', () => {
    const [report] = reportsOf(bought)
    const lines = linesOf(focusCsv([report], meta, '2026-12'))
    const sum = (column: string) => used(lines).reduce((total, line) => total + Number(line.get(column)), 0)
    expect(sum('EffectiveCost')).toBeCloseTo(report.estimate.total.monthly, 9)
    expect(sum('ListCost')).toBeCloseTo(report.estimate.total.list, 9)
    expect(sum('ContractedCost')).toBeCloseTo(report.estimate.total.list - report.estimate.total.negotiated, 9)
    expect(lines.map((line) => line.get('x_Unknown'))).toContain('1')
  })

  it('splits what is committed, on spot and on demand', () => {
    const lines = linesOf(focusCsv(reportsOf(bought), meta, '2026-12')).filter((line) => line.get('ResourceName') === 'machines')
    expect(
      lines.map((line) => [line.get('PricingCategory'), Number(line.get('PricingQuantity')), line.get('CommitmentDiscountStatus')]),
    ).toEqual([
      ['Standard', expect.closeTo(876, 9), ''],
      ['Committed', 1460, 'Used'],
      ['Dynamic', expect.closeTo(584, 9), ''],
      ['Standard', 1460, ''],
    ])
  })

  it('says of a commitment what it is, what uses it and what nothing uses', () => {
    const [report] = reportsOf(committed)
    const lines = linesOf(focusCsv([report], meta, '2026-12'))
    const said = used(lines).map((line) =>
      ['ResourceName', 'PricingCategory', 'CommitmentDiscountCategory', 'CommitmentDiscountStatus', 'ConsumedUnit'].map((name) =>
        line.get(name),
      ),
    )
    expect(said).toEqual([
      ['week', 'Committed', 'Usage', 'Used', 'hour'],
      ['week', 'Committed', 'Usage', 'Unused', ''],
      ['plain', 'Standard', '', '', 'hour'],
      ['plain', 'Committed', 'Spend', 'Used', 'hour'],
      ['plan', 'Committed', 'Spend', 'Unused', ''],
      ['idle', 'Committed', 'Usage', 'Unused', ''],
    ])
    const { total } = report.estimate
    expect(lines.reduce((sum, line) => sum + Number(line.get('EffectiveCost')), 0)).toBeCloseTo(total.monthly, 9)
    expect(used(lines).reduce((sum, line) => sum + Number(line.get('ListCost')), 0)).toBeCloseTo(total.list, 9)
    expect(lines.every((line) => Number(line.get('EffectiveCost')) >= 0)).toBe(true)
  })

  it.each([
    ['shares of a row', bought],
    ['rows of commitments', committed],
    ['payments upfront', upfront],
    ['an agreement on what a plan covers', credited],
    ['no commitment at all', workbookAt('examples/image-classification.skytally')],
  ])('bills what is paid in the first month, and costs what the month does: %s', (_, workbook) => {
    const [report] = reportsOf(workbook)
    const lines = linesOf(focusCsv([report], meta, '2026-12'))
    const sum = (column: string, of = lines) => of.reduce((total, line) => total + Number(line.get(column)), 0)
    const once = lines.filter((line) => line.get('ChargeFrequency') === 'One-Time')
    expect(sum('EffectiveCost')).toBeCloseTo(report.estimate.total.monthly, 8)
    expect(sum('BilledCost')).toBeCloseTo(forecast(report.workbook, report.context, 1).months[0]!.cash, 8)
    expect(sum('BilledCost', once)).toBeCloseTo(report.estimate.total.upfront, 8)
    expect(sum('EffectiveCost', lines.filter(isBought))).toBe(0)
    expect(sum('BilledCost', lines.filter(isCovered))).toBe(0)
  })

  it('bills a reservation once where all of it is paid upfront, for its whole term', () => {
    const lines = linesOf(focusCsv(reportsOf(upfront), meta, '2026-12')).filter((line) => line.get('ResourceName') === 'three years')
    const columns = [
      'ResourceId',
      'ChargeCategory',
      'ChargeFrequency',
      'CommitmentDiscountStatus',
      'CommitmentDiscountId',
      'ChargePeriodEnd',
    ]
    expect(lines.map((line) => columns.map((name) => line.get(name)))).toEqual([
      ['three years', 'Usage', 'Usage-Based', 'Used', 'three years/1', '2027-01-01T00:00:00Z'],
      ['three years/1', 'Purchase', 'One-Time', '', 'three years/1', '2029-12-01T00:00:00Z'],
    ])
    expect(lines.map((line) => Number(line.get('CommitmentDiscountQuantity')))).toEqual([8640, expect.closeTo(12 * 3 * 8760, 6)])
    expect(lines.every((line) => /reserved\/r5.large\/3y-all-upfront/.test(line.get('SkuId')!))).toBe(true)
  })

  it('says all of a commitment wherever it names one, and nothing elsewhere', () => {
    const always = ['Category', 'Name', 'Type'].map((name) => `CommitmentDiscount${name}`)
    const counted = ['Quantity', 'Unit'].map((name) => `CommitmentDiscount${name}`)
    for (const line of [bought, committed, upfront, credited].flatMap((one) => linesOf(focusCsv(reportsOf(one), meta, '2026-12')))) {
      const hasId = line.get('CommitmentDiscountId') !== ''
      const isCredit = line.get('ChargeCategory') === 'Credit'
      for (const name of always) expect(line.get(name) !== '', name).toBe(hasId)
      for (const name of counted) expect(line.get(name) !== '', name).toBe(hasId && !isCredit)
      expect(line.get('CommitmentDiscountStatus') !== '').toBe(hasId && line.get('ChargeCategory') === 'Usage')
      expect(line.get('PricingCategory') === 'Committed').toBe(hasId && line.get('ChargeCategory') === 'Usage')
      expect(Number(line.get('CommitmentDiscountQuantity')) > 0).toBe(hasId && !isCredit)
    }
  })

  it('credits what agreements take off a commitment that was paid at once, and sells nothing below zero', () => {
    const lines = linesOf(focusCsv(reportsOf(credited), meta, '2026-12')).filter((line) => line.get('ResourceName') === 'plan')
    expect(lines.map((line) => [line.get('ChargeCategory'), line.get('ChargeFrequency'), Number(line.get('BilledCost'))])).toEqual([
      ['Purchase', 'One-Time', 876],
      ['Credit', 'Recurring', expect.closeTo(-8.76, 9)],
    ])
  })

  it('counts of a commitment what is used and unused, together what is bought for a month', () => {
    const lines = linesOf(focusCsv(reportsOf(upfront), meta, '2026-12'))
    const quantity = (id: string, category: string) =>
      lines
        .filter((line) => line.get('CommitmentDiscountId') === id && line.get('ChargeCategory') === category)
        .reduce((sum, line) => sum + Number(line.get('CommitmentDiscountQuantity')), 0)
    expect(new Set(lines.map((line) => line.get('x_Unknown')))).toEqual(new Set(['0']))
    expect(quantity('reservation', 'Usage')).toBeCloseTo(2 * 720, 6)
    expect(quantity('in part/1', 'Usage')).toBeCloseTo(2 * 720, 6)
  })

  it('tells a reader of its JSON every tag as it was typed, and no spreadsheet a formula', () => {
    const hostile = workbookOf(
      hostileTexts.map((text, at) =>
        row(`r${at}`, 'general.flat', { monthly: '1' }, { group: text, environment: '', tags: { [text]: text } }),
      ),
    )
    const lines = linesOf(focusCsv(reportsOf(hostile), meta, '2026-12'))
    const tags = lines.map((line) => JSON.parse(line.get('Tags')!))
    expect(tags).toEqual(hostileTexts.map((text) => ({ group: text, [text]: text })))
    expect(lines.filter((line) => /(?:^|[,;|"\t\r\n])'*[=+\-@＝＋－＠]/u.test(line.get('Tags')!))).toEqual([])
  })

  it('leaves a person’s own tag called group as it is', () => {
    const [line] = linesOf(
      focusCsv(
        reportsOf(workbookOf([row('a', 'general.flat', { monthly: '1' }, { group: 'Web', tags: { group: 'mine' } })])),
        meta,
        '2026-12',
      ),
    )
    expect(JSON.parse(line!.get('Tags')!)).toMatchObject({ group: 'mine' })
  })

  it('is of the month after the export', () => {
    expect(nextMonth('2026-11-22T10:00:00Z')).toBe('2026-12')
    expect(nextMonth('2026-12')).toBe('2027-01')
  })
})

/** All but what is bought to cover it: that would count twice. */
function used(lines: readonly Map<string, string>[]) {
  return lines.filter((line) => !isBought(line))
}

function isBought(line: Map<string, string>): boolean {
  return line.get('ChargeCategory') !== 'Usage'
}

function isCovered(line: Map<string, string>): boolean {
  return line.get('CommitmentDiscountStatus') !== ''
}

function isAllowed(value: string, { mayBeEmpty, holds, allowed }: Fact): boolean {
  if (value === '') return mayBeEmpty
  return forms[holds]!.test(value) && (allowed.length === 0 || allowed.includes(value))
}

function linesOf(text: string): Map<string, string>[] {
  const read = readCsv(text)
  if (!read.ok) throw new Error(read.fault.message)
  const [header = [], ...lines] = read.lines
  return lines.map((line) => new Map(header.map((name, at) => [name, line[at] ?? ''])))
}
