import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statisticsOf, type Counted } from '#renderer/workspace/cells/statistics.ts'

const number = (value: number, money = false): Counted => ({ filled: true, value, money, unknown: false })
const text: Counted = { filled: true, value: null, money: false, unknown: false }
const unknown: Counted = { filled: false, value: null, money: true, unknown: true }

describe('statistics of a selection', () => {
  it('add, average and count numbers and leave text out', () => {
    expect(statisticsOf([number(10), number(20), text])).toMatchObject({
      numbers: 2,
      filled: 3,
      sum: 30,
      average: 15,
      min: 10,
      max: 20,
      money: false,
    })
  })

  it('count a figure nobody knows and never take it for zero', () => {
    expect(statisticsOf([number(10, true), unknown])).toMatchObject({ numbers: 1, unknown: 1, average: 10, min: 10, money: true })
  })

  it('have no average, least or most without a number', () => {
    expect(statisticsOf([text])).toMatchObject({ numbers: 0, average: null, min: null, max: null, money: false })
  })

  it('do not lose small amounts beside large ones', () => {
    expect(statisticsOf([number(1e16), number(1), number(-1e16)]).sum).toBe(1)
  })

  it('hold the average between least and most', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const { average, min, max } = statisticsOf(values.map((value) => number(value)))
        expect(average! >= min! - 1e-6 && average! <= max! + 1e-6).toBe(true)
      }),
    )
  })
})
