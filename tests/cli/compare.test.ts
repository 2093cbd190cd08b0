import { describe, expect, it } from 'vitest'
import { skytally, written } from './skytally.ts'

const flat = (id: string, monthly: string) => ({ id, name: id.toUpperCase(), service: 'general.flat', inputs: { monthly } })
const set = (id: string, value: string) => ({ kind: 'set', table: 'components', id, field: 'inputs.monthly', value })

const file = written('scenarios', {
  components: [flat('web', '100'), flat('cdn', '20')],
  budgets: [{ scope: 'total', monthly: 130 }],
  scenarios: [
    { id: 'big', name: 'Bigger', overrides: [set('web', '500')] },
    { id: 'lean', name: 'Lean', parent: 'big', overrides: [{ kind: 'drop', table: 'components', id: 'cdn' }, set('web', '90')] },
  ],
})

describe('skytally price', () => {
  it('prices a scenario by its name, whatever the case of its letters', async () => {
    expect(JSON.parse((await skytally('price', file, '--scenario', 'bigger', '--format', 'json')).out).scenarios).toMatchObject([
      { name: 'Bigger', total: { monthly: 520 } },
    ])
    expect((await skytally('price', file, '--scenario', 'Bigger')).out).toContain('· Bigger')
  })

  it('prices the base and every scenario', async () => {
    const { scenarios } = JSON.parse((await skytally('price', file, '--all', '--format', 'json')).out)
    expect(scenarios.map(({ name, total }: { name: string; total: { monthly: number } }) => [name, total.monthly])).toEqual([
      ['Base', 120],
      ['Bigger', 520],
      ['Lean', 90],
    ])
    expect((await skytally('price', file, '--all', '--format', 'csv')).out.split('\r\n')[3]).toMatch(/^Bigger,web,WEB,/)
  })

  it('names the scenarios there are when one is not', async () => {
    const { exit, err } = await skytally('price', file, '--scenario', 'Smaller')
    expect(exit).toBe(2)
    expect(err).toContain('There is no scenario "Smaller". This workbook has: Base, Bigger, Lean.')
  })
})

describe('skytally check', () => {
  it('fails where any scenario asked for is over budget', async () => {
    expect((await skytally('check', file)).exit).toBe(0)
    const all = await skytally('check', file, '--all')
    expect(all.exit).toBe(1)
    expect(all.out).toContain('Bigger: Budget total: over budget')
  })

  it('prints each error once, with the scenarios that have it', async () => {
    const wrong = written('wrong', {
      components: [flat('web', '=1/0'), flat('cdn', '20')],
      scenarios: [
        { id: 'a', name: 'Lean', overrides: [set('cdn', '=gone')] },
        { id: 'b', name: 'Leaner', parent: 'a', overrides: [] },
      ],
    })
    const { exit, err } = await skytally('check', wrong, '--all')
    expect(exit).toBe(2)
    const lines = err.trimEnd().split('\n')
    expect(lines).toEqual([expect.stringContaining(`${wrong}:every scenario: `), expect.stringContaining(`${wrong}:Lean, Leaner: `)])
    expect((await skytally('price', wrong, '--all')).err).toBe(err)
    const one = await skytally('check', wrong)
    expect(one.err).toBe(lines[0]?.replace('every scenario: ', '') + '\n')
  })
})

