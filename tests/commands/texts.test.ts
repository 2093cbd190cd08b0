import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printPurchase, readPurchase } from '#shared/commands/purchase-text.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import { printTags, readTags } from '#shared/commands/tags-text.ts'
import type { PurchaseShare } from '#shared/document/types.ts'

const percent = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((share) => `${String(share)}%`),
  fc.constantFrom('12.5%', '=coverage', '=min(1, peak / 10)', '=part + rest'),
)
const time = fc.option(fc.constantFrom('20 h', '5 min', '0.2', '=calm * 1 h', '=max(1, calm + 2) * 1 h'), { nil: undefined })
const times = fc.record({ interruption: time, checkpoint: time, restart: time })
const discount = fc.option(fc.constantFrom('30%', '7.5%', '=agreed'), { nil: undefined })
const share: fc.Arbitrary<PurchaseShare> = fc.oneof(
  fc.record({ coverage: percent, discount, times }).map(({ coverage, discount: off, times: said }) => ({
    kind: 'spot' as const,
    coverage,
    ...(off === undefined ? {} : { discount: off }),
    ...(said.interruption === undefined ? {} : { interruption: said.interruption }),
    ...(said.checkpoint === undefined ? {} : { checkpoint: said.checkpoint }),
    ...(said.restart === undefined ? {} : { restart: said.restart }),
  })),
  fc
    .record({
      term: fc.constantFrom('1y' as const, '3y' as const),
      payment: fc.constantFrom('no-upfront' as const, 'partial-upfront' as const, 'all-upfront' as const),
      coverage: percent,
      discount,
    })
    .map(({ discount: off, ...rest }) => ({ kind: 'reserved' as const, ...rest, ...(off === undefined ? {} : { discount: off }) })),
)

describe('how a row is bought, as text', () => {
  it('reads what it prints', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 3 }), (shares) => {
        expect(readPurchase(printPurchase(shares))).toEqual(shares)
      }),
    )
  })

  it.each([
    ['', []],
    ['on-demand', []],
    ['1 yr RI', [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }]],
    ['1y RI', [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }]],
    ['Reserved 3 years, all upfront', [{ kind: 'reserved', term: '3y', payment: 'all-upfront', coverage: '100%' }]],
    ['3y partial upfront 40 %', [{ kind: 'reserved', term: '3y', payment: 'partial-upfront', coverage: '40%' }]],
    ['SPOT 80%', [{ kind: 'spot', coverage: '80%' }]],
    ['spot, interrupted every 20 h,checkpoint 5 min', [{ kind: 'spot', coverage: '100%', interruption: '20 h', checkpoint: '5 min' }]],
    [
      'Spot =a + b at 60% off, Restart 2 min + 1y 10%',
      [
        { kind: 'spot', coverage: '=a + b', discount: '60%', restart: '2 min' },
        { kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '10%' },
      ],
    ],
  ])('reads “%s” as people write it', (text, shares) => {
    expect(readPurchase(text)).toEqual(shares)
  })

  it.each(['5y', 'spot lots', 'lease', '2 years', '1y 50% 20%', '+', 'spot, interrupted', 'spot, restart', '1y, restart 5 min'])(
    'does not guess at “%s”',
    (text) => {
      expect(readPurchase(text)).toBeNull()
    },
  )

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPurchase(text) ?? []).toBeInstanceOf(Array)
      }),
    )
  })
})

describe('tags as text', () => {
  const word = fc.stringMatching(/^[A-Za-z][\w.-]{0,8}$/)

  it('reads what it prints', () => {
    fc.assert(
      fc.property(fc.dictionary(word, fc.oneof(word, fc.constant(''), fc.constant('a=b'))), (tags) => {
        expect(readTags(printTags(tags))).toEqual(tags)
      }),
    )
  })

  it('keeps harmless what names things of the language', () => {
    expect(readTags('__proto__=x')).toEqual(Object.fromEntries([['__proto__', 'x']]))
    expect(Object.getPrototypeOf(readTags('__proto__=x'))).toBe(Object.prototype)
  })

  it('refuses tags without a name and tags said twice', () => {
    for (const text of ['=ml', 'team=ml, =x', 'team=ml, team=web']) expect(isRefusal(readTags(text))).toBe(true)
  })
})
