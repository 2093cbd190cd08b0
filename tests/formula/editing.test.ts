import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completionsAt,
  finishesWord,
  placedReferences,
  readCell,
  referencesOf,
  renameReferences,
  tokensOf,
  writeReference,
} from '#shared/formula/index.ts'
import { sameReference } from '#shared/formula/references.ts'
import type { Reference } from '#shared/formula/types.ts'

/** One reference by another name. */
function renamed(text: string, from: Reference, to: string): string {
  return renameReferences(text, (found) => (sameReference(found, from) ? to : undefined))
}

describe('renaming', () => {
  it('replaces a name wherever it stands and nothing else', () => {
    const text = '= orders*2 +max( orders , orders_2 )- cost("orders") + 5 orders'
    expect(renamed(text, { kind: 'name', name: 'orders' }, 'sales')).toBe('= sales*2 +max( sales , orders_2 )- cost("orders") + 5 orders')
  })

  it('replaces rows and groups in their quotation marks', () => {
    const text = '=cost( "API" ) + COST("API") + subtotal("API") + cost("API 2")'
    expect(renamed(text, { kind: 'cost', row: 'API' }, 'The "new" one')).toBe(
      '=cost( "The ""new"" one" ) + COST("The ""new"" one") + subtotal("API") + cost("API 2")',
    )
    expect(renamed(text, { kind: 'subtotal', of: 'API' }, 'x')).toContain('subtotal("x")')
    const weekly = '=ceil(schedule("Office hours") * 2) + cost("Office hours")'
    expect(renamed(weekly, { kind: 'schedule', schedule: 'Office hours' }, 'Day')).toBe('=ceil(schedule("Day") * 2) + cost("Office hours")')
  })

  it('leaves a function of the same name alone', () => {
    expect(renamed('=max(maximum)', { kind: 'name', name: 'max' }, 'y')).toBe('=max(maximum)')
  })

  it('refers to the new name in every place of the old one, and back gives the first text', () => {
    const names = fc.constantFrom('a', 'b', 'orders', 'größe')
    const part = fc.oneof(names, fc.constantFrom('2', '10 GB', 'cost("a")', 'subtotal("b")', 'max(a, 3)'))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), names, (parts, from) => {
        const text = `=${parts.join(' + ')}`
        const now = renamed(text, { kind: 'name', name: from }, 'brand_new')
        expect(referencesOf(readCell(now))).not.toContainEqual({ kind: 'name', name: from })
        expect(renamed(now, { kind: 'name', name: 'brand_new' }, from)).toBe(text)
      }),
    )
  })

  it('writes a reference so that reading gives it back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string().map((row) => ({ kind: 'cost' as const, row })),
          fc.string().map((of) => ({ kind: 'subtotal' as const, of })),
        ),
        (reference) => {
          expect(referencesOf(readCell(`=${writeReference(reference)}`))).toEqual([reference])
        },
      ),
    )
    expect(placedReferences('=2*abc').map(({ from, to }) => [from, to])).toEqual([[3, 6]])
  })
})

