import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import type { Reference, Value } from '#shared/formula/types.ts'
import { budgetEstimates } from '#pricing/budget/budget.ts'
import type { Scope } from '#pricing/budget/scope.ts'
import { commitmentEstimates } from './commitments/estimates.ts'
import type { CommitmentBought } from './commitments/commitments.ts'
import type { MachineUsage } from './commitments/usage.ts'
import { components, cyclePath, isCycle } from './graph.ts'
import { nodesOf } from './plain-nodes.ts'
import type { Look } from './plain-nodes.ts'
import { referenceKey } from './references.ts'
import { nothingSaid } from './schedules.ts'
import { cycleProblem, ownValue, readValue } from './resolve.ts'
import { isMember } from './scope.ts'
import { serviceOf } from './services.ts'
import { addPart, emptySum, moneyOf, totalOf } from './sums.ts'
import type { MoneySum } from './sums.ts'
import type { ComponentEstimate, Context, Estimate, Money } from './types.ts'

/** The machines of a workbook by row, hour by hour less what the rows buy otherwise, and what its commitment rows cover of them. */
export function plannedUsage(
  workbook: Workbook,
  context: Context,
): { readonly machines: readonly MachineUsage[]; readonly bought: ReadonlyMap<Id, CommitmentBought> } {
  const { machines, bought } = evaluated(workbook, context, true)
  return { machines: machines(), bought: bought() }
}

/**
 * The whole estimate from scratch, in the plainest way: every formula interpreted, in an order in which each comes
 * after what it reads. The incremental calculator must give the same figures.
 */
export function estimate(workbook: Workbook, context: Context): Estimate {
  const { values, estimates, inOrder, drivers, schedules, said, bought } = evaluated(workbook, context, false)
  const lines = inOrder.map((component) => estimates.get(component.id)!)
  return {
    ...totals(workbook, context, inOrder, estimates),
    drivers: new Map(drivers.map((driver) => [driver.id, ownValue(driver, values.get(`name ${driver.name}`)!)])),
    schedules: new Map(
      schedules.map(({ id, name }) => [id, { value: values.get(`schedule ${name}`)!, ...(said.get(name) ?? nothingSaid) }]),
    ),
    components: lines,
    commitments: commitmentEstimates(bought(), inOrder, settingsOf(workbook)),
    rounding: settingsOf(workbook).rounding,
  }
}

/** What each thing that is computed reads, by the keys of pricing/calculator/references.ts. */
export function sourcesOf(workbook: Workbook, context: Context): ReadonlyMap<string, readonly string[]> {
  const { nodes } = nodesOf(workbook, context, new Map(), false)
  return new Map(Array.from(nodes, ([key, { sources }]) => [key, sources]))
}

/** Every node of the workbook computed, each after what it reads. */
function evaluated(workbook: Workbook, context: Context, isAskedForMachines: boolean) {
  const estimates = new Map<Id, ComponentEstimate>()
  const made = nodesOf(workbook, context, estimates, isAskedForMachines)
  const { nodes, byName } = made
  const values = new Map<string, Value>()
  const sources = (key: string) => nodes.get(key)?.sources ?? []
  for (const group of components(nodes.keys(), sources)) {
    const cycle = isCycle(group, sources)
      ? cycleProblem(cyclePath(group, sources, { key: (key) => key, name: (key) => nodes.get(key)!.name }))
      : null
    for (const key of group.toSorted((a, b) => nodes.get(a)!.turn - nodes.get(b)!.turn)) {
      const look: Look = (reference) => {
        const source = referenceKey(reference)
        if (cycle !== null && group.includes(source)) return { kind: 'problem', problem: cycle }
        return readValue(reference, values.get(source)!, byName.get(nameIn(reference)) ?? [])
      }
      const value = nodes.get(key)!.value(look, cycle !== null)
      if (value !== null) values.set(key, cycle === null ? value : { kind: 'problem', problem: cycle })
    }
  }
  return { ...made, values, estimates }
}

function nameIn(reference: Reference): string {
  return reference.kind === 'name' ? reference.name : ''
}

function totals(workbook: Workbook, context: Context, inOrder: readonly Component[], estimates: ReadonlyMap<Id, ComponentEstimate>) {
  const groups = new Map<string, MoneySum>()
  for (const component of inOrder) {
    if (!groups.has(component.group)) groups.set(component.group, emptySum())
    addPart(groups.get(component.group)!, estimates.get(component.id)!)
  }
  const total = totalOf(groups.values())
  const scoped = (scope: Scope): Money | undefined => {
    if (scope.by === 'total') return total
    const members = inOrder.filter((row) => isMember(scope, row, serviceOf(row, workbook, context)))
    if (members.length === 0) return undefined
    const sum = emptySum()
    for (const row of members) addPart(sum, estimates.get(row.id)!)
    return moneyOf(sum)
  }
  return {
    total,
    groups: new Map([...groups].map(([name, sum]) => [name, moneyOf(sum)])),
    budgets: budgetEstimates(rows(workbook.budgets), scoped, context.month, settingsOf(workbook).currency.code),
  }
}
