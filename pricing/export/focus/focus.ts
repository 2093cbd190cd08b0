import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Category, Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'
import { assumptionsOf } from '../about.ts'
import { csvText, jsonCell } from '../csv/csv.ts'
import type { CsvCell } from '../csv/csv.ts'
import { disclaimer } from '../facts.ts'
import type { ExportMeta } from '../meta.ts'
import type { Report } from '../report.ts'
import { focusColumns } from './columns.ts'
import type { FocusColumn } from './columns.ts'
import type { Committed, Known, Part } from './parts.ts'
import { billingOf, commitmentQuantity } from './purchases.ts'
import type { Purchase } from './purchases.ts'

type Line = Readonly<Partial<Record<FocusColumn, CsvCell>>>

const providers: Readonly<Record<Cloud, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Microsoft', general: 'Other' }

/** Allowed values of ServiceCategory. */
const categories: Readonly<Record<Category, string>> = {
  compute: 'Compute',
  storage: 'Storage',
  databases: 'Databases',
  networking: 'Networking',
  'machine-learning': 'AI and Machine Learning',
  observability: 'Management and Governance',
  integration: 'Integration',
  analytics: 'Analytics',
  security: 'Security',
  other: 'Other',
}

/**
 * An estimate in the shape of FOCUS 1.2: one line for each part of a charge that is priced in one way, for the month that
 * begins with `month` (`2026-12`), in which all commitments are bought: `EffectiveCost` is the estimate's monthly total, `BilledCost`
 * what is paid in that month, payments upfront whole. FOCUS describes what was charged, so this is an extension, and each line says so
 * in `x_Estimate`. Charges whose cost nobody knows are left out and counted in `x_Unknown`: their costs may not be empty.
 */
export function focusCsv(reports: readonly Report[], meta: ExportMeta, month: string): string {
  const lines = reports.flatMap((report) => linesOf(report, meta, month))
  return `${csvText(
    focusColumns,
    lines.map((line) => focusColumns.map((column) => line[column] ?? null)),
  )}\r\n`
}

/** The month after the one of an ISO date: what is estimated is yet to come. */
export function nextMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

function linesOf(report: Report, meta: ExportMeta, month: string): Line[] {
  const { parts, bought, boughtBy } = billingOf(report)
  const common = { ...periodOf(month), ...extensionOf(report, meta) }
  return rows(report.workbook.components).flatMap((component) => {
    const service = serviceOf(component, report.workbook, report.context)
    const owner = { ...common, ...rowOf(component, service) }
    const charges = (parts.get(component.id) ?? []).flatMap((one) =>
      one.parts.map((part) => partLine(part, one.charge, component, { ...owner, ...coverOf(part, bought, report) })),
    )
    return [...charges, ...(boughtBy.get(component.id) ?? []).flatMap((purchase) => purchaseLines(purchase, owner, month, report))]
  })
}

function periodOf(month: string): Line {
  const [start, end] = [{ text: `${month}-01T00:00:00Z` }, { text: `${nextMonth(month)}-01T00:00:00Z` }]
  return { BillingPeriodStart: start, BillingPeriodEnd: end, ChargePeriodStart: start, ChargePeriodEnd: end }
}

function extensionOf(report: Report, meta: ExportMeta): Line {
  const { settings, book, estimate, scenario } = report
  const assumptions = Object.fromEntries(
    assumptionsOf(report).map(({ name, value, confidence }) => [name, confidence === '' ? value : `${value} (${confidence})`]),
  )
  return {
    BillingCurrency: { text: settings.currency.code },
    BillingAccountId: { text: 'estimate' },
    BillingAccountName: { text: settings.name },
    x_Estimate: { text: disclaimer },
    x_ScenarioName: { text: scenario },
    x_PriceBookVersion: { text: `${book.id} of ${book.asOf}` },
    x_PriceBookHash: { text: book.hash },
    x_ExportedAt: { text: meta.at },
    x_CurrencyPerUsd: settings.currency.perUsd,
    x_MonthHours: settings.month.hours,
    x_Rounding: { text: estimate.rounding },
    x_Unknown: estimate.total.unknown + estimate.total.problems,
    x_Assumptions: jsonCell(assumptions),
  }
}

function rowOf(component: Component, service: ServiceDeclaration | undefined): Line {
  const provider = { text: providers[service?.cloud ?? 'general'] }
  // What a person tagged so stays; a row's own group and environment are left out then.
  const tags = {
    ...(component.group === '' ? {} : { group: component.group }),
    ...(component.environment === '' ? {} : { environment: component.environment }),
    ...component.tags,
  }
  return {
    ProviderName: provider,
    PublisherName: provider,
    InvoiceIssuerName: provider,
    ServiceName: { text: service?.name ?? component.service },
    ServiceCategory: { text: categories[service?.category ?? 'other'] },
    RegionId: component.region === '' ? null : { text: component.region },
    ResourceId: { text: component.id },
    ResourceName: { text: component.name },
    ResourceType: { text: component.service },
    Tags: jsonCell(tags),
  }
}