describe('completion', () => {
  const names = ['requests_per_day', 'payload', 'rate']
  const rows = ['API servers', 'Database', 'The "old" API']
  const groups = ['Serving', 'compute']
  const at = (marked: string) => completionsAt(marked.replace('|', ''), marked.indexOf('|'), names, rows, groups)

  it('offers schedules in the quotation marks of schedule()', () => {
    const { suggestions } = completionsAt('=schedule("Of', 13, names, rows, groups, ['Office hours', 'Night'])
    expect(suggestions.map(({ kind, insert }) => [kind, insert])).toEqual([['schedule', '"Office hours")']])
  })

  const labels = (marked: string): readonly string[] => at(marked).suggestions.map(({ label }) => label)
  const accepted = (marked: string): string => {
    const [first] = at(marked).suggestions
    const text = marked.replace('|', '')
    return first === undefined
      ? text
      : `${text.slice(0, first.from)}${first.insert.slice(0, first.caret)}|${first.insert.slice(first.caret)}${text.slice(first.to)}`
  }

  it('offers names first, then functions, those that begin with the word before those that contain it', () => {
    expect(labels('=2 * r|').slice(0, 3)).toEqual(['requests_per_day', 'rate', 'round'])
    expect(labels('=p|')).toContain('payload')
    expect(labels('=ay|')).toEqual(['requests_per_day', 'payload'])
  })

  it('completes a function with its parentheses and a row with its quotation marks', () => {
    expect(accepted('=ce|')).toBe('=ceil(|)')
    expect(accepted('=ce|(2)')).toBe('=ceil|(2)')
    expect(accepted('=cos|')).toBe('=cost("|")')
    expect(accepted('=cost("da|')).toBe('=cost("Database")|')
    expect(accepted('=2 + cost("da|") * 3')).toBe('=2 + cost("Database")| * 3')
    expect(accepted('=cost("the|')).toBe('=cost("The ""old"" API")|')
    expect(accepted('=subtotal("|')).toBe('=subtotal("Serving")|')
  })

  it('offers units after a number, also in a literal', () => {
    expect(labels('=10 G|')).toEqual(['GB'])
    expect(labels('10 m|')).toEqual(expect.arrayContaining(['MB', 'month', 'ms', 'min']))
  })

  it('offers nothing where nothing is typed or a value just ended', () => {
    expect(['=|', '=2 * |', '=(1)a|', 'abc|', '|=ab', '="te|'].flatMap(labels)).toEqual([])
  })

  it('shows the function the caret is in and the argument', () => {
    expect(at('=if(a > 1, |').signature).toMatchObject({ name: 'if', argument: 1 })
    expect(at('=max(1, round(2, |').signature).toMatchObject({ name: 'round', argument: 1 })
    expect(at('=max(1, round(2, 3), |').signature).toMatchObject({ name: 'max', argument: 2 })
    expect(at('=max(1, (2 + |').signature).toMatchObject({ name: 'max', argument: 1 })
    expect(at('=cost("A|').signature).toMatchObject({ name: 'cost', argument: 0 })
    expect(at('=max(1) + |').signature).toBeNull()
  })

  it('never throws and always replaces a part of the text that holds the caret', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=max(1, "cost)+a GB'.split('')) }), fc.nat(), (text, seed) => {
        const caret = seed % (text.length + 1)
        for (const { from, to, insert, caret: inside } of completionsAt(text, caret, names, rows, groups).suggestions) {
          expect(from).toBeLessThanOrEqual(caret)
          expect(to).toBeGreaterThanOrEqual(caret)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(inside).toBeLessThanOrEqual(insert.length)
        }
      }),
    )
  })
})

describe('highlighting', () => {
  it('names the kind of every part and pairs the parentheses', () => {
    const text = '=max(a, 10 GB) * cost("x")'
    expect(tokensOf(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)).toEqual([
      'function max',
      'open (',
      'name a',
      'comma ,',
      'number 10 GB',
      'close )',
      'operator *',
      'function cost',
      'open (',
      'text "x"',
      'close )',
    ])
    expect(tokensOf(text).map(({ pair }) => pair)).toEqual([null, 5, null, null, null, 1, null, null, 10, null, 8])
  })

  it('marks a lone parenthesis and the part that cannot be read', () => {
    expect(tokensOf('=(1').map(({ kind, pair }) => [kind, pair])).toEqual([
      ['open', null],
      ['number', null],
    ])
    expect(tokensOf('=1 + ? x').at(-1)).toEqual({ kind: 'rest', from: 4, to: 8, pair: null })
  })

  it('covers the text in order without overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0
        for (const { from, to } of tokensOf(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('finishing a word', () => {
  const finishing = (text: string): readonly string[] =>
    completionsAt(text, text.length, ['predictions', 'orders'], ['Web'], ['Web'])
      .suggestions.filter((suggestion) => finishesWord(text, suggestion))
      .map(({ label }) => label)

  it('never offers to turn a number that is already a value into another one', () => {
    for (const text of ['50M', '5k', '7e', '50 M', '5 re', '=5k', '=2 * 50M']) {
      expect(completionsAt(text, text.length, [], [], []).suggestions.every((suggestion) => !finishesWord(text, suggestion))).toBe(true)
    }
    expect(completionsAt('50M', 3, [], [], []).suggestions.map(({ label }) => label)).toContain('MB')
  })

  it('takes at least two letters that begin a name, a function or a row', () => {
    expect(finishing('=p')).toEqual([])
    expect(finishing('=pr')).toContain('predictions')
    expect(finishing('=cei')).toEqual(['ceil'])
    expect(finishing('=dictions')).toEqual([])
    expect(finishing('=cost("We')).toEqual(['Web'])
  })
})
