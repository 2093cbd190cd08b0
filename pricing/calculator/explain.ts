import type { Component, Settings } from '#shared/document/types.ts'
import type { Problem, Reference, Value } from '#shared/formula/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { isSize, meantSize } from '#pricing/services/sizes.ts'
import type { Committed, RowUse } from './commitments/commitments.ts'
import { commitmentRow } from './commitments/offers.ts'
import { coveredCharges } from './commitments/covered-usage.ts'
import { resourceCharges } from './commitments/resource-usage.ts'
import type { ResourceUsage } from './commitments/resource-usage.ts'
import { machineCharge, machineOf, machinesInUse, runsOf } from './commitments/usage.ts'
import type { MachineUsage } from './commitments/usage.ts'
import { explainCharge, quantityOf } from './explain-charge.ts'
import { offerProblem } from './offered.ts'
import { pooled } from './pools.ts'
import type { Pooled, PoolView } from './pools.ts'
import { programOf } from './program.ts'
import { remembering } from './remember.ts'
import type { ChargeProgram, Declared, ServiceProgram } from './program.ts'
import { priceOf, purchaseProblem } from './prices.ts'
import { coverByHour, explainShares, hoursToCover, uncovered } from './shares.ts'
import { addPart, emptySum, moneyOf } from './sums.ts'
import type { ChargeEstimate, ComponentEstimate, Context, InputEstimate } from './types.ts'
import { cellValue, numberValue, textInField } from './values.ts'

/** What a row's arithmetic needs from the workbook round it. */
export type RowScope = {
  readonly context: Context
  readonly settings: Settings
  readonly declaration: ServiceDeclaration | undefined
  /** Values of drivers, `cost("…")` and `subtotal("…")` as this row sees them (a reference on a cycle with it is `#CYCLE!`). */
  readonly lookup: (reference: Reference) => Value
  /** What the charges that share a rate come to together. */
  readonly pool: (key: string) => PoolView
  /** What the commitment rows cover of the workbook's machines. */
  readonly committed: () => Committed
}

/** What is known of a row before its money is: values of names. */
export type ReadScope = Omit<RowScope, 'pool' | 'committed'>

/** The names a declared formula may use, with their values on this row. */
export type Names = ReadonlyMap<string, Value>

/** The whole arithmetic of one row. Slow, and says why; the incremental calculator gives the same numbers. */
export function explainRow(component: Component, scope: RowScope): ComponentEstimate {
  const { declaration } = scope
  if (declaration === undefined) return unreadable(component, noService(component))
  const program = programOf(declaration)
  const { inputs, names } = readRow(component, program, scope)
  const shares = explainShares(component, program, scope)
  const charges = program.charges.flatMap((charge) => explainCharge(charge, { component, program, names, shares, scope }) ?? [])
  const issues = rowIssues(component, program, scope.context.book)
  return {
    ...base(component),
    ...rowMoney(charges, issues),
    inputs,
    derived: program.derived.map(({ id, declared }) => ({ id, formula: declared.formula.text, value: numberOrNull(names.get(id)) })),
    charges,
    issues,
  }
}

/** What a row is charged for a rate that it shares. */
export type Usage = { readonly program: ChargeProgram; readonly pooled: Pooled }

/** The charges of a row that belong to a pool, in the order of its service. */
export function pooledCharges(component: Component, declaration: ServiceDeclaration | undefined, scope: PoolScope): readonly Usage[] {
  if (declaration === undefined) return []
  return programOf(declaration).charges.flatMap((program) => {
    const found = pooled(program, priceOf(program, component, declaration, scope.book), scope.settings)
    return found === null ? [] : [{ program, pooled: found }]
  })
}

export type PoolScope = { readonly book: PriceBook; readonly settings: Settings }

/** What others need of a row before its money is known. */
export type RowUsage = RowUse & {
  /** Quantities of the charges asked for, in their order; null for one that nobody knows. */
  readonly quantities: readonly (number | null)[]
}

