import { describe, expect, it } from 'vitest'
import { isSame } from './same.ts'

describe('the comparison of figures', () => {
  it.each([
    [
      { a: 1, b: [1, 2] },
      { b: [1, 2], a: 1 },
    ],
    [Number.NaN, Number.NaN],
    [{ a: 1, b: undefined }, { a: 1 }],
    [new Map([['a', { n: 1 }]]), new Map([['a', { n: 1 }]])],
    [Float64Array.of(1, 2), Float64Array.of(1, 2)],
    [null, null],
  ])('finds %o and %o equal, as the test runner does', (one, other) => {
    expect(isSame(one, other)).toBe(true)
    expect(one).toEqual(other)
  })

  it.each([
    [0, -0],
    [1, 1 + Number.EPSILON],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }],
    [[1, 2], [1]],
    [[], {}],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [Float64Array.of(1, 2), Float64Array.of(1, 3)],
    [null, {}],
    ['1', 1],
    [{ a: null }, { a: 0 }],
  ])('tells %o from %o, as the test runner does', (one, other) => {
    expect(isSame(one, other)).toBe(false)
    expect(one).not.toEqual(other)
  })
})
