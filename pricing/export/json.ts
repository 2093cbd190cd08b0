import type { BudgetEstimate, ChargeEstimate, ComponentEstimate, Money, OwnPriceEstimate } from '#pricing/calculator/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import { annual, isCertain, knownAmount, knownMonthly, watchedAmount } from './report.ts'
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
    commitments: estimate.commitments,
    budgets: estimate.budgets.map(budgetJson),
    problems,
  }
}

/** `actual`, `ratio` and `status` are null where no row is watched, the first two also where nothing that it costs is known. `certain`: whether figures that are left out could change the status. */
export function budgetJson(budget: BudgetEstimate) {
  const { scope, limit, warnsFrom, failsAbove, ratio, status, unknown, problems, problem } = budget
  const actual = watchedAmount(budget)
  const known = knownAmount(budget)
  return {
    scope,
    limit,
    warnsFrom,
    failsAbove,
    actual: known,
    ratio: known === null ? null : ratio,
    status: actual === null ? null : status,
    certain: isCertain(budget),
    unknown,
    errors: problems,
    ...(problem === undefined ? {} : { problem }),
  }
}

/** A sum; null where nothing of it is known, and else of what is known, with the count of what is left out. */
function totalJson(money: Money) {
  const known = (amount: number) => (isKnown(money) ? amount : null)
  return {
    list: known(money.list),
    discount: known(money.discount),
    negotiated: known(money.negotiated),
    monthly: known(money.monthly),
    annual: known(annual(money)),
    upfront: known(money.upfront),
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
    negotiated: monthly === null ? null : component.negotiated,
    monthly,
    upfront: monthly === null ? null : component.upfront,
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
    ...(charge.profile === undefined ? {} : { profile: charge.profile }),
    tiers: charge.tiers.map(tierJson),
    ...(charge.pool === undefined ? {} : { pool: { ...charge.pool, tiers: charge.pool.tiers.map(tierJson) } }),
    ...(charge.own === undefined ? {} : { own: ownJson(charge.own) }),
    ...(charge.upfront === 0 ? {} : { upfront: charge.upfront }),
    discounts: charge.discounts.map(({ price, ...line }) => ({ ...line, price: price === undefined ? null : priceJson(price) })),
    price: charge.price === null ? null : priceJson(charge.price),
    ...(charge.unknown === undefined ? {} : { unknown: charge.unknown }),
    ...(charge.problem === undefined ? {} : { problem: charge.problem }),
  }
}

/** JSON has no infinity: the last step ends at `null`. */
function tierJson<Tier extends { readonly to: number }>(tier: Tier) {
  return { ...tier, to: Number.isFinite(tier.to) ? tier.to : null }
}

/** A price typed on the row, and the one of the book it stands in place of. */
function ownJson({ text, note, tiers, price, unknown }: OwnPriceEstimate) {
  return {
    price: text,
    note,
    listed: { tiers: tiers.map(tierJson), price: price === null ? null : priceJson(price) },
    ...(unknown === undefined ? {} : { unknown }),
  }
}

function priceJson({ sku, book, asOf, source, derived }: PriceSource) {
  return { sku, book, asOf, source, derived }
}
