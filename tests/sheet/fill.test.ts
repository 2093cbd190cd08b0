import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { series, seriesBefore } from '#renderer/sheet/fill.ts'

describe('filling', () => {
  it('repeats one value', () => expect(series(['4'], 3, false)).toEqual(['4', '4', '4']))
  it('repeats formulas, also when two are selected', () =>
    expect(series(['=a + 1', '=a + 2'], 3, true)).toEqual(['=a + 1', '=a + 2', '=a + 1']))
  it('goes on with the step of two numbers', () => expect(series(['2', '4'], 3, false)).toEqual(['6', '8', '10']))
  it('steps downwards through zero', () => expect(series(['10', '5'], 4, false)).toEqual(['0', '-5', '-10', '-15']))
  it('steps quantities of one unit', () => expect(series(['10 TB', '20 TB'], 2, false)).toEqual(['30 TB', '40 TB']))
  it('steps percentages and decimals without dust', () => expect(series(['0.1%', '0.2%'], 3, false)).toEqual(['0.3%', '0.4%', '0.5%']))
  it('reads grouped thousands', () => expect(series(['1,000', '2,000'], 2, false)).toEqual(['3000', '4000']))
  it('repeats numbers of different units', () => expect(series(['1 GB', '2 TB'], 2, false)).toEqual(['1 GB', '2 TB']))
  it('repeats numbers without one step', () => expect(series(['1', '2', '4'], 4, false)).toEqual(['1', '2', '4', '1']))
  it('counts names only where names are filled', () => {
    expect(series(['API 1', 'API 2'], 2, true)).toEqual(['API 3', 'API 4'])
    expect(series(['node-08', 'node-09'], 2, true)).toEqual(['node-10', 'node-11'])
    expect(series(['us-east-1', 'us-east-2'], 2, false)).toEqual(['us-east-1', 'us-east-2'])
    expect(series(['t3.medium', 't4.medium'], 1, true)).toEqual(['t3.medium'])
  })
  it('fills upwards with the step turned round', () => expect(seriesBefore(['6', '8'], 3, false)).toEqual(['0', '2', '4']))

  it('continues any arithmetic progression of whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e4, max: 1e4 }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 0, max: 20 }),
        (start, step, given, count) => {
          const value = (at: number): string => String(start + step * at)
          const source = Array.from({ length: given }, (_, at) => value(at))
          expect(series(source, count, false)).toEqual(Array.from({ length: count }, (_, at) => value(given + at)))
        },
      ),
    )
  })

  it('gives as many texts as asked for any texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), fc.nat(30), fc.boolean(), (source, count, names) => {
        expect(series(source, count, names)).toHaveLength(count)
      }),
    )
  })
})
