import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import type { Reference, Value } from '#shared/formula/types.ts'
import { boughtIn, nothingCommitted } from './commitments/commitments.ts'
import { countingOf, meetingOf } from './commitments/meeting.ts'
import type { MachineUsage } from './commitments/usage.ts'
import { machineOf } from './commitments/usage.ts'
import { emptyGathering, settleGathering } from './plain-gatherings.ts'
import type { Gathering } from './plain-gatherings.ts'
import { explainRow, explainUsage, pooledCharges } from './explain.ts'
import type { RowUsage } from './explain.ts'
import { emptyPool, settlePool } from './plain-pools.ts'
import type { Pool } from './plain-pools.ts'
import { poolName } from './pools.ts'
import {
  driverReferences,
  isSum,
  meetingKey,
  poolNodeKey,
  referenceKey,
  referenceText,
  rowKey,
  rowReferences,
  scheduleReferences,
  usageKey,
} from './references.ts'
import type { SumReference } from './references.ts'
import { nothingSaid, scheduleOutcome, schedulesNamed } from './schedules.ts'
import type { ScheduleSaid } from './schedules.ts'
import { costValue, nameValue, subtotalValue } from './resolve.ts'
import { isMember, meanings } from './scope.ts'
import { serviceOf } from './services.ts'
import type { ComponentEstimate, Context } from './types.ts'
import { numberValue } from './values.ts'

/**
 * A thing that is computed: what a reference names, which has a value, the quantities that a row shares a price for, a pool
 * of them, or a row. `turn` is when it comes among the nodes of one cycle.
 */
type Node = {
  readonly name: string
  readonly turn: 0 | 1 | 2 | 3
  readonly sources: readonly string[]
  readonly value: (look: Look, isOnCycle: boolean) => Value | null
}
export type Look = (reference: Reference) => Value

