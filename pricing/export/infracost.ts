import { rows } from '#shared/document/rows.ts'
import type { ChargeEstimate, ComponentEstimate, Money } from '#pricing/calculator/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { assumptionsOf } from './about.ts'
import { decimalText } from './decimal.ts'
import { factsOf } from './facts.ts'
import type { ExportMeta } from './meta.ts'
import { knownMonthly } from './report.ts'
import type { Report } from './report.ts'

/**
 * Infracost's JSON output 0.2: money and quantities are decimal strings, null where nobody knows them. Each scenario is a
 * project. They are alternatives, of which one will be paid for: the totals and the summary of the whole are the first one's. Source: https://github.com/infracost/infracost/blob/master/schema/infracost.schema.json
 */
export function infracostJson(reports: readonly [Report, ...Report[]], meta: ExportMeta) {
  const [first] = reports
  const hours = first.settings.month.hours
  return {
    version: '0.2',
    metadata: {
      infracostCommand: 'breakdown',
      vcsBranch: '',
      vcsCommitSha: '',
      vcsCommitAuthorName: '',
      vcsCommitAuthorEmail: '',
      vcsCommitTimestamp: meta.at,
      vcsCommitMessage: '',
    },
    currency: first.settings.currency.code,
    projects: reports.map((report) => project(report, meta)),
    ...totalsOf(first.estimate.total, hours),
    timeGenerated: meta.at,
    summary: summaryOf(first),
  }
}

function totalsOf(total: Money, hours: number) {
  const known = (amount: number) => (isKnown(total) ? decimalText(amount) : null)
  return { totalHourlyCost: known(total.monthly / hours), totalMonthlyCost: known(total.monthly) }
}

function project(report: Report, meta: ExportMeta) {
  const hours = report.settings.month.hours
  const { total, components } = report.estimate
  const inOrder = new Map(components.map((component) => [component.id, component]))
  return {
    name: report.scenario,
    displayName: `${report.settings.name}: ${report.scenario}`,
    metadata: {
      type: 'skytally',
      path: report.settings.name,
      facts: Object.fromEntries(factsOf(report, meta)),
      assumptions: assumptionsOf(report),
      problems: report.problems,
    },
    breakdown: {
      resources: rows(report.workbook.components).map((row) => resource(inOrder.get(row.id)!, row.tags, hours)),
      ...totalsOf(total, hours),
    },
    summary: summaryOf(report),
  }
}

function resource(component: ComponentEstimate, tags: Readonly<Record<string, string>>, hours: number) {
  const monthly = knownMonthly(component)
  return {
    name: component.name,
    resourceType: component.service,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    metadata: { region: component.region },
    hourlyCost: decimalOrNull(monthly, 1 / hours),
    monthlyCost: decimalOrNull(monthly, 1),
    costComponents: component.charges.map((charge) => costComponent(charge, hours)),
  }
}

/** Price times quantity is the cost: of a graduated or discounted charge the price is what one unit comes to. */
function costComponent(charge: ChargeEstimate, hours: number) {
  const { label, unit, quantity, cost, tiers } = charge
  const isUnknown = cost === null
  const price = cost === null ? null : quantity === null || quantity === 0 ? (tiers[0]?.price ?? 0) : cost / quantity
  return {
    name: label,
    unit,
    hourlyQuantity: decimalOrNull(quantity, 1 / hours),
    monthlyQuantity: decimalOrNull(quantity, 1),
    price: price === null ? '0' : decimalText(price),
    hourlyCost: decimalOrNull(cost, 1 / hours),
    monthlyCost: decimalOrNull(cost, 1),
    ...(isUnknown && charge.unknown?.reason === 'no-price' ? { priceNotFound: true } : {}),
  }
}

function decimalOrNull(value: number | null, factor: number): string | null {
  return value === null ? null : decimalText(value * factor)
}

function summaryOf({ estimate: { components: resources } }: Report) {
  const isUnpriced = ({ unknown, problems }: Money) => unknown + problems > 0
  return {
    totalDetectedResources: resources.length,
    totalSupportedResources: resources.filter((one) => one.charges.length > 0).length,
    totalUnsupportedResources: resources.filter((one) => one.charges.length === 0).length,
    totalUsageBasedResources: resources.filter((one) => one.charges.length > 0).length,
    totalNoPriceResources: resources.filter(isUnpriced).length,
    unsupportedResourceCounts: {},
    noPriceResourceCounts: {},
  }
}
