import { equal } from '#shared/document/equal.ts'
import type { Change, ChangeIn } from '#shared/document/change.ts'
import { ruleMatches } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import { divided, fieldValue } from '#shared/document/scenarios/fields.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type {
  AddableTable,
  Budget,
  CellText,
  Component,
  Environment,
  Id,
  Override,
  RowPrice,
  Scenario,
  TableName,
  Tables,
  UserService,
  Workbook,
} from '#shared/document/types.ts'
import { readCell } from '#shared/formula/index.ts'
import { writtenLevel } from '#pricing/budget/levels.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { categoryOf } from '#pricing/services/registry.ts'

/** `changes`: every amount that was typed as a number in another currency; `amounts` counts them, `others` what is money and no plain number. */
export type TypedAmounts = { readonly changes: readonly Change[]; readonly amounts: number; readonly others: number }

type Services = ReadonlyMap<string, ServiceDeclaration>
type Tally = { amounts: number; others: number; readonly factor: number }

/**
 * The money that people typed into a document and its scenarios, in a currency of which one unit of today's is `factor`: prices on rows and
 * of services of one's own, inputs that take money, limits of budgets and their levels. Formulas stay as they are and are counted: what
 * they name may be no money.
 */
export function typedAmounts(document: Workbook, services: Services, factor: number): TypedAmounts {
  const tally: Tally = { amounts: 0, others: 0, factor }
  const { components, budgets, services: own, environments, scenarios } = document
  const changes: readonly Change[] = [
    ...changed('components', components, (row) => ofRow(row, services.get(row.service), tally)),
    ...changed('budgets', budgets, (budget) => ofBudget(budget, tally)),
    ...changed('services', own, (one) => ofService(one, tally)),
    ...changed('environments', environments, (one) => ofEnvironment(one, document, services, tally)),
    ...changed('scenarios', scenarios, (one) => ofScenario(one, document, services, tally)),
  ]
  return { changes, amounts: tally.amounts, others: tally.others }
}

function changed<T extends TableName>(
  table: T,
  records: ReadonlyMap<Id, Tables[T]>,
  next: (record: Tables[T]) => Tables[T],
): readonly ChangeIn<T>[] {
  return Array.from(records.values(), (before): ChangeIn<T> => ({ table, id: before.id, before, after: next(before) })).filter(
    ({ before, after }) => !equal(before, after),
  )
}

function ofRow(row: Component, service: ServiceDeclaration | undefined, tally: Tally): Component {
  const prices = mapped(row.prices, (price) => ofPrice(price, tally))
  const inputs = mapped(row.inputs, (text, id) => (isMoneyInput(service, id) ? ofText(text, tally) : text))
  return prices === row.prices && inputs === row.inputs ? row : { ...row, prices, inputs }
}

function ofPrice(price: RowPrice, tally: Tally): RowPrice {
  const text = ofText(price.price, tally)
  return text === price.price ? price : { ...price, price: text }
}

function ofBudget(budget: Budget, tally: Tally): Budget {
  const { warnAt, failAt, phases } = budget
  return {
    ...budget,
    monthly: ofNumber(budget.monthly, tally),
    warnAt: ofLevel(warnAt, budget.monthly, tally),
    ...(failAt === undefined ? {} : { failAt: ofLevel(failAt, budget.monthly, tally) }),
    ...(phases === undefined ? {} : { phases: ofPhases(phases, tally) }),
  }
}

function ofPhases(phases: NonNullable<Budget['phases']>, tally: Tally): NonNullable<Budget['phases']> {
  return phases.map(({ month, monthly }) => ({ month, monthly: ofNumber(monthly, tally) }))
}

/**
 * A level above one, or with the sign or the code of a currency, is an amount, and loses that sign. One that would be small enough to be
 * taken for a share becomes the share of the limit that it is.
 */
function ofLevel(text: CellText, limit: number, tally: Tally): CellText {
  const written = writtenLevel(text)
  if (written === null || written.isPercent || (written.mark === undefined && written.number <= 1)) return text
  const amount = ofNumber(written.number, tally)
  return amount > 10 ? String(amount) : `${String(rounded((written.number / limit) * 100))}%`
}

