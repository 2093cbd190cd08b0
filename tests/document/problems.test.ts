import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { LIMITS } from '#shared/document/limits.ts'
import type { FileProblem } from '#shared/document/problem.ts'

const head = { format: 'skytally', version: 1, name: 'x' }
const row = { name: 'API', service: 'aws.ec2' }

function problems(file: unknown): readonly FileProblem[] {
  const result = readWorkbook(typeof file === 'string' ? file : JSON.stringify(file), () => 'id')
  return result.ok ? [] : result.problems
}

describe('a file with a mistake', () => {
  it('is told apart by its place, what was found and what to do', () => {
    expect(problems({ ...head, components: [row, row, row, { ...row, inputs: { count: true } }] })).toEqual([
      {
        at: 'components[3].inputs.count',
        message: 'Expected text or a number, found true.',
        fix: 'Write it as in a cell: "4", "10 TB", "=requests * 30".',
      },
    ])
    expect(problems({ ...head, components: [{ service: 'aws.ec2' }] })).toEqual([
      { at: 'components[0].name', message: 'Expected text in quotes, found nothing.', fix: 'Add "name".' },
    ])
    expect(problems({ ...head, drivers: [{ name: '2x', value: 1 }] })[0]).toMatchObject({
      at: 'drivers[0].name',
      message: '"2x" cannot name a driver.',
    })
    expect(problems({ ...head, components: [{ ...row, prices: { storage: { price: ' ' } } }] })).toEqual([
      {
        at: 'components[0].prices.storage.price',
        message: 'The price is empty.',
        fix: 'Write it as in a cell: "0.05", "=0.05 * 0.9"; or leave it out to take the price of the book.',
      },
    ])
    expect(problems({ ...head, freeTier: 'yes' })).toEqual([
      { at: 'freeTier', message: 'Expected true or false, found "yes".', fix: 'Write true or false here.' },
    ])
    expect(problems({ ...head, budgets: [{ scope: 'total', monthly: 0 }] })[0]).toMatchObject({
      at: 'budgets[0].monthly',
      message: 'The limit is 0; it must be above zero.',
    })
    expect(problems({ ...head, currency: { code: 'usd', perUsd: 1, asOf: '1.11.2026' } }).map((problem) => problem.at)).toEqual([
      'currency.code',
      'currency.asOf',
    ])
  })

  it('cannot give the US dollar a rate, neither for itself nor in a scenario', () => {
    const doubled = { code: 'USD', perUsd: 2, asOf: '2026-11-01' }
    const refused = {
      message: 'One USD cannot be worth 2 USD.',
      fix: 'Write "perUsd": 1, or the code of the currency that this is the rate of.',
    }
    expect(problems({ ...head, currency: doubled })).toEqual([{ at: 'currency.perUsd', ...refused }])
    const override = { kind: 'set', table: 'settings', id: 'settings', field: 'currency', value: doubled }
    expect(problems({ ...head, scenarios: [{ id: 's', name: 'S', overrides: [override] }] })).toEqual([
      { at: 'scenarios[0].overrides[0].value.perUsd', ...refused },
    ])
    expect(problems({ ...head, currency: { ...doubled, perUsd: 1 } })).toEqual([])
    expect(problems({ ...head, currency: { ...doubled, code: 'EUR' } })).toEqual([])
  })

  it('asks what a misspelt key or word was meant to be', () => {
    expect(problems({ ...head, components: [{ ...row, enviroment: 'prod' }] })).toEqual([
      { at: 'components[0]', message: '"enviroment" is not known here.', fix: 'Did you mean "environment"?' },
    ])
    expect(problems({ ...head, compnents: [] })[0]?.fix).toBe('Did you mean "components"?')
    expect(problems({ ...head, components: [{ ...row, purchase: { kind: 'reserved', term: '1y', payment: 'noupfront' } }] })).toEqual([
      {
        at: 'components[0].purchase.payment',
        message: 'Expected one of no-upfront, partial-upfront, all-upfront; found "noupfront".',
        fix: 'Did you mean "no-upfront"?',
      },
    ])
    expect(problems({ ...head, components: [{ ...row, purchase: [{ kind: 'spot' }, { kind: 'spott' }] }] })[0]).toMatchObject({
      at: 'components[0].purchase[1].kind',
      message: 'The way of buying is not known.',
    })
  })

  it('lists every mistake at once, up to a hundred', () => {
    const wrong = problems({ ...head, components: Array.from({ length: 250 }, () => ({ service: 'aws.ec2' })) })
    expect(wrong).toHaveLength(101)
    expect(wrong[100]?.message).toContain('150 more')
  })

  it('may not use an id twice', () => {
    expect(problems({ ...head, components: [{ ...row, id: 'a' }, row, { ...row, id: 'a' }] })).toEqual([
      {
        at: 'components[2].id',
        message: '"a" is also the id of components[0].',
        fix: 'Give one of the two another id, or leave it out to get a new one.',
      },
    ])
  })

  it('of a newer version, another format or no version is refused with words', () => {
    expect(problems({ ...head, version: 2 })[0]).toMatchObject({ at: 'version', message: expect.stringContaining('newer Skytally') })
    expect(problems({ ...head, version: '1' })[0]).toMatchObject({ at: 'version', message: 'Expected the version of the file, found "1".' })
    expect(problems({ ...head, version: -1 })[0]?.at).toBe('version')
    expect(problems({ fromat: 'skytally', version: 1 })[0]?.fix).toBe('Did you mean "format" where "fromat" stands?')
    expect(problems([])[0]?.message).toBe('Expected a workbook, found a list.')
  })
})

