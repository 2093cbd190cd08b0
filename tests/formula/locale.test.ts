import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentSeparator, canonicalise, localise, readCell } from '#shared/formula/index.ts'

describe('text in a locale', () => {
  it.each([
    ['de-DE', '1.234,5', '1,234.5'],
    ['de-DE', '=1.000 * 2,5', '=1,000 * 2.5'],
    ['de-DE', '=max(1.000; 2,5; ,5)', '=max(1000, 2.5, .5)'],
    ['de-DE', '=max(a2;5)', '=max(a2,5)'],
    ['de-DE', '=max(a, b)', '=max(a, b)'],
    ['de-DE', '=cost("a;b 1,5")*1,5', '=cost("a;b 1,5")*1.5'],
    ['de-DE', '1,5e3', '1.5e3'],
    ['de-DE', '12,5 %', '12.5 %'],
    ['de-DE', '1.5', '1.5'],
    ['fr-FR', '1 234,5', '1,234.5'],
    ['fr-FR', '1\u202f234\u00a0567,5 GB', '1,234,567.5 GB'],
    ['fr-FR', '=if(a > 1 000; 2,5; 3)', '=if(a > 1000, 2.5, 3)'],
    ['de-CH', '1’234.5', '1,234.5'],
    ['de-CH', "1'234.5", '1,234.5'],
    ['en-IN', '12,34,567.5', '1234567.5'],
    ['en-IN', '1,234', '1,234'],
    ['en-IN', '=max(1,23,456)', '=max(1,23,456)'],
    ['en-US', '=max(1,000, 2.5)', '=max(1,000, 2.5)'],
  ])('%s: %s is %s in the document', (locale, typed, text) => {
    expect(canonicalise(typed, locale).replaceAll(/,\s*/g, ', ')).toBe(text.replaceAll(/,\s*/g, ', '))
  })

  it.each([
    ['de-DE', '=max(1.5,2)*1,000', '=max(1,5;2)*1.000'],
    ['fr-FR', '1,234.5', '1\u202f234,5'],
    ['en-US', '1,234.5', '1,234.5'],
  ])('%s: %s is edited as %s', (locale, text, shown) => {
    expect(localise(text, locale)).toBe(shown)
  })

  it('groups with the apostrophe of the locale and keeps its commas', () => {
    expect(localise('=max(1,2)+1,000', 'de-CH')).toMatch(/^=max\(1,2\)\+1['’]000$/)
  })

  it('separates arguments as the locale does', () => {
    expect(argumentSeparator('de')).toBe(';')
    expect(argumentSeparator('en')).toBe(',')
    expect(argumentSeparator('de-CH')).toBe(',')
  })

  const number = fc.oneof(
    fc.constantFrom(
      '1,000',
      '1,234.5',
      '.5',
      '0.25',
      '1e6',
      '1.5e-3',
      '10',
      '5%',
      '10 TB',
      '3 h/day',
      '12,345,678',
      '1.',
      '1.500',
      '$1,000.50',
      '2.5k',
    ),
    fc.double({ min: 0, max: 1e12, noNaN: true }).map(String),
    fc.integer({ min: 0, max: 1e9 }).map((value) => value.toLocaleString('en-US')),
  )
  const flat = number.map((text) => text.replaceAll(',', ''))
  const inner = fc.oneof(flat, fc.constantFrom('a', 'a2', 'x_5', 'cost("1,5;""2.5")', 'pi'))
  const operator = fc.constantFrom(' + ', '*', '/', '-', ' >= ', '^', ' and ')
  const call = fc
    .tuple(fc.constantFrom('max', 'min', 'sum'), fc.array(inner, { minLength: 1, maxLength: 4 }), fc.constantFrom(',', ', ', ' , '))
    .map(([name, args, comma]) => `${name}(${args.join(comma)})`)
  const text = fc.oneof(
    number,
    fc
      .array(fc.oneof(number, call, inner), { minLength: 1, maxLength: 5 })
      .chain((parts) => operator.map((sign) => `=${parts.join(sign)}`)),
  )
  const locale = fc.constantFrom('de-DE', 'fr-FR', 'de-CH', 'en-US', 'en-IN', 'es-ES', 'pl-PL', 'pt-BR', 'sv-SE', 'ar-EG', 'ja-JP')

  it('comes back from editing as it was', () => {
    fc.assert(
      fc.property(text, locale, (canonical, of) => {
        expect(canonicalise(localise(canonical, of), of)).toBe(canonical)
      }),
      { numRuns: 3000 },
    )
  })

  it('means the same number however it is typed', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), locale, (value, of) => {
        const shown = new Intl.NumberFormat(of, { maximumFractionDigits: 3, numberingSystem: 'latn' })
          .format(value)
          .replaceAll(/[\u200e\u200f\u061c]/g, '')
          .replace('−', '-')
        const cell = readCell(canonicalise(shown, of))
        expect(cell.kind === 'literal' ? Math.abs(cell.value - value) : shown).toBeLessThan(0.00051 + Math.abs(value) * 1e-15)
      }),
    )
  })
})