export function explainUsage(component: Component, usages: readonly Usage[], scope: ReadScope): RowUsage {
  const { declaration } = scope
  if (declaration === undefined) return { quantities: [], machines: null, units: [], resources: [], commitment: null }
  const program = programOf(declaration)
  const { names } = readRow(component, program, scope)
  return {
    quantities: usages.map(({ program: charge }) => numberOrNull(quantityOf(charge, names))),
    machines: machinesUsed(component, program, names, scope),
    units: unitsUsed(component, program, names, scope),
    resources: resourcesUsed(component, program, names, scope),
    commitment: commitmentRow(component, declaration, scope.settings.currency.perUsd, (id) => numberOrNull(names.get(id))),
  }
}

function machinesUsed(component: Component, program: ServiceProgram, names: Names, scope: ReadScope): MachineUsage | null {
  const machine = machineOf(component, program.declaration, scope.context.book)
  const charge = program.charges[machineCharge(program.declaration)]
  if (machine === null || charge === undefined) return null
  const quantity = quantityOf(charge, names)
  const shares = explainShares(component, program, scope)
  if (quantity.kind !== 'number' || !shares.ok) return null
  const covers = shares.shares.map(({ way, coverage, bought }) => ({ kind: way, coverage: numberOrNull(coverage) ?? 0, bought }))
  let covered = 0
  for (const { coverage } of covers) covered += coverage
  const hours = hoursToCover(quantity.hours ?? null, quantity.value, covers)
  const left = hours === null ? uncovered(quantity.value, covered) : coverByHour(hours, covers).left
  const share = charge.sustained === null ? numberValue(0) : evaluate(charge.sustained, names)
  return { ...machine, runs: runsOf(share), hours: machinesInUse(left, scope.settings.month.hours) }
}

function unitsUsed(component: Component, { declaration }: ServiceProgram, names: Names, scope: ReadScope): readonly MachineUsage[] {
  return coveredCharges(component, declaration, scope.context.book).flatMap(({ program, unit }) => {
    const quantity = quantityOf(program, names)
    if (quantity.kind !== 'number') return []
    return [{ ...unit, runs: null, hours: machinesInUse(quantity.hours ?? quantity.value, scope.settings.month.hours) }]
  })
}

function resourcesUsed(component: Component, { declaration }: ServiceProgram, names: Names, scope: ReadScope): readonly ResourceUsage[] {
  return resourceCharges(component, declaration, scope.context.book).flatMap(({ program, resource }) => {
    const quantity = quantityOf(program, names)
    if (quantity.kind !== 'number') return []
    const hours = machinesInUse(quantity.hours ?? quantity.value, scope.settings.month.hours)
    return [{ ...resource, runs: runsOf(evaluate(program.together!, names)), hours }]
  })
}

function readRow(component: Component, program: ServiceProgram, scope: ReadScope) {
  const inputs = program.inputs.map((input) => explainInput(component, input, scope))
  return { inputs, names: namesOf(program, inputs, scope) }
}

/** One number input of a row, with its value or why it has none. */
export function explainInput(
  component: Component,
  input: ServiceProgram['inputs'][number],
  scope: Pick<ReadScope, 'settings' | 'lookup'>,
): InputEstimate {
  const text = textOf(component, input.id, input.input.default)
  const what = input.input.label
  const { field } = input.input
  const value = textInField(text, what, field, scope.settings.month.hours, scope.lookup)
  return { id: input.id, label: what, text, unit: field.unit, value }
}

/** The text of an input as the row has it, else its default; empty when it has neither. */
export function textOf(component: Component, input: string, byDefault: string | undefined): string {
  const own = Object.hasOwn(component.inputs, input) ? component.inputs[input]! : ''
  return own.trim() === '' ? (byDefault ?? '') : own
}

function namesOf(program: ServiceProgram, inputs: readonly InputEstimate[], scope: ReadScope): Names {
  const names = new Map<string, Value>([['hours_in_month', numberValue(scope.settings.month.hours)]])
  for (const input of inputs) names.set(input.id, input.value)
  for (const { id, declared } of program.derived) names.set(id, evaluate(declared, names))
  return names
}

