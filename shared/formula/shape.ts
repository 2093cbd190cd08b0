import { create, parseDependencies, type MathNode } from 'mathjs/number'
import type { BinaryOperator, Node, Shape } from './formula.ts'

/**
 * From a form's key to our own tree. mathjs parses it and nothing more: the instance made here has no `evaluate`, the key holds only
 * placeholders (c0, r0, f_name) and operators, and whatever is not on the list below is refused.
 */
const { parse } = create({ parseDependencies: parseDependencies ?? {} })

/** Enough for every form of a large workbook; the oldest goes first. */
const cacheSize = 4096
const cache = new Map<string, Shape>()

export function shapeOf(key: string): Shape {
  const known = cache.get(key)
  if (known !== undefined) return known
  const shape: Shape = { key, tree: parseTree(key) }
  if (cache.size >= cacheSize) {
    for (const oldest of cache.keys()) {
      cache.delete(oldest)
      break
    }
  }
  cache.set(key, shape)
  return shape
}

/** Work still to be done: a node to look at, or the building of a node from the last `count` that are done. */
type Task = { readonly visit: MathNode } | { readonly count: number; readonly build: (parts: readonly Node[]) => Node }

/** Throws when the key cannot be parsed or holds anything that is not on the list. */
export function parseTree(key: string): Node {
  const tasks: Task[] = [{ visit: parse(key) }]
  const done: Node[] = []
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if ('visit' in task) expand(task.visit, tasks)
    else done.push(task.build(done.splice(done.length - task.count)))
  }
  return first(done)
}

function first(nodes: readonly Node[]): Node {
  const [node] = nodes
  if (node === undefined) throw new Error('a formula has at least one part')
  return node
}

function refused(what: string): Error {
  return new Error(`${what} is not part of the formula language`)
}

function later(tasks: Task[], parts: readonly MathNode[], build: (parts: readonly Node[]) => Node): void {
  tasks.push({ count: parts.length, build })
  for (let i = parts.length - 1; i >= 0; i--) {
    const visit = parts[i]
    if (visit !== undefined) tasks.push({ visit })
  }
}

function expand(node: MathNode, tasks: Task[]): void {
  if (isSymbol(node)) {
    const leaf = leafOf(node.name)
    tasks.push({ count: 0, build: () => leaf })
  } else if (isParenthesis(node)) {
    tasks.push({ visit: node.content })
  } else if (isCall(node)) {
    expandCall(node, tasks)
  } else if (isOperator(node)) {
    expandOperator(node, tasks)
  } else {
    throw refused(node.type)
  }
}

function leafOf(name: string): Node {
  const found = /^(?:c(?<constant>\d+)(?:_[\dmp]+){0,4}|r(?<reference>\d+))$/.exec(name)
  if (found?.groups === undefined) throw refused(`the symbol ${name}`)
  const { constant, reference } = found.groups
  return constant === undefined ? { kind: 'reference', index: Number(reference) } : { kind: 'constant', index: Number(constant) }
}

type SymbolPart = MathNode & { readonly name: string }
type Parenthesis = MathNode & { readonly content: MathNode }
type Call = MathNode & { readonly fn: MathNode; readonly args: readonly MathNode[] }
type Operation = MathNode & { readonly op: string; readonly fn: unknown; readonly implicit: boolean; readonly args: readonly MathNode[] }

function isSymbol(node: MathNode): node is SymbolPart {
  return node.type === 'SymbolNode'
}
function isParenthesis(node: MathNode): node is Parenthesis {
  return node.type === 'ParenthesisNode'
}
function isCall(node: MathNode): node is Call {
  return node.type === 'FunctionNode'
}
function isOperator(node: MathNode): node is Operation {
  return node.type === 'OperatorNode'
}

function expandCall(node: Call, tasks: Task[]): void {
  if (!isSymbol(node.fn) || !node.fn.name.startsWith('f_')) throw refused('this call')
  const name = node.fn.name.slice(2)
  if (name === 'not') return later(tasks, node.args, (args) => ({ kind: 'not', of: first(args) }))
  if (name === 'and' || name === 'or') {
    return later(tasks, node.args, (args) => args.reduce((left, right) => ({ kind: 'binary', operator: name, left, right })))
  }
  later(tasks, node.args, (args) => ({ kind: 'call', name, args }))
}

const operators: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['==', '='],
  ['!=', '<>'],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['and', 'and'],
  ['or', 'or'],
])

function expandOperator(node: Operation, tasks: Task[]): void {
  if (node.implicit) throw refused('multiplication without *')
  if (isPowerOrSign(node)) return expandPowers(node, tasks)
  if (node.fn === 'not') return later(tasks, node.args, (args) => ({ kind: 'not', of: first(args) }))
  const operator = operators.get(node.op)
  if (operator === undefined || node.args.length !== 2) throw refused(`the operator ${node.op}`)
  later(tasks, node.args, (args) => binary(operator, args))
}

function binary(operator: BinaryOperator, args: readonly Node[]): Node {
  const [left, right] = args
  if (left === undefined || right === undefined) throw new Error(`${operator} takes two values`)
  return { kind: 'binary', operator, left, right }
}

function isPowerOrSign(node: Operation): boolean {
  return node.fn === 'pow' || node.fn === 'unaryMinus' || node.fn === 'unaryPlus'
}

/** As in Excel a sign binds tighter than a power and powers group from the left: -2^2 is 4 and 2^3^2 is 64. mathjs has both the other way. */
function expandPowers(node: Operation, tasks: Task[]): void {
  const links: MathNode[] = []
  const signs: number[] = []
  let minus = 0
  let rest: MathNode | undefined = node
  while (rest !== undefined && isOperator(rest) && isPowerOrSign(rest)) {
    const [left, right]: readonly MathNode[] = rest.args
    if (rest.fn === 'pow' && left !== undefined) {
      links.push(left)
      signs.push(minus)
      minus = 0
      rest = right
    } else {
      if (rest.fn === 'unaryMinus') minus++
      rest = left
    }
  }
  if (rest !== undefined) links.push(rest)
  signs.push(minus)
  later(tasks, links, (parts) =>
    parts.map((part, i) => negated(part, signs[i] ?? 0)).reduce((left, right) => ({ kind: 'binary', operator: '^', left, right })),
  )
}

function negated(node: Node, times: number): Node {
  return times % 2 === 1 ? { kind: 'negate', of: node } : node
}