describe('skytally compare', () => {
  it('puts designs side by side, with differences from the first and why', async () => {
    const { out, exit } = await skytally('compare', file, 'Base', 'Bigger', 'Lean')
    expect(exit).toBe(0)
    const [, web, cdn, total] = out.split('\n').map((line) => line.split(/ {2,}/))
    expect(web).toEqual(['WEB', '$100.00', '$500.00', '+$400.00 (+400%)', '$90.00', '-$10.00 (-10%)'])
    expect(cdn).toEqual(['CDN', '$20.00', '$20.00', '=', '–', '-$20.00 (-100%)'])
    expect(total?.[0]).toBe('Total')
    expect(out).toContain('Lean: -$30.00 a month: quantity -$10.00, mix -$20.00')
  })

  it('compares one design with the base, and without a name the base with every scenario', async () => {
    const names = async (...given: string[]) => {
      const { designs } = JSON.parse((await skytally('compare', file, ...given, '--format', 'json')).out)
      return designs.map(({ name }: { name: string }) => name)
    }
    expect(await names('Lean')).toEqual(['Base', 'Lean'])
    expect(await names()).toEqual(['Base', 'Bigger', 'Lean'])
    const alone = await skytally('compare', written('alone', { components: [flat('web', '100')] }))
    expect(alone).toMatchObject({ exit: 2, err: expect.stringContaining('Between 2 and 8 designs can be compared, not 1.') })
  })

  it('says the same as JSON, CSV and Markdown', async () => {
    const json = JSON.parse((await skytally('compare', file, 'Base', 'Lean', '--format', 'json')).out)
    expect(json).toMatchObject({ baseline: 'Base', designs: [{ monthly: 120 }, { monthly: 90, difference: -30, effects: { mix: -20 } }] })
    expect(json.rows[1].cells[1]).toMatchObject({ monthly: null, difference: -20 })
    expect((await skytally('compare', file, 'Base', 'Lean', '--format', 'csv')).out).toContain('cdn,CDN,,Lean,,-20,-1,0,-20,0,0,0,USD,0')
    expect((await skytally('compare', file, 'Base', 'Lean', '--format', 'md')).out).toContain('| CDN | $20.00 | – | -$20.00 (-100%) |')
  })

  it('says of totals and differences what they leave out, and how available each design is', async () => {
    const tagged = { ...flat('web', '100'), tags: { availability: '99.95%' } }
    const open = written('open', {
      components: [tagged, flat('cdn', '20')],
      budgets: [{ scope: 'total', monthly: 130 }],
      scenarios: [{ id: 'o', name: 'Open', overrides: [set('web', '')] }],
    })
    const { out } = await skytally('compare', open, 'Base', 'Open')
    expect(out).toMatch(/^WEB +\$100\.00 +unknown +\?$/m)
    expect(out).toMatch(/^Total +\$120\.00 +\$20\.00 \+\? +-\$100\.00 \(-83\.3%\) ±\?$/m)
    expect(out).toContain('Open: -$100.00 ±? a month: quantity -$100.00 ±?')
    expect(out).toContain('Open: Budget total: not certain, 1 figure is missing: at least $20.00 is 15.4% of $130.00')
    expect(out).toContain('Base: available at most 99.95% of the time, at least 4.38 hours a year down, 1 row does not say')
    const nothing = written('nothing', {
      components: [flat('web', '')],
      scenarios: [{ id: 's', name: 'Some', overrides: [set('web', '5')] }],
    })
    const some = (await skytally('compare', nothing, 'Base', 'Some')).out
    expect(some).toMatch(/^Total +unknown +\$5\.00 +\?$/m)
    expect(some).toContain('Some: what it costs more or less is not known')
    const { designs } = JSON.parse((await skytally('compare', nothing, 'Base', 'Some', '--format', 'json')).out)
    expect(designs).toMatchObject([
      { monthly: null, list: null, unknown: 1, groups: { '': null } },
      { monthly: 5, difference: null, ratio: null },
    ])
  })

  it('takes rows of another workbook for the same by their names', async () => {
    const other = written('other', { components: [{ ...flat('x', '40'), name: 'WEB' }] })
    const { rows } = JSON.parse((await skytally('compare', file, 'Base', other, '--format', 'json')).out)
    expect(rows[0].cells.map(({ monthly }: { monthly: number }) => monthly)).toEqual([100, 40])
  })

  it('says of a row of which nothing is known that it is unknown, and so is its difference', async () => {
    const open = written('open', {
      components: [flat('web', '100'), flat('fee', '')],
      scenarios: [{ id: 's', name: 'Known', overrides: [set('fee', '5')] }],
    })
    expect((await skytally('compare', open, 'Base', 'Known')).out).toMatch(/FEE +unknown +\$5\.00 +\?/)
    const { rows } = JSON.parse((await skytally('compare', open, 'Base', 'Known', '--format', 'json')).out)
    expect(rows[1].cells).toMatchObject([
      { monthly: null, unknown: 1, difference: null },
      { monthly: 5, unknown: 0, difference: null, ratio: null },
    ])
  })

  it('says of a group of which nothing is known what price says, whatever the reasons', async () => {
    const grouped = written('grouped', {
      components: [
        { ...flat('fee', '=nothing'), group: 'Open' },
        { ...flat('web', ''), group: 'Open' },
        { ...flat('cdn', '20'), group: 'Known' },
      ],
      scenarios: [{ id: 's', name: 'Other', overrides: [set('cdn', '30')] }],
    })
    expect((await skytally('price', grouped)).out).toMatch(/^Open +unknown +unknown$/m)
    const { out } = await skytally('compare', grouped, 'Base', 'Other')
    expect(out).toMatch(/^Open +unknown +unknown +\?$/m)
    expect(out).toMatch(/^ +FEE +error +error +\?$/m)
  })

  it('says of a row in error what price says, and of a budget that leaves it out that nothing is certain', async () => {
    const wrong = written('compare-wrong', {
      components: [flat('web', '100'), flat('fee', '=nothing')],
      budgets: [{ scope: 'total', monthly: 130 }],
      scenarios: [{ id: 's', name: 'Right', overrides: [set('fee', '5')] }],
    })
    expect((await skytally('compare', wrong, 'Base', 'Right')).out).toMatch(/^FEE +error +\$5\.00 +\?$/m)
    const { designs, rows } = JSON.parse((await skytally('compare', wrong, 'Base', 'Right', '--format', 'json')).out)
    expect(designs[0].budgets).toMatchObject([{ status: 'within', certain: false, errors: 1 }])
    expect(designs[1].budgets).toMatchObject([{ status: 'near', certain: true, errors: 0 }])
    expect(rows[1].cells).toMatchObject([{ unknown: 1, errors: 1 }, { errors: 0 }])
  })

  it('has a subtotal of each group before its rows', async () => {
    const grouped = written('compare-grouped', {
      components: [{ ...flat('web', '100'), group: 'Serving' }, flat('cdn', '20'), { ...flat('api', ''), group: 'Serving' }],
      scenarios: [{ id: 's', name: 'More', overrides: [set('web', '150')] }],
    })
    const { out } = await skytally('compare', grouped, 'Base', 'More')
    const lines = out.split('\n').map((line) => line.trimEnd())
    expect(lines.slice(1, 7).map((line) => line.replaceAll(/ {2,}(?=\S)/g, ' | '))).toEqual([
      'Serving | $100.00 +? | $150.00 +? | +$50.00 (+50%) ±?',
      ' | WEB | $100.00 | $150.00 | +$50.00 (+50%)',
      ' | API | unknown | unknown | ?',
      '(no group) | $20.00 | $20.00 | =',
      ' | CDN | $20.00 | $20.00 | =',
      'Total | $120.00 +? | $170.00 +? | +$50.00 (+41.7%) ±?',
    ])
  })

  it('compares snapshots, and scenarios and snapshots of other workbooks', async () => {
    const before = { format: 'skytally', version: 1, name: 'before', components: [flat('web', '70')] }
    const snapshots = [{ id: 'q1', name: 'Q1', note: '', at: '2026-01-01T00:00:00Z', total: null, document: before }]
    const scenarios = [
      { id: 's', name: 'x.skytally', overrides: [set('web', '30')] },
      { id: 't', name: 'Twice', overrides: [set('web', '200')] },
    ]
    const kept = written('kept', { components: [flat('web', '100')], scenarios, snapshots })
    const names = ['Base', '#snapshot:q1', 'x.skytally', `${kept}#Twice`, `${kept}#snapshot:Q1`]
    const { out, err } = await skytally('compare', kept, ...names, '--format', 'json')
    expect(err).toBe('')
    const { designs } = JSON.parse(out)
    expect(designs.map(({ name, monthly }: { name: string; monthly: number }) => [name, monthly])).toEqual([
      ['Base', 100],
      ['Q1', 70],
      ['x.skytally', 30],
      ['kept: Twice', 200],
      ['kept: Q1', 70],
    ])
    const missing = await skytally('compare', kept, 'Base', '#snapshot:Q2')
    expect(missing).toMatchObject({ exit: 2, err: expect.stringContaining('There is no snapshot "Q2". This workbook has: Q1.') })
  })

  it('asks which of two snapshots of one name is meant, and takes the time of one', async () => {
    const at = (time: string, monthly: string) => {
      const document = { format: 'skytally', version: 1, name: 'before', components: [flat('web', monthly)] }
      return { id: time, name: 'As sent', note: '', at: time, total: null, document }
    }
    const twice = written('twice', {
      components: [flat('web', '100')],
      snapshots: [at('2026-01-01T00:00:00Z', '70'), at('2026-02-01T00:00:00Z', '80')],
    })
    const asked = await skytally('compare', twice, 'Base', '#snapshot:as sent')
    expect(asked).toMatchObject({ exit: 2, out: '' })
    expect(asked.err).toContain(
      'There are 2 snapshots "as sent". Say which by its time, #snapshot:2026-01-01T00:00:00Z or #snapshot:2026-02-01T00:00:00Z, or give one another name.',
    )
    const { out } = await skytally('compare', twice, 'Base', '#snapshot:2026-02-01T00:00:00Z', '--format', 'json')
    expect(JSON.parse(out).designs).toMatchObject([{ monthly: 100 }, { name: 'As sent', monthly: 80 }])
  })

  it.each([
    ['one design', ['Base'], 'Between 2 and 8 designs'],
    ['a scenario that does not exist', ['Base', 'Smaller'], 'There is no scenario "Smaller"'],
    ['a file that does not exist', ['Base', 'nowhere.skytally'], 'There is no such file'],
    [
      'two currencies',
      ['Base', written('euro', { currency: { code: 'EUR', perUsd: 0.9, asOf: '2026-11-01' } })],
      'Compare designs of one currency',
    ],
  ])('refuses %s with a sentence', async (_, names, sentence) => {
    const { exit, err, out } = await skytally('compare', file, ...names)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(sentence)
  })
})