/** A declared formula over the row's names. */
export function evaluate(declared: Declared, names: Names): Value {
  return cellValue(
    declared.formula,
    'The figure',
    (reference) => (reference.kind === 'name' ? names.get(reference.name) : undefined) ?? numberValue(Number.NaN),
  )
}

/** What is wrong with a row besides its figures. */
export const rowIssues: (component: Component, program: ServiceProgram, book: PriceBook) => readonly Problem[] = remembering(issuesOf)

function issuesOf(component: Component, program: ServiceProgram, book: PriceBook): readonly Problem[] {
  const { declaration, choices, sizes } = program
  const issues: Problem[] = [...(declaration.faults ?? [])]
  for (const { id, input } of choices) {
    const text = textOf(component, id, input.default).trim()
    if (!Object.hasOwn(input.options, text)) issues.push(noOption(input.label, text, Object.keys(input.options)))
  }
  for (const { id, input } of sizes) {
    const size = textOf(component, id, input.default).trim()
    // A book without any price stands for one that is not here: whether it knows the size, nobody can say.
    if (book.count > 0 && !isSize(input.sizes, size, book)) issues.push(noSuchSize(input.label, size, meantSize(input.sizes, size, book)))
  }
  for (const id in component.inputs) {
    if (!Object.hasOwn(declaration.inputs, id)) issues.push(noInput(declaration, id))
  }
  for (const id in component.prices) {
    if (!Object.hasOwn(declaration.charges, id)) issues.push(noCharge(declaration, id))
  }
  const offer = offerProblem(component, program, book)
  if (offer !== null) issues.push(offer)
  const purchase = purchaseProblem(component, declaration)
  if (purchase !== null) issues.push(purchase)
  return issues
}

/** Money of a row: its known charges; the others, and the row's issues, are counted. */
export function rowMoney(charges: readonly ChargeEstimate[], issues: readonly Problem[]) {
  const sum = emptySum()
  for (const charge of charges) {
    if (charge.problem !== undefined) sum.problems += 1
    else if (charge.unknown !== undefined) sum.unknown += 1
    else
      addPart(sum, {
        list: charge.list ?? 0,
        negotiated: charge.negotiated,
        monthly: charge.cost ?? 0,
        upfront: charge.upfront,
        unknown: 0,
        problems: 0,
      })
  }
  sum.problems += issues.length
  return moneyOf(sum)
}

/** A row that could not be read at all: nothing of it is priced, and it is counted. */
export function unreadable(component: Component, issue: Problem): ComponentEstimate {
  return { ...base(component), ...rowMoney([], [issue]), inputs: [], derived: [], charges: [], issues: [issue] }
}

function base(component: Component) {
  return { id: component.id, name: component.name, service: component.service, region: component.region }
}

export function numberOrNull(value: Value | undefined): number | null {
  return value?.kind === 'number' ? value.value : null
}

function noService(component: Component): Problem {
  return { code: '#NAME?', message: `There is no service "${component.service}".`, fix: 'Choose a service from the list.' }
}

function noOption(label: string, text: string, options: readonly string[]): Problem {
  return { code: '#NAME?', message: `${label} cannot be "${text}".`, fix: `Choose one of ${options.join(', ')}.` }
}

function noSuchSize(label: string, size: string, meant: string | null): Problem {
  const fix = meant === null ? 'Choose one from the list.' : `Did you mean "${meant}"?`
  return { code: '#NAME?', message: `${label}: the price book has no "${size}".`, fix }
}

function noCharge(declaration: ServiceDeclaration, id: string): Problem {
  return {
    code: '#NAME?',
    message: `A price is typed for "${id}", which ${declaration.name} does not charge.`,
    fix: `Remove it, or use one of ${Object.keys(declaration.charges).join(', ')}.`,
  }
}

function noInput(declaration: ServiceDeclaration, id: string): Problem {
  return {
    code: '#NAME?',
    message: `${declaration.name} has no input "${id}".`,
    fix: `Remove it, or use one of ${Object.keys(declaration.inputs).join(', ')}.`,
  }
}