/** Which commitment covers a part, and how much of it; what nothing uses is the commitment's own. */
function coverOf({ bought, cost }: Part, all: ReadonlyMap<string, Purchase>, report: Report): Line {
  const commitment = bought?.commitment ?? null
  const purchase = commitment === null ? undefined : all.get(commitment.id)
  if (commitment === null || purchase === undefined) return {}
  return {
    ...commitmentColumns(commitment, commitmentQuantity(purchase, cost), report),
    CommitmentDiscountStatus: { text: commitment.isUsed ? 'Used' : 'Unused' },
    ...(commitment.isUsed ? {} : { ResourceId: { text: commitment.id } }),
  }
}

function commitmentColumns({ id, name, type, category }: Committed, quantity: number, { settings }: Report): Line {
  return {
    CommitmentDiscountCategory: { text: category },
    CommitmentDiscountId: { text: id },
    CommitmentDiscountName: { text: name },
    CommitmentDiscountType: { text: type },
    CommitmentDiscountQuantity: quantity,
    CommitmentDiscountUnit: { text: category === 'Spend' ? settings.currency.code : 'hour' },
  }
}

function partLine({ quantity, list, cost, bought }: Part, charge: Known, component: Component, owner: Line): Line {
  const { label = '', commitment = null } = bought ?? {}
  const isUnused = commitment?.isUsed === false
  const hasPrice = quantity !== 0 && !isUnused
  const price = bought?.price ?? charge.price
  return {
    ...owner,
    BilledCost: commitment === null ? cost : 0,
    EffectiveCost: cost,
    ListCost: list,
    ContractedCost: list * charge.kept,
    ListUnitPrice: hasPrice ? list / quantity : null,
    ContractedUnitPrice: hasPrice ? (list * charge.kept) / quantity : null,
    PricingQuantity: quantity,
    PricingUnit: { text: charge.unit },
    ConsumedQuantity: isUnused ? null : quantity,
    ConsumedUnit: isUnused ? null : { text: charge.unit },
    PricingCategory: { text: bought === null ? 'Standard' : commitment === null ? 'Dynamic' : 'Committed' },
    ChargeCategory: { text: 'Usage' },
    ChargeClass: null,
    ChargeDescription: {
      text: `${component.name}: ${charge.label}${label === '' ? '' : `, ${label}`}${isUnused && label !== '' ? ', unused' : ''}`,
    },
    ChargeFrequency: { text: 'Usage-Based' },
    SkuId: price === null ? null : { text: price.sku },
    SkuMeter: { text: charge.label },
    x_PriceAsOf: price === null ? null : { text: price.asOf },
  }
}

/** What is paid for a commitment in the month in which it is bought: once, and as every month. It costs nothing here: what it covers does. */
function purchaseLines(purchase: Purchase, owner: Line, month: string, report: Report): Line[] {
  const { upfront, spread, recurring, years } = purchase
  const end = { text: `${Number(month.slice(0, 4)) + years}${month.slice(4)}-01T00:00:00Z` }
  const months = upfront === 0 ? 0 : upfront / spread
  const once = { ChargeFrequency: { text: 'One-Time' }, ChargePeriodEnd: end }
  return [
    ...(upfront === 0 ? [] : [{ ...purchaseLine(purchase, upfront, spread, months, owner, report), ...once }]),
    ...(recurring === 0 ? [] : [purchaseLine(purchase, recurring, recurring, 1, owner, report)]),
  ]
}

/** `monthly`: the part of the commitment's monthly cost that `paid` covers for so many months. */
function purchaseLine(purchase: Purchase, paid: number, monthly: number, months: number, owner: Line, report: Report): Line {
  const { commitment, price } = purchase
  const quantity = commitmentQuantity(purchase, monthly) * months
  const columns = commitmentColumns(commitment, quantity, report)
  // Rows that a plan covers may have agreements that its own row has not: what they take off what is billed is a credit.
  const isCredit = paid < 0
  const hasPrice = !isCredit && quantity !== 0
  return {
    ...owner,
    ...columns,
    ...(isCredit ? { CommitmentDiscountQuantity: null, CommitmentDiscountUnit: null } : {}),
    BilledCost: paid,
    EffectiveCost: 0,
    ListCost: paid,
    ContractedCost: paid,
    ListUnitPrice: hasPrice ? paid / quantity : null,
    ContractedUnitPrice: hasPrice ? paid / quantity : null,
    PricingQuantity: isCredit ? null : quantity,
    PricingUnit: isCredit ? null : (columns.CommitmentDiscountUnit ?? null),
    PricingCategory: isCredit ? null : { text: 'Standard' },
    ChargeCategory: { text: isCredit ? 'Credit' : 'Purchase' },
    ChargeFrequency: { text: 'Recurring' },
    ChargeDescription: { text: `${commitment.name}: ${isCredit ? 'agreements on what it covers' : 'purchase'}` },
    ResourceId: { text: commitment.id },
    SkuId: price === undefined ? null : { text: price.sku },
    x_PriceAsOf: price === undefined ? null : { text: price.asOf },
  }
}
