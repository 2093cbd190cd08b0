import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ChargeEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import type { Category, Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'
import { assumptionsOf } from '../about.ts'
import { csvText } from '../csv/csv.ts'
import type { CsvCell } from '../csv/csv.ts'
import { disclaimer } from '../facts.ts'
import type { ExportMeta } from '../meta.ts'
import type { Report } from '../report.ts'
import { focusColumns } from './columns.ts'
import type { FocusColumn } from './columns.ts'

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
    return (estimates.get(component.id)?.charges ?? []).flatMap((charge) => chargeLines(charge, component, owner))
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

/** A charge as one line on demand and one for each commitment; together they cost what the charge does. */
function chargeLines(charge: ChargeEstimate, component: Component, owner: Line): Line[] {
  const { cost, list, quantity } = charge
  if (cost === null || list === null || quantity === null) return []
  const commitments = charge.discounts.filter(({ kind }) => kind === 'commitment')
  const covered = commitments.reduce((sum, { share }) => sum + share, 0)
  const negotiated = list === 0 ? 1 : (list - charge.negotiated) / list
  const saved = commitments.reduce((sum, { amount }) => sum + amount, 0)
  const parts = commitments.map((line) => ({ line, share: line.share, cost: list * line.share * negotiated - line.amount }))
  const rest = { line: null, share: 1 - covered, cost: cost + saved - list * covered * negotiated }
  const all = covered < 1 || parts.length === 0 ? [rest, ...parts] : parts
  return all.map((part) => partLine(part, { ...charge, cost, list, quantity, negotiated }, component, owner))
}

type Part = { readonly line: DiscountLine | null; readonly share: number; readonly cost: number }
type Known = Omit<ChargeEstimate, 'negotiated'> & {
  readonly cost: number
  readonly list: number
  readonly quantity: number
  readonly negotiated: number
}

function partLine({ line, share, cost }: Part, charge: Known, component: Component, owner: Line): Line {
  const quantity = charge.quantity * share
  const listCost = charge.list * share
  const isSpot = line !== null && /^spot/i.test(line.label)
  return {
    ...owner,
    BilledCost: cost,
    EffectiveCost: cost,
    ListCost: listCost,
    ContractedCost: listCost * charge.negotiated,
    ListUnitPrice: quantity === 0 ? null : listCost / quantity,
    ContractedUnitPrice: quantity === 0 ? null : (listCost * charge.negotiated) / quantity,
    PricingQuantity: quantity,
    PricingUnit: { text: charge.unit },
    ConsumedQuantity: quantity,
    ConsumedUnit: { text: charge.unit },
    PricingCategory: { text: line === null ? 'Standard' : isSpot ? 'Dynamic' : 'Committed' },
    CommitmentDiscountCategory: line === null || isSpot ? null : { text: 'Usage' },
    CommitmentDiscountName: line === null || isSpot ? null : { text: line.label },
    CommitmentDiscountStatus: line === null || isSpot ? null : { text: 'Used' },
    ChargeCategory: { text: 'Usage' },
    ChargeClass: null,
    ChargeDescription: { text: `${component.name}: ${charge.label}${line === null ? '' : `, ${line.label}`}` },
    ChargeFrequency: { text: 'Usage-Based' },
    SkuId: charge.price === null ? null : { text: charge.price.sku },
    SkuMeter: { text: charge.label },
    x_PriceAsOf: charge.price === null ? null : { text: charge.price.asOf },
  }
}
