import type { ChargeEstimate, ComponentEstimate, Money } from '#pricing/calculator/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import { annual, knownMonthly } from './report.ts'
import type { Report } from './report.ts'

/** The machine-readable form, the contract of `--format json`: full-precision numbers, `null` for what is not known. */
export function reportJson(reports: readonly [Report, ...Report[]]) {
  const [{ settings, estimate, book }] = reports
  return {
    currency: settings.currency.code,
    rounding: estimate.rounding,
    priceBook: { id: book.id, asOf: book.asOf, hash: book.hash },
    scenarios: reports.map(scenarioJson),
  }
}

function scenarioJson({ scenario, estimate, problems }: Report) {
  return {
    name: scenario,
    total: totalJson(estimate.total),
    groups: Object.fromEntries(Array.from(estimate.groups, ([name, money]) => [name, totalJson(money)])),
    components: estimate.components.map(componentJson),
    budgets: estimate.budgets.map(({ scope, limit, actual, ratio, status, unknown, problems: errors }) => ({
      scope,
      limit,
      actual,
      ratio,
      status,
      unknown,
      errors,
    })),
    problems,
  }
}

function totalJson(money: Money) {
  return {
    list: money.list,
    discount: money.discount,
    monthly: money.monthly,
    annual: annual(money),
    upfront: money.upfront,
    unknown: money.unknown,
    errors: money.problems,
  }
}

export function componentJson(component: ComponentEstimate) {
  const monthly = knownMonthly(component)
  return {
    id: component.id,
    name: component.name,
    service: component.service,
    region: component.region,
    list: monthly === null ? null : component.list,
    discount: monthly === null ? null : component.discount,
    monthly,
    upfront: component.upfront,
    unknown: component.unknown,
    errors: component.problems,
    charges: component.charges.map(chargeJson),
  }
}

function chargeJson(charge: ChargeEstimate) {
  return {
    id: charge.id,
    label: charge.label,
    quantity: charge.quantity,
    unit: charge.unit,
    list: charge.list,
    cost: charge.cost,
    working: `${charge.formula} = ${charge.working}`,
    tiers: charge.tiers.map((tier) => ({ ...tier, to: Number.isFinite(tier.to) ? tier.to : null })),
    discounts: charge.discounts.map(({ label, share, amount, hourly, price }) => ({
      label,
      share,
      amount,
      hourly,
      price: price === undefined ? null : priceJson(price),
    })),
    price: charge.price === null ? null : priceJson(charge.price),
    ...(charge.unknown === undefined ? {} : { unknown: charge.unknown }),
    ...(charge.problem === undefined ? {} : { problem: charge.problem }),
  }
}

function priceJson({ sku, book, asOf, source, derived }: PriceSource) {
  return { sku, book, asOf, source, derived }
}
