import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ChargeEstimate } from '#pricing/calculator/types.ts'
import type { Category, Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'
import { assumptionsOf } from '../about.ts'
import { csvText } from '../csv/csv.ts'
import type { CsvCell } from '../csv/csv.ts'
import { disclaimer } from '../facts.ts'
import type { ExportMeta } from '../meta.ts'
import type { Report } from '../report.ts'
import { focusColumns } from './columns.ts'
import type { FocusColumn } from './columns.ts'
import { knownCharge, partsOf } from './parts.ts'
import type { Known, Part } from './parts.ts'

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
 * begins with `month` (`2026-12`). FOCUS describes what was charged, so this is an extension, and each line says so in
 * `x_Estimate`. Charges whose cost nobody knows are left out and counted in `x_Unknown`: their costs may not be empty.
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
  const estimates = new Map(report.estimate.components.map((component) => [component.id, component]))
  const common = { ...periodOf(month), ...extensionOf(report, meta) }
  return rows(report.workbook.components).flatMap((component) => {
    const service = serviceOf(component, report.workbook, report.context)
    const owner = { ...common, ...rowOf(component, service) }
    return (estimates.get(component.id)?.charges ?? []).flatMap((charge) => chargeLines(charge, component, owner, report))
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
    x_Assumptions: { text: JSON.stringify(assumptions) },
  }
}

function rowOf(component: Component, service: ServiceDeclaration | undefined): Line {
  const provider = { text: providers[service?.cloud ?? 'general'] }
  const tags = {
    ...component.tags,
    ...(component.group === '' ? {} : { group: component.group }),
    ...(component.environment === '' ? {} : { environment: component.environment }),
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
    Tags: { text: JSON.stringify(tags) },
  }
}

/** A charge as one line for each part of it that is priced in one way; a charge whose cost nobody knows has none. */
function chargeLines(charge: ChargeEstimate, component: Component, owner: Line, report: Report): Line[] {
  const known = knownCharge(charge)
  return known === null ? [] : partsOf(known, component, report).map((part) => partLine(part, known, component, owner))
}

function partLine({ quantity, list, cost, bought }: Part, charge: Known, component: Component, owner: Line): Line {
  const { label = '', commitment = null } = bought ?? {}
  const isUnused = commitment?.isUsed === false
  const hasPrice = quantity !== 0 && !isUnused
  return {
    ...owner,
    BilledCost: cost,
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
    CommitmentDiscountCategory: commitment === null ? null : { text: commitment.category },
    CommitmentDiscountName: commitment === null ? null : { text: label === '' ? component.name : label },
    CommitmentDiscountStatus: commitment === null ? null : { text: isUnused ? 'Unused' : 'Used' },
    ChargeCategory: { text: 'Usage' },
    ChargeClass: null,
    ChargeDescription: {
      text: `${component.name}: ${charge.label}${label === '' ? '' : `, ${label}`}${isUnused && label !== '' ? ', unused' : ''}`,
    },
    ChargeFrequency: { text: 'Usage-Based' },
    SkuId: charge.price === null ? null : { text: charge.price.sku },
    SkuMeter: { text: charge.label },
    x_PriceAsOf: charge.price === null ? null : { text: charge.price.asOf },
  }
}
