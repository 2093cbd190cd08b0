import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpret, isReservedName, plain, readCell, readDeclared, referencesOf, unitField } from '#shared/formula/index.ts'
import { lex } from '#shared/formula/lexer.ts'
import type { Cell } from '#shared/formula/formula.ts'
import type { Dimension } from '#shared/formula/types.ts'
import { data, explain, formulaOf, money, perHour, problemOf, time } from './values.ts'

function literal(text: string): readonly [number, Dimension] {
  const cell = readCell(text)
  if (cell.kind !== 'literal') throw new Error(`${text}: ${JSON.stringify(cell)}`)
  return [cell.value, cell.dimension]
}

describe('a literal', () => {
  it.each([
    ['4', 4],
    ['1,000', 1000],
    ['12,345,678.25', 12345678.25],
    ['-5', -5],
    ['+5', 5],
    ['.5', 0.5],
    ['1e6', 1e6],
    ['2.5E-3', 0.0025],
    ['25%', 0.25],
    ['7 %', 0.07],
    ['5k', 5000],
    ['1.005k', 1005],
    ['1.5 M', 1_500_000],
    ['2bn', 2e9],
    ['3 K requests', 3000],
    ['1000 requests', 1000],
    ['7 queries', 7],
    ['0', 0],
  ])('%s is the plain number %d', (text, value) => {
    expect(literal(text)).toEqual([value, plain])
  })

  it('reads data by 1,024 with base GB', () => {
    expect(literal('10 TB')).toEqual([10240, data])
    expect(literal('1 PB')).toEqual([1024 ** 2, data])
    expect(literal('512MB')).toEqual([0.5, data])
    expect(literal('1 KiB')).toEqual([1 / 1024 ** 2, data])
    expect(literal('8 Gbit')).toEqual([8e9 / 8 / 1024 ** 3, data])
  })

  it('reads time with base hour and rates with their powers', () => {
    expect(literal('250 ms')).toEqual([250 / 3_600_000, time])
    expect(literal('2 weeks')).toEqual([336, time])
    expect(literal('10 GB/day')).toEqual([10 / 24, { ...data, time: -1 }])
    expect(literal('1000 requests/s')).toEqual([3_600_000, perHour])
    expect(literal('5/min')).toEqual([300, perHour])
    expect(literal('40 KB/request')).toEqual([40 / 1024 ** 2, data])
  })

  it('reads time per time as a share of the time', () => {
    expect(literal('3 h/day')).toEqual([0.125, { ...plain, duty: 1 }])
    expect(literal('5 days/week')).toEqual([5 / 7, { ...plain, duty: 1 }])
  })

  it('reads money before and after the number', () => {
    for (const text of ['$5', '5 $']) expect(explain(text, { $: 1 })).toEqual({ kind: 'number', value: 5, dimension: money })
    expect(explain('$0.09/GB', { $: 1 })).toEqual({ kind: 'number', value: 0.09, dimension: { ...money, data: -1 } })
    expect(referencesOf(readCell('$5'))).toEqual([{ kind: 'name', name: '$' }])
  })

  it('leans on the month of the workbook for months and years', () => {
    const value = explain('10 GB/month', { hours_in_month: 744 })
    expect(value).toEqual({ kind: 'number', value: 10 / 744, dimension: { ...data, time: -1 } })
    expect(explain('2 years', { hours_in_month: 730 })).toEqual({ kind: 'number', value: 24 * 730, dimension: time })
    expect(explain('-1 month', { hours_in_month: 730 })).toEqual({ kind: 'number', value: -730, dimension: time })
    expect(referencesOf(readCell('10 GB/month'))).toEqual([{ kind: 'name', name: 'hours_in_month' }])
  })

  it('asks for the worth of a currency that is named', () => {
    expect(explain('5 USD', { USD: 0.9 })).toEqual({ kind: 'number', value: 4.5, dimension: money })
    expect(explain('€5', { EUR: 2 })).toEqual({ kind: 'number', value: 10, dimension: money })
  })

  it('is empty when there is nothing but blanks', () => {
    expect(readCell(' \t ').kind).toBe('empty')
  })

  it.each([
    ['1,00', '#VALUE!', 'is not one number'],
    ['1,0000', '#VALUE!', 'is not one number'],
    ['2*3', '#VALUE!', 'is not one number'],
    ['abc', '#VALUE!', 'is not a number'],
    ['t3.medium', '#VALUE!', 'is not a number'],
    ['5 apples', '#SYNTAX!', 'is not a unit'],
    ['5 Gb', '#SYNTAX!', 'can mean bits or bytes'],
    ['1e400', '#NUM!', 'too large'],
    ['$', '#SYNTAX!', 'no number'],
    ['-', '#VALUE!', 'is not a number'],
  ])('%s is refused as %s: it %s', (text, code, words) => {
    const problem = problemOf(text)
    expect(problem.code).toBe(code)
    expect(problem.message).toContain(words)
    expect(problem.fix.length).toBeGreaterThan(5)
  })
})

