import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matcherOf, type Wanted } from '#renderer/sheet/matching.ts'

const matcher = (text: string, more: Partial<Wanted> = {}) => matcherOf({ text, matchCase: false, wholeCell: false, ...more })!

describe('looking for a text', () => {
  it('finds it anywhere in a cell, whatever its case, unless asked otherwise', () => {
    expect(matcher('api').matches('The API servers')).toBe(true)
    expect(matcher('api', { matchCase: true }).matches('The API servers')).toBe(false)
    expect(matcher('api', { wholeCell: true }).matches('The API servers')).toBe(false)
    expect(matcher('api', { wholeCell: true }).matches('API')).toBe(true)
  })

  it('answers the same when asked again', () => {
    const same = matcher('a')
    expect([same.matches('a'), same.matches('a'), same.matches('ba')]).toEqual([true, true, true])
  })

  it('looks for nothing when nothing is typed', () => {
    expect(matcherOf({ text: '', matchCase: false, wholeCell: false })).toBeNull()
  })

  it('takes signs of patterns as they stand', () => {
    expect(matcher('=cost("a") * 2.5').replace('=COST("A") * 2.5 + 1', '$& 0')).toBe('$& 0 + 1')
    expect(matcher('2.5').matches('2x5')).toBe(false)
  })

  it('finds any text in itself and replaces it wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string(), fc.string(), fc.string(), (text, before, after, by) => {
        const wanted = { text, matchCase: true, wholeCell: false }
        expect(matcherOf(wanted)?.matches(before + text + after)).toBe(true)
        expect(matcherOf(wanted)?.replace(before + text + after, by)).toBe((before + text + after).split(text).join(by))
        expect(matcherOf({ ...wanted, matchCase: false })?.matches(before + text + after)).toBe(true)
        expect(matcherOf({ ...wanted, wholeCell: true })?.replace(text, by)).toBe(by)
      }),
    )
  })
})