describe('text that is not JSON', () => {
  it.each([
    ['', 1, 1, 'the text ends where a value should stand'],
    ['{"a": 1,\n "b" 2}', 2, 6, '"2" stands where ":" after the name should'],
    ['{"a": [1, 2,]}', 1, 13, '"]" stands where a value should'],
    ['{"a": 1,}', 1, 9, '"}" stands where a name in double quotes should'],
    ["{'a': 1}", 1, 2, 'stands where a name in double quotes should'],
    ['{"a": "x\ny"}', 1, 9, 'not closed on its line'],
    ['{"a": "\\q"}', 1, 8, 'an escape that does not exist'],
    ['[1] 2', 1, 5, 'goes on after its end'],
    ['[1', 1, 3, 'the text ends where "," or "]" should stand'],
    ['{"a": tru}', 1, 7, '"t" stands where a value should'],
    ['{"a": 01}', 1, 8, '"1" stands where "," or "}" should'],
  ])('%j names line and column', (text, line, column, message) => {
    const [problem] = problems(text)
    expect(problem?.at).toBe(`line ${line}, column ${column}`)
    expect(problem?.message).toContain(message)
  })

  it('is found wrong at a place whenever the engine finds it wrong', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', ':', '\\', 'x', '0', '\n'), (json, place, inserted) => {
        const at = place % (json.length + 1)
        const text = json.slice(0, at) + inserted + json.slice(at + (inserted === '' ? 1 : 0))
        let broken = false
        try {
          JSON.parse(text)
        } catch {
          broken = true
        }
        const found = problems(text)[0]
        expect(found?.at.startsWith('line') === true).toBe(broken)
        expect(found?.message ?? '').not.toContain('nothing is wrong')
      }),
      { numRuns: 500 },
    )
  })
})

describe('hostile files', () => {
  it('beyond the limits of size, depth and text are refused', () => {
    expect(problems(' '.repeat(LIMITS.fileCharacters + 1))[0]?.message).toContain('at most 64')
    expect(problems(`${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`)[0]?.message).toContain('more than 32 deep')
    expect(problems({ ...head, note: 'x'.repeat(LIMITS.text + 1) })[0]).toMatchObject({ at: 'note', fix: 'Shorten it.' })
    expect(problems({ ...head, note: 'x'.repeat(LIMITS.text) })).toEqual([])
    expect(problems({ ...head, budgets: [{ scope: 'total', monthly: 1 }] }).length).toBe(0)
    expect(problems(`{"format":"skytally","version":1,"name":"x","budgets":[{"scope":"total","monthly":1e999}]}`)[0]?.at).toBe(
      'budgets[0].monthly',
    )
  })

  it('with more than 200,000 components are refused', () => {
    expect(problems({ ...head, components: Array.from({ length: LIMITS.components + 1 }, () => row) })[0]).toMatchObject({
      at: 'components',
    })
  })

  it('with prototype keys and names reach no prototype and lose nothing', () => {
    const text = `{"format":"skytally","version":1,"name":"__proto__","components":[
      {"id":"__proto__","name":"constructor","service":"aws.ec2","inputs":{"__proto__":"1","constructor":"2"},"tags":{"__proto__":"x","toString":"y"}}]}`
    const result = readWorkbook(text, () => 'id')
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const component = result.workbook.components.get('__proto__')
    expect(Object.entries(component?.inputs ?? {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
    expect(Object.getPrototypeOf(component?.tags)).toBe(Object.prototype)
    expect(writeWorkbook(result.workbook)).toContain('"__proto__": "x"')
    expect(problems('{"format":"skytally","version":1,"name":"x","__proto__":{"polluted":1}}')[0]?.message).toContain(
      '"__proto__" is not known here',
    )
  })

  it('of any shape give a workbook or problems, never an exception, and leave Object.prototype alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const keys = fc.constantFrom(
      'id',
      'name',
      'service',
      'inputs',
      'tags',
      'purchase',
      'kind',
      'scope',
      'monthly',
      'overrides',
      'charges',
      '__proto__',
      'constructor',
      'prototype',
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 0, -1, 1e308, '', 'spot', '__proto__'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }))
    const file = fc.dictionary(
      fc.constantFrom(
        'name',
        'currency',
        'priceBook',
        'month',
        'rounding',
        'drivers',
        'components',
        'budgets',
        'schedules',
        'services',
        'scenarios',
      ),
      value,
      { noNullPrototype: true },
    )
    let readable = 0
    fc.assert(
      fc.property(file, fc.constantFrom(0, 1), (content, version) => {
        let next = 0
        const result = readWorkbook(JSON.stringify({ name: 'x', ...content, format: 'skytally', version }), () => `id-${(next += 1)}`)
        if (result.ok) readable += 1
        const sound = result.ok
          ? readWorkbook(writeWorkbook(result.workbook), () => 'unused').ok
          : result.problems.length > 0 && result.problems.every((problem) => problem.message !== '' && problem.fix !== '')
        expect(sound).toBe(true)
      }),
      { numRuns: 2000 },
    )
    expect(readable).toBeGreaterThan(0)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })
})