describe('a formula', () => {
  it('holds its constants in base units and each name once', () => {
    const formula = formulaOf('=a * 2 TB + a * b - cost("x ""y""") + subtotal("g")')
    expect(formula.constants).toEqual([2048])
    expect(formula.dimensions).toEqual([data])
    expect(formula.references).toEqual([
      { kind: 'name', name: 'a' },
      { kind: 'name', name: 'b' },
      { kind: 'cost', row: 'x "y"' },
      { kind: 'subtotal', of: 'g' },
    ])
  })

  it('shares its shape with formulas over other names and numbers, but not over other units', () => {
    const shape = formulaOf('=ceil(a / 12) + 3').shape
    expect(formulaOf('=CEIL( other/7.5 )+1e3').shape).toBe(shape)
    expect(formulaOf('=ceil(a / 12 GB) + 3').shape).not.toBe(shape)
  })

  it('reads a comma as thousands outside and as a separator inside parentheses', () => {
    expect(formulaOf('=1,000 * 2').constants).toEqual([1000, 2])
    expect(formulaOf('=max(1,000)').constants).toEqual([1, 0])
  })

  it('reads the hidden names of every object as the names they are', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
      expect(formulaOf(`=${name} + 1`).references).toEqual([{ kind: 'name', name }])
      expect(problemOf(`=${name}(1)`).code).toBe('#NAME?')
      expect(isReservedName(name)).toBe(false)
    }
  })

  it('reads names of any alphabet', () => {
    expect(formulaOf('=größe * данные_2').references).toEqual([
      { kind: 'name', name: 'größe' },
      { kind: 'name', name: 'данные_2' },
    ])
  })

  it.each([
    ['=', '#SYNTAX!'],
    ['=1+', '#SYNTAX!'],
    ['=(1', '#SYNTAX!'],
    ['=1)', '#SYNTAX!'],
    ['=2 3', '#SYNTAX!'],
    ['=2(3)', '#SYNTAX!'],
    ['=(2)(3)', '#SYNTAX!'],
    ['=x y', '#SYNTAX!'],
    ['=GB', '#SYNTAX!'],
    ['=max', '#SYNTAX!'],
    ['=1 < 2 < 3', '#SYNTAX!'],
    ['=not a = b', '#SYNTAX!'],
    ['=x%', '#SYNTAX!'],
    ['="text"', '#VALUE!'],
    ['=cost(x)', '#VALUE!'],
    ['=if(1, 2)', '#VALUE!'],
    ['=max()', '#VALUE!'],
    ['=tier(1, 2, 3)', '#VALUE!'],
    ['=average(1, 2)', '#NAME?'],
    ['=cost("open', '#SYNTAX!'],
    [`=${'n'.repeat(65)}`, '#LIMIT!'],
  ])('%s is refused as %s at a place inside the text', (text, code) => {
    const problem = problemOf(text)
    expect(problem.code).toBe(code)
    expect(problem.at?.from).toBeGreaterThanOrEqual(1)
    expect(problem.at?.to).toBeLessThanOrEqual(text.length)
  })
})

/** A literal is a proper number, a problem says what to do. */
function isSound(cell: Cell): boolean {
  if (cell.kind === 'literal') return Number.isFinite(cell.value)
  return cell.kind !== 'problem' || cell.problem.fix !== ''
}

describe('reading', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.string({ unit: fc.constantFrom(...'=(),."+-*/^<>%$ 1k5eGBhmax\u00a0'.split('')) }),
        ),
        (text) => {
          lex(text, 0)
          expect([readCell(text), readCell(`=${text}`)].every(isSound)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('reads back every number JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(literal(String(value))[0]).toBe(value + 0)
      }),
    )
  })

  it('throws for a declared formula that is wrong or refers to rows', () => {
    expect(readDeclared('count * hours_in_month').references).toHaveLength(2)
    expect(() => readDeclared('count *')).toThrow('count *')
    expect(() => readDeclared('cost("x")')).toThrow('cost')
  })

  it('lets a service call its inputs what it likes', () => {
    expect(readDeclared('8 / gpu + hours * 2 GB').references).toEqual([
      { kind: 'name', name: 'gpu' },
      { kind: 'name', name: 'hours' },
    ])
    const zero = interpret(readDeclared('1 + 8 / gpu'), () => ({ kind: 'number', value: 0, dimension: plain }))
    expect(zero).toMatchObject({ kind: 'problem', problem: { code: '#DIV/0!', at: { from: 4, to: 11 } } })
  })

  it('keeps units, functions and keywords from being names, and nothing else', () => {
    const reserved = ['GB', 'gb', 'h', 'day', 'Month', 'request', 'max', 'IF', 'cost', 'and', 'pi', 'k', 'M', 'usd', 'hours_in_month']
    const free = ['requests', 'users', 'orders', 'requests_per_day', 'm5', 'price', 'a']
    expect([...reserved, ...free].filter(isReservedName)).toEqual(reserved)
  })

  it('knows what a number beside a unit means', () => {
    expect(unitField('KB')).toMatchObject({ dimension: data, factor: 1024 ** 2 })
    expect(unitField('ms')).toMatchObject({ dimension: time, factor: 3_600_000 })
    expect(unitField('GB/month', 744)).toMatchObject({ dimension: { ...data, time: -1 }, factor: 744 })
    expect(['', 'requests', '%', 'nonsense', 'EUR', '+ 3'].filter((unit) => unitField(unit) !== null)).toEqual([])
  })
})