/** Everything of a workbook that is computed, and what it reads. Rows are explained into `estimates` when their nodes are computed. */
export function nodesOf(workbook: Workbook, context: Context, estimates: Map<Id, ComponentEstimate>, isAskedForMachines: boolean) {
  const inOrder = rows(workbook.components)
  const drivers = rows(workbook.drivers)
  const schedules = rows(workbook.schedules)
  const settings = settingsOf(workbook)
  const moment = { settings, month: context.month ?? 0 }
  const byName = named(drivers)
  const rowsByName = named(inOrder)
  const nodes = new Map<string, Node>()
  const wanted: Reference[] = []
  const pools = new Map<string, Pool>()
  const said = new Map<string, ScheduleSaid>()
  const counting = countingOf(workbook, context)
  const gatherings = new Map<string, Gathering>()
  const asked: (() => RowUsage | null)[] = []
  // Of a plan's rows only those have to be explained whose cost another one reads.
  const later = new Map<Id, () => ComponentEstimate>()
  for (const component of inOrder) addRow(component)
  for (const pool of pools.values()) addPool(pool)
  for (const gathering of gatherings.values()) addGathering(gathering)
  for (const name of byName.keys()) wanted.push({ kind: 'name', name })
  for (const { name } of schedules) wanted.push({ kind: 'schedule', schedule: name })
  for (const reference of wanted) addReference(reference)
  return { nodes, inOrder, drivers, schedules, said, byName, bought: () => boughtIn(gatherings.values()), machines }

  function addRow(component: Component): void {
    const declaration = serviceOf(component, workbook, context)
    const references = rowReferences(component, declaration)
    wanted.push(...references)
    const usages = pooledCharges(component, declaration, { book: context.book, settings })
    const meeting = meetingOf(component, declaration, counting)
    const committed = () => (meeting === null ? nothingCommitted : gatherings.get(meeting.key)!.committed)
    const scope = { context, settings, declaration, pool: (key: string) => pools.get(key)!.view!, committed }
    const isAsked = isAskedForMachines && declaration !== undefined && machineOf(component, declaration, context.book) !== null
    const shared = [...new Set(usages.map(({ pooled }) => poolNodeKey(pooled.key))), ...(meeting === null ? [] : [meetingKey(meeting.key)])]
    nodes.set(rowKey(component.id), {
      name: component.name,
      turn: 3,
      sources: shared.length === 0 ? references.map(referenceKey) : [usageKey(component.id), ...shared],
      value: (lookup) => {
        const explained = () => explainRow(component, { ...scope, lookup })
        if (isAskedForMachines) later.set(component.id, explained)
        else estimates.set(component.id, explained())
        return null
      },
    })
    if (shared.length === 0 && !isAsked) return
    let used: RowUsage | null = null
    if (isAsked) asked.push(() => used)
    if (meeting !== null) {
      const gathering = gatherings.get(meeting.key) ?? emptyGathering(meeting)
      gatherings.set(meeting.key, gathering)
      gathering.members.push({ row: component.id, used: () => used })
    }
    nodes.set(usageKey(component.id), {
      name: component.name,
      turn: 1,
      sources: references.map(referenceKey),
      value: (lookup) => {
        used = explainUsage(component, usages, { ...scope, lookup })
        return null
      },
    })
    for (const [index, { pooled }] of usages.entries()) {
      const pool = pools.get(pooled.key) ?? emptyPool(pooled)
      pools.set(pooled.key, pool)
      pool.members.push({ row: component.id, quantity: () => used?.quantities[index] ?? null })
    }
  }

  function machines(): readonly MachineUsage[] {
    return asked.flatMap((used) => used()?.machines ?? [])
  }

  function addGathering(gathering: Gathering): void {
    const { meeting, members } = gathering
    nodes.set(meetingKey(meeting.key), {
      name: meeting.name,
      turn: 2,
      sources: members.map(({ row }) => usageKey(row)),
      value: () => settleGathering(gathering, context.book, settings.month.hours),
    })
  }

  function addPool(pool: Pool): void {
    const sources = [...new Set(pool.members.map(({ row }) => usageKey(row)))]
    nodes.set(poolNodeKey(pool.pooled.key), { name: poolName(pool.pooled.key), turn: 2, sources, value: () => settlePool(pool) })
  }

  function addReference(reference: Reference): void {
    const key = referenceKey(reference)
    if (nodes.has(key)) return
    nodes.set(
      key,
      isSum(reference) ? sumNode(reference) : reference.kind === 'name' ? nameNode(reference.name) : scheduleNode(reference.schedule),
    )
  }

  function nameNode(name: string): Node {
    const bearers = byName.get(name) ?? []
    const references = bearers.length === 1 ? driverReferences(bearers[0]!) : []
    wanted.push(...references)
    return { name, turn: 0, sources: references.map(referenceKey), value: (look) => nameValue(name, bearers, moment, look) }
  }

  function scheduleNode(name: string): Node {
    const bearers = schedulesNamed(name, schedules)
    const references = bearers.length === 1 ? scheduleReferences(bearers[0]!) : []
    wanted.push(...references)
    return {
      name: referenceText({ kind: 'schedule', schedule: name }),
      turn: 0,
      sources: references.map(referenceKey),
      value: (look, isOnCycle) => {
        const { value, ...more } = scheduleOutcome(name, bearers, look)
        said.set(name, isOnCycle ? nothingSaid : more)
        return value
      },
    }
  }

  function sumNode(reference: SumReference): Node {
    const members =
      reference.kind === 'cost' ? (rowsByName.get(reference.row) ?? []) : subtotalMembers(reference.of, inOrder, workbook, context)
    const moneyOfRow = (row: Component) => {
      const known = estimates.get(row.id) ?? later.get(row.id)!()
      estimates.set(row.id, known)
      return known
    }
    return {
      name: referenceText(reference),
      turn: 0,
      sources: members.map((row) => rowKey(row.id)),
      value: (_, isOnCycle) => {
        if (isOnCycle) return numberValue(0)
        return reference.kind === 'cost' ? costValue(reference.row, members, moneyOfRow) : subtotalValue(reference.of, members, moneyOfRow)
      },
    }
  }
}

/** The rows that `subtotal("key")` adds up, in their order. */
export function subtotalMembers(key: string, inOrder: readonly Component[], workbook: Workbook, context: Context): readonly Component[] {
  for (const scope of meanings(key)) {
    const members = inOrder.filter((row) => isMember(scope, row, serviceOf(row, workbook, context)))
    if (members.length > 0) return members
  }
  return []
}

/** Records by name; a name that several have is an error where it is read. */
export function named<T extends { readonly name: string }>(records: readonly T[]): Map<string, T[]> {
  const byName = new Map<string, T[]>()
  for (const record of records) {
    const bearers = byName.get(record.name)
    if (bearers === undefined) byName.set(record.name, [record])
    else bearers.push(record)
  }
  return byName
}