function ofService(own: UserService, tally: Tally): UserService {
  const inputs = mapped(own.inputs, (input) =>
    input.unit.startsWith('$') && input.default !== undefined ? { ...input, default: ofText(input.default, tally) } : input,
  )
  const charges = mapped(own.charges, (charge) => ({
    ...charge,
    price: charge.price.map((tier) => ({ ...tier, price: ofText(tier.price, tally) })),
  }))
  return charges === own.charges && inputs === own.inputs ? own : { ...own, inputs, charges }
}

function ofEnvironment(environment: Environment, workbook: Workbook, services: Services, tally: Tally): Environment {
  const taken = rows(workbook.components).filter((row) => row.environment === environment.from)
  const rules = environment.rules.map((rule) => {
    if (rule.set === undefined) return rule
    const met = taken.filter((row) => ruleMatches(rule, row, categoryOf(row.service, workbook)))
    const isMoney = (field: string) => {
      const [key, input] = divided(field)
      return key === 'inputs' && input !== null && met.some((row) => isMoneyInput(services.get(row.service), input))
    }
    const set = mapped(rule.set, (value, field) => (typeof value === 'string' && isMoney(field) ? ofText(value, tally) : value))
    return set === rule.set ? rule : { ...rule, set }
  })
  return rules.every((rule, at) => rule === environment.rules[at]) ? environment : { ...environment, rules }
}

function ofScenario(scenario: Scenario, document: Workbook, services: Services, tally: Tally): Scenario {
  if (scenario.overrides.length === 0) return scenario
  const workbook = scenarioWorkbook(document, scenario.id)
  const overrides = scenario.overrides.map((one) => ofOverride(one, workbook, services, tally))
  return overrides.every((one, at) => one === scenario.overrides[at]) ? scenario : { ...scenario, overrides }
}

function ofOverride(one: Override, workbook: Workbook, services: Services, tally: Tally): Override {
  if (one.kind === 'drop') return one
  if (one.kind === 'add') return { ...one, record: wholeRecord(one.record, workbook, services, tally) }
  // The record as the scenario has it holds the field's value: it is converted whole, and the field is read back.
  const there = one.table === 'settings' ? undefined : workbook[one.table].get(one.id)
  if (there === undefined || one.value === null) return one
  const value = fieldValue(wholeRecord(there, workbook, services, { ...tally }), one.field)
  if (equal(value, one.value)) return one
  tally.amounts += 1
  return { ...one, value }
}

type Held = Tables[AddableTable]

function wholeRecord(record: Held, workbook: Workbook, services: Services, tally: Tally): Held {
  if ('purchase' in record) return ofRow(record, services.get(record.service), tally)
  if ('scope' in record) return ofBudget(record, tally)
  if ('charges' in record) return ofService(record, tally)
  return 'rules' in record ? ofEnvironment(record, workbook, services, tally) : record
}

function isMoneyInput(service: ServiceDeclaration | undefined, id: string): boolean {
  const input = service?.inputs[id]
  return input?.kind === 'number' && input.field.dimension.money === 1
}

function ofNumber(amount: number, tally: Tally): number {
  tally.amounts += 1
  return rounded(amount * tally.factor)
}

/** A number, also one an hour (`5/h`), in the other currency; a formula as it is. */
function ofText(text: CellText, tally: Tally): CellText {
  const cell = readCell(text)
  if (cell.kind === 'empty') return text
  const written = /^\s*([-+]?[\d.,]+(?:[eE][-+]?\d+)?)(.*)$/s.exec(text)
  if (cell.kind !== 'literal' || cell.percent === true || written === null) {
    tally.others += 1
    return text
  }
  if (cell.value !== 0) tally.amounts += 1
  return `${String(rounded(Number(written[1]?.replaceAll(',', '')) * tally.factor))}${written[2] ?? ''}`
}

/** Twelve digits: what a double leaves beyond them nobody typed. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(12))
}

function mapped<Value>(map: Readonly<Record<string, Value>>, next: (value: Value, key: string) => Value): Readonly<Record<string, Value>> {
  const entries = Object.entries(map).map(([key, value]) => [key, next(value, key)] as const)
  return entries.every(([key, value]) => map[key] === value) ? map : Object.fromEntries(entries)
}
