import { describe, expect, it } from 'vitest'
import { dimensionOf, interpret, plain, readCell } from '#shared/formula/index.ts'
import type { Cell } from '#shared/formula/formula.ts'
import { parseTree } from '#shared/formula/shape.ts'
import { formulaOf } from './values.ts'

/** Published attacks on mathjs and formulas that exhaust it; none may get past reading. Sources: its security page and advisories. */
const attacks: readonly string[] = [
  'zeros(1e9)',
  'zeros(30000,30000)',
  'identity(20000)',
  'diag(1:20000)',
  '1:1e8',
  'range(0,1e8)',
  'ones(1e8)',
  'resize([1],[1e8])',
  'random([30000,30000])',
  'setPowerset(1:24)',
  'kron(ones(500,500),ones(500,500))',
  'map(1:1e6,sqrt)',
  'isPrime(2^127-1)',
  'factorial(1e7)',
  '1e7!',
  'gamma(1e7)',
  'combinations(1e7,5e6)',
  'bellNumbers(2000)',
  'f(x)=x<2?1:f(x-1)+f(x-2);f(60)',
  'import({pi:3},{override:true})',
  'createUnit("foo")',
  'createUnit("knot", {definition: "0.514444 m/s"})',
  'evaluate("1+1")',
  'parse("1+1")',
  'simplify("x")',
  'derivative("x^2","x")',
  'resolve("x")',
  'reviver("","")',
  'config({number:"BigNumber"})',
  'help("sin")',
  'typed("f",{})',
  'chain(3)',
  'parser()',
  'compile("1")',
  'cos.constructor("return process")()',
  'cos.constructor',
  'sqrt.constructor("return this")()',
  'a.b',
  'a["constructor"]',
  '{a:1}',
  '[1,2,3]',
  '{}.constructor.constructor("return 1")()',
  '"".constructor',
  'x=1',
  'a=1;b=2',
  'a[1]=2',
  'f={}',
  'expression.mathWithTransform',
  'unit("5 cm")',
  'format(1)',
  'print("$x",{x:1})',
  '5!',
  "a'",
  'a ?? b',
  'a ? b : c',
  'x | y',
  'x & y',
  '~x',
  'x << 2',
  '[1] .* [2]',
  '1 .+ 2',
  'i\u0000',
  '#comment',
  '1\n2',
  'x to y',
  'bignumber(2)^1e9',
  'fft(1:131071)',
  'inv(random([1500,1500]))',
  'constructor("return 1")',
  '__proto__.x',
  '__defineGetter__("x",f)',
  'f\\u0028x)',
]

/** Those that are formulas of ours too, with another meaning: a comparison. */
const harmless = new Set(['x=1'])

/** The best of up to twenty readings: the machine may be busy with something else. */
function quickest(text: string): { readonly cell: Cell; readonly took: number } {
  let best = { cell: readCell(''), took: Infinity }
  for (let attempt = 0; attempt < 20 && best.took >= 50; attempt++) {
    const before = performance.now()
    const cell = readCell(text)
    const took = performance.now() - before
    if (took < best.took) best = { cell, took }
  }
  return best
}

describe('a hostile formula', () => {
  it.each(attacks.filter((attack) => !harmless.has(attack)))('%s is refused while reading', (attack) => {
    const { cell, took } = quickest(`=${attack}`)
    expect(took).toBeLessThan(50)
    expect(cell.kind).toBe('problem')
  })

  it('cannot assign: = compares', () => {
    expect(formulaOf('=x=1').shape.tree).toMatchObject({ kind: 'binary', operator: '=' })
  })

  it.each([
    ['1 MB of digits', `=${'1'.repeat(1e6)}`],
    ['1 MB of blanks', `=${' '.repeat(1e6)}1`],
    ['one character too many', `=${' '.repeat(8191)}1`],
    ['parentheses 10,000 deep', `=${'('.repeat(4000)}1`],
    ['parentheses 65 deep', `=${'('.repeat(65)}1${')'.repeat(65)}`],
    ['calls 65 deep', `=${'abs('.repeat(65)}1${')'.repeat(65)}`],
    ['65 signs', `=${'-'.repeat(65)}1`],
    ['a power of 65 powers', `=2${'^2'.repeat(65)}`],
    ['2,001 parts', `=${'1+'.repeat(1000)}1`],
    ['100,000 arguments', `=max(${'1,'.repeat(1e5)}1)`],
  ])('%s is #LIMIT! in no time', (_, text) => {
    const { cell, took } = quickest(text)
    expect(took).toBeLessThan(50)
    expect(cell).toMatchObject({ kind: 'problem', problem: { code: '#LIMIT!' } })
  })

  it('is still read at the very limits', () => {
    expect(readCell(`=${' '.repeat(8190)}1`).kind).toBe('formula')
    expect(readCell(`=${'('.repeat(64)}1${')'.repeat(64)}`).kind).toBe('formula')
    expect(readCell(`=${'-'.repeat(64)}1`).kind).toBe('formula')
    expect(readCell(`=${'1+'.repeat(999)}1`).kind).toBe('formula')
  })

  it('takes no more than its steps', () => {
    const formula = formulaOf('=1 + 2 + 3')
    const lookup = () => ({ kind: 'number', value: 1, dimension: plain }) as const
    expect(interpret(formula, lookup, 4)).toMatchObject({ kind: 'problem', problem: { code: '#LIMIT!' } })
    expect(interpret(formula, lookup, 5)).toMatchObject({ kind: 'number', value: 6 })
  })

  it('leaves the objects of the program as they were', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const formula = formulaOf(`=${name} * 2`)
      dimensionOf(formula, () => plain)
      interpret(formula, () => ({ kind: 'number', value: 1, dimension: plain }))
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
})

function refusalOf(text: string): unknown {
  try {
    return parseTree(text)
  } catch (refusal) {
    return refusal
  }
}

describe('the allow-list behind the parser', () => {
  it.each(attacks.filter((text) => /[=[{.;"'!?:]|^\w+\(|^x\b/.test(text)))(
    'lets no %s through even without the reader before it',
    (text) => {
      expect(refusalOf(text)).toBeInstanceOf(Error)
    },
  )

  it('builds a tree of placeholders', () => {
    expect(parseTree('f_max(r0,c0_1_0_0_0)')).toEqual({
      kind: 'call',
      name: 'max',
      args: [
        { kind: 'reference', index: 0 },
        { kind: 'constant', index: 0 },
      ],
    })
  })

  it.each([
    'c0 c1',
    '2',
    'true',
    'x',
    'c0:c1',
    '[c0]',
    'c0=c1',
    'f_a(c0)=c0',
    'c0;c1',
    'c0.r0',
    'c0!',
    "c0'",
    'c0?c1:c2',
    'c0 mod c1',
    'c0 to c1',
    'c0 xor c1',
    '{}',
    '"c0"',
    'c0<c1<c2',
    'max(c0)',
  ])('refuses %s', (text) => {
    expect(refusalOf(text)).toBeInstanceOf(Error)
  })
})
