/**
 * Strongly connected components of a graph (Tarjan 1972), each before the ones that depend on it:
 * `sources(node)` are the nodes it reads. Iterative, so depth is bounded by memory only.
 */
export function components<Node extends string | object>(nodes: Iterable<Node>, sources: (node: Node) => Iterable<Node>): Node[][] {
  const seen = new Map<Node, Visit<Node>>()
  const stack: Visit<Node>[] = []
  const found: Node[][] = []
  for (const root of nodes) if (!seen.has(root)) walk(root)
  return found

  function open(node: Node): Visit<Node> {
    const visit = { node, index: seen.size, low: seen.size, onStack: true, rest: sources(node)[Symbol.iterator]() }
    seen.set(node, visit)
    stack.push(visit)
    return visit
  }

  function walk(root: Node): void {
    const path = [open(root)]
    while (path.length > 0) {
      const visit = path.at(-1)!
      const next = visit.rest.next()
      if (next.done === true) {
        path.pop()
        const parent = path.at(-1)
        if (parent !== undefined) parent.low = Math.min(parent.low, visit.low)
        if (visit.low === visit.index) found.push(close(visit))
        continue
      }
      const known = seen.get(next.value)
      if (known === undefined) path.push(open(next.value))
      else if (known.onStack) visit.low = Math.min(visit.low, known.index)
    }
  }

  function close(head: Visit<Node>): Node[] {
    const from = stack.lastIndexOf(head)
    const group = stack.splice(from)
    for (const visit of group) visit.onStack = false
    return group.map((visit) => visit.node)
  }
}

type Visit<Node> = { readonly node: Node; readonly index: number; low: number; onStack: boolean; readonly rest: Iterator<Node> }

/** Whether a component is a cycle: several nodes, or one that reads itself. */
export function isCycle<Node extends string | object>(group: readonly Node[], sources: (node: Node) => Iterable<Node>): boolean {
  if (group.length > 1) return true
  for (const source of sources(group[0]!)) if (source === group[0]) return true
  return false
}

/** How a cycle is told: by which key its nodes are put in order (equal keys never occur), and what they are called. */
export type Telling<Node> = { readonly key: (node: Node) => string; readonly name: (node: Node) => string }

/** One shortest way round the cycle from the node that comes first by key, e.g. `a → b → a`. */
export function cyclePath<Node extends string | object>(
  group: readonly Node[],
  sources: (node: Node) => Iterable<Node>,
  telling: Telling<Node>,
): string {
  const inside = new Set(group)
  const inOrder = (nodes: Iterable<Node>) => [...nodes].sort((a, b) => (telling.key(a) < telling.key(b) ? -1 : 1))
  const start = inOrder(group)[0]!
  const cameFrom = new Map<Node, Node | null>([[start, null]])
  const queue = [start]
  for (const node of queue) {
    const next = inOrder(sources(node)).filter((source) => inside.has(source))
    if (next.includes(start)) return pathText([...wayTo(node, cameFrom), start].map(telling.name))
    for (const source of next) {
      if (cameFrom.has(source)) continue
      cameFrom.set(source, node)
      queue.push(source)
    }
  }
  return telling.name(start)
}

/** Names a reader can still take in; a longer path is told by its two ends. */
const longestPath = 12

/** A row's quantities and its cost are two nodes of one name, which is said once. */
function pathText(path: readonly string[]): string {
  const names = path.filter((name, at) => at === 0 || name !== path[at - 1])
  if (names.length <= longestPath) return names.join(' → ')
  const end = longestPath / 2
  const between = `… ${(names.length - 2 * end).toLocaleString('en-US')} more …`
  return [...names.slice(0, end), between, ...names.slice(-end)].join(' → ')
}

function wayTo<Node>(end: Node, cameFrom: ReadonlyMap<Node, Node | null>): Node[] {
  const way: Node[] = []
  for (let at: Node | null | undefined = end; at !== null && at !== undefined; at = cameFrom.get(at)) way.push(at)
  return way.reverse()
}
