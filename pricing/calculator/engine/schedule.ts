import type { Reference } from '#shared/formula/types.ts'
import { components, cyclePath, isCycle } from '../graph.ts'
import type { Telling } from '../graph.ts'
import { poolName } from '../pools.ts'
import { meetingKey, poolNodeKey, referenceKey, referenceText, rowKey, usageKey } from '../references.ts'
import { cycleProblem } from '../resolve.ts'
import { breakNode, evaluateNode } from './evaluate.ts'
import type { Node, PoolNode, RowNode, Source } from './nodes.ts'
import type { Engine } from './state.ts'

/**
 * Computes the given nodes and what follows from them, each after everything it reads, and stops where nothing
 * changed. Answers every node that was computed. What waits for itself is a cycle and gets `#CYCLE!`.
 * Rows that no sum adds up are most of a workbook and nothing waits for them: they are computed last, unordered.
 */
export function recalculate(engine: Engine, stale: Iterable<Node>): readonly Node[] {
  const leaves: RowNode[] = []
  const computed: Node[] = []
  const reached = reachedFrom(engine, stale, leaves)
  const ready = reached.filter((node) => node.pending === 0)
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    const moved = node.stale && evaluateNode(engine, node)
    if (node.stale) computed.push(node)
    node.stale = false
    node.pending = -1
    eachDependent(node, (dependent) => {
      const isMoved = moved && moves(node, dependent)
      if (isLeaf(dependent)) {
        if (isMoved) addLeaf(dependent, leaves)
        return
      }
      if (isMoved) dependent.stale = true
      dependent.pending -= 1
      if (dependent.pending === 0) ready.push(dependent)
    })
  }
  computeCycles(engine, reached, computed, leaves)
  for (const row of leaves) {
    row.stale = false
    evaluateNode(engine, row)
    computed.push(row)
  }
  return computed
}

/** Whether a node that moved changes what reads it: a pool only by a quantity of it, commitments only the rows they cover otherwise. */
function moves(node: Node, dependent: Node): boolean {
  if (node.kind === 'commitments') return dependent.kind === 'row' && node.moved.has(dependent)
  return (dependent.kind !== 'pool' && dependent.kind !== 'commitments') || dependent.isTouched
}

function isLeaf(node: Node): node is RowNode {
  return node.kind === 'row' && node.memberOf.length === 0
}

function addLeaf(row: RowNode, leaves: RowNode[]): void {
  if (row.stale) return
  row.stale = true
  leaves.push(row)
}

/** The stale nodes and all that can follow from them and that others may wait for, each with the number of its sources among them. */
function reachedFrom(engine: Engine, stale: Iterable<Node>, leaves: RowNode[]): Node[] {
  engine.round += 1
  const { round } = engine
  const reached: Node[] = []
  const reach = (node: Node) => {
    if (node.mark === round) return
    node.mark = round
    node.pending = 0
    node.stale = isSource(node) && node.isBroken
    reached.push(node)
  }
  for (const node of stale) {
    if (isLeaf(node)) {
      addLeaf(node, leaves)
      continue
    }
    reach(node)
    node.stale = true
  }
  for (let i = 0; i < reached.length; i += 1) {
    eachDependent(reached[i]!, (dependent) => {
      if (isLeaf(dependent)) return
      reach(dependent)
      dependent.pending += 1
    })
  }
  return reached
}

/** What could not be ordered: cycles, and what reads them. */
function computeCycles(engine: Engine, reached: readonly Node[], computed: Node[], leaves: RowNode[]): void {
  const waiting = reached.filter((node) => node.pending > 0)
  if (waiting.length === 0) return
  const inside = new Set(waiting)
  const sources = (node: Node) => sourcesOf(node).filter((source) => inside.has(source))
  for (const group of components(waiting, sources)) {
    if (isCycle(group, sources)) {
      const problem = cycleProblem(cyclePath(group, sources, telling))
      for (const node of group) if (isSource(node)) breakNode(engine, node, problem)
      for (const kind of ['usage', 'pool', 'commitments', 'row'] as const)
        for (const node of group) if (node.kind === kind) evaluateNode(engine, node)
    } else evaluateNode(engine, group[0]!)
    for (const node of group) {
      node.stale = false
      computed.push(node)
      eachDependent(node, (dependent) => {
        if (isLeaf(dependent)) addLeaf(dependent, leaves)
      })
    }
  }
}

/**
 * Visits what reads a node: the formulas that name it, for quantities the row and its pools, for a pool its rows, and for a
 * row the sums it is a member of.
 */
function eachDependent(node: Node, visit: (dependent: Node) => void): void {
  switch (node.kind) {
    case 'name':
    case 'schedule':
    case 'sum':
      for (const dependent of node.dependents) visit(dependent)
      return
    case 'usage':
      for (const pool of poolsOf(node.row)) visit(pool)
      if (node.row.meeting !== null) visit(node.row.meeting)
      visit(node.row)
      return
    case 'pool':
    case 'commitments':
      for (const row of node.rows) visit(row)
      return
    case 'row':
      for (const sum of node.memberOf) visit(sum)
  }
}

function sourcesOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'sum':
      return node.members
    case 'pool':
    case 'commitments':
      return node.rows.flatMap((row) => row.usage ?? [])
    case 'row':
      return node.usage === null ? node.sources : [node.usage, ...poolsOf(node), ...(node.meeting === null ? [] : [node.meeting])]
    case 'name':
    case 'schedule':
    case 'usage':
      return node.sources
  }
}

/** The pools of a row, each once. */
function poolsOf(row: RowNode): Iterable<PoolNode> {
  return new Set((row.bound?.pools ?? []).flatMap((one) => one?.pool ?? []))
}

const telling: Telling<Node> = { key: keyOf, name: nameOf }

function keyOf(node: Node): string {
  if (node.kind === 'row') return rowKey(node.component.id)
  if (node.kind === 'usage') return usageKey(node.row.component.id)
  if (node.kind === 'commitments') return meetingKey(node.meeting.key)
  return node.kind === 'pool' ? poolNodeKey(node.pooled.key) : referenceKey(referenceOf(node))
}

function nameOf(node: Node): string {
  if (node.kind === 'row') return node.component.name
  if (node.kind === 'usage') return node.row.component.name
  if (node.kind === 'commitments') return node.meeting.name
  return node.kind === 'pool' ? poolName(node.pooled.key) : referenceText(referenceOf(node))
}

function referenceOf(node: Source): Reference {
  if (node.kind === 'sum') return node.reference
  return node.kind === 'name' ? { kind: 'name', name: node.name } : { kind: 'schedule', schedule: node.name }
}

function isSource(node: Node): node is Source {
  return node.kind === 'name' || node.kind === 'sum' || node.kind === 'schedule'
}
