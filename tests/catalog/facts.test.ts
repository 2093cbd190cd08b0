import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCompute } from '#build/prices/compute.ts'
import { clouds, readFacts } from '#build/prices/facts.ts'
import { parseRates } from '#build/prices/rates.ts'
import { parseReserved } from '#build/prices/reserved.ts'
import { parseSources } from '#build/prices/sources.ts'
import { parseAllowances } from '#build/prices/tables.ts'
import { toRates } from '#build/prices/tiers.ts'
import type { BookRate } from '#build/prices/tiers.ts'
import { factsFolder, root } from '#tests/catalog/bundled.ts'

const sources = parseSources('sources.txt', 'page\t2026-11-01\texample.org\ta page\n')

const heading = ['origin\ta\tpage', 'note\t1\tread twice', 'rate\taws.disk/storage\tGB-month']

function rateOf(...lines: readonly string[]): BookRate {
  const [rate] = toRates(parseRates('rates.txt', [...heading, ...lines].join('\n'), sources), new Map())
  if (rate === undefined) throw new Error('no rate')
  return rate
}

const compute = (...lines: readonly string[]) =>
  parseCompute('compute.txt', ['origin,a,page|page,2026-10-01', 'm1.large,m1,2,8,0,,x86_64', ...lines].join('\n'), sources)

describe('the table of sources', () => {
  const facts = readFacts(factsFolder)
  const page = readFileSync(path.join(root, 'docs/prices.md'), 'utf8')

  it('is explained on the prices page, every one', () => {
    const unexplained = [...facts.sources.values()].filter(
      ({ code, date }) => !page.includes(`| \`${code}\` | ${date.slice(0, 4)}`) && !page.includes(`| \`${code}\` | `),
    )
    expect(unexplained).toEqual([])
  })

  it('has no source that nothing uses', () => {
    const prices = clouds.flatMap((cloud) => facts.compute[cloud].rows).flatMap((row) => row.prices.map((price) => price?.origin.source))
    const rates = [...facts.rateRows, ...facts.rates].map((row) => row.origin.source.split(' ')[0])
    const small = ['allowances', 'discounts', 'days'].map((name) => readFileSync(path.join(factsFolder, `${name}.txt`), 'utf8')).join('\n')
    const used = new Set([...prices, ...rates, ...facts.reserved.map((row) => row.origin.source), 'nu2605', ...small.split(/[\t\n+]/)])
    expect([...facts.sources.keys()].filter((code) => !used.has(code))).toEqual([])
  })

  it('refuses a source told twice or without a date', () => {
    expect(() => parseSources('s.txt', 'a\t2026\tx\ty\na\t2026\tx\ty')).toThrow('s.txt:2: the source "a" stands here twice')
    expect(() => parseSources('s.txt', 'a\tyesterday\tx\ty')).toThrow('s.txt:1: "yesterday" is not a date')
    expect(() => parseSources('s.txt', 'a\t2026-13-01\tx\ty')).toThrow('is not a date')
  })
})

describe('a table of machines', () => {
  it('is read with its sources and dates', () => {
    expect(compute(' here,0.1,,,,a').rows[0]?.prices[0]).toEqual({
      value: 0.1,
      origin: { source: 'page', date: '2026-10-01', note: '', derived: false },
    })
    expect(compute(' here,0.1,0.04,,,a').rows[0]?.prices[1]?.origin.date).toBe('2026-11-01')
  })

  it('keeps an empty price unknown', () => {
    expect(compute(' here,0.1,,,,a').rows[0]?.prices.slice(1)).toEqual([null, null, null])
  })

  it.each([
    [' here,0,,,,a', 'compute.txt:3: the on-demand price is 0; leave the field empty'],
    [' here,-1,,,,a', 'compute.txt:3: the on-demand price "-1" is not a plain number'],
    [' here,1e3,,,,a', 'is not a plain number'],
    [' here,NaN,,,,a', 'is not a plain number'],
    [' here,0.1234567,,,,a', 'has more than six decimals'],
    [' here,0.1,,0.05,,a', 'the 1-year price has no source'],
    [' here,0.1,,,,b', 'the origin "b" is not declared'],
    [' ,0.1,,,,a', 'the region is missing'],
  ])('refuses "%s"', (line, message) => {
    expect(() => compute(line)).toThrow(message)
  })

  it('refuses a region or a size told twice', () => {
    expect(() => compute(' here,1,,,,a', ' here,2,,,,a')).toThrow('compute.txt:4: m1.large has two lines for here')
    expect(() => compute('m1.large,m1,2,8,0,,x86_64')).toThrow('compute.txt:3: the size m1.large stands here twice')
  })

  it('refuses a source that is not in the list of sources', () => {
    expect(() => parseCompute('c.txt', 'origin,a,rumour,2026', sources)).toThrow('c.txt:1: the source "rumour" is not known')
  })
})

describe('a table of reserved prices', () => {
  const reserved = (line: string) => parseReserved('r.txt', `origin,a,page,2026\nm1.large\n ${line}`, sources)

  it('is read by term, payment and offering', () => {
    expect(
      reserved('here,1y-all=165,3y-no=0.02@a,1y-no-convertible=0.03').map(({ term, payment, offering, value }) => [
        term,
        payment,
        offering,
        value,
      ]),
    ).toEqual([
      ['1y', 'all-upfront', 'standard', 165],
      ['3y', 'no-upfront', 'standard', 0.02],
      ['1y', 'no-upfront', 'convertible', 0.03],
    ])
  })

  it.each(['here,2y-all=165', 'here,1y-all=165.5', 'here,1y-all=0', 'here,1y-no=0', 'here,1y-all=1@z', 'here,1y-all=1,1y-all=2'])(
    'refuses "%s"',
    (line) => {
      expect(() => reserved(line)).toThrow(/^r\.txt:3: /)
    },
  )
})

describe('a table of rates', () => {
  it('joins tiers', () => {
    const rate = rateOf('\there\t0..100\t0.2\t\ta\t2026-10', '\there\t100..\t0.1\t\ta\t2026-10\t1')
    expect(rate).toMatchObject({
      tiers: [
        { to: 100, price: 0.2 },
        { to: Infinity, price: 0.1 },
      ],
      covered: Infinity,
      free: 0,
    })
    expect(rate.origin.note).toBe('read twice')
  })

  it('counts tiers from the first paid unit when the ones below are the free allowance', () => {
    const rate = rateOf('\there\t5..105\t0.2\t5\ta\t2026\t\tallowance', '\there\t105..\t0.1\t5\ta\t2026')
    expect(rate).toMatchObject({
      tiers: [
        { to: 100, price: 0.2 },
        { to: Infinity, price: 0.1 },
      ],
      free: 5,
    })
  })

  it('ends at a declared gap', () => {
    const rate = rateOf('\there\t0..100\t0.2\t\ta\t2026', '\there\t500..\t0.1\t\ta\t2026\t\tgap')
    expect(rate).toMatchObject({ tiers: [{ to: 100, price: 0.2 }], covered: 100, unreachable: 1 })
  })

  it.each([
    [['\there\t0..100\t0.2\t\ta\t2026', '\there\t500..\t0.1\t\ta\t2026'], 'rates.txt:5: nothing says what the units from 100 to 500 cost'],
    [['\there\t0..100\t0.2\t\ta\t2026', '\there\t50..\t0.1\t\ta\t2026'], 'rates.txt:5: the tier from 50 overlaps'],
    [['\there\t5..\t0.2\t\ta\t2026'], 'nothing says what the units from 0 to 5 cost'],
    [['\there\t5..\t0.2\t6\ta\t2026\t\tallowance'], 'the tier begins at 5 but the free allowance is 6'],
    [['\there\t\t0\t\ta\t2026'], 'the price is 0; mark the line "zero"'],
    [['\there\t\t\t\ta\t2026'], 'the price is missing'],
    [['\there\t9..3\t1\t\ta\t2026'], 'ends before it begins'],
    [['\there\t3\t1\t\ta\t2026'], 'is no tier'],
    [['\there\t\t1\t\ta\tsoon'], '"soon" is not a date'],
    [['\there\t\t1\t\tz\t2026'], 'the origin "z" is not declared'],
    [['\there\t\t1\t\ta\t2026\t7'], 'the note "7" is not declared'],
    [['\there\t\t1\t\ta\t2026\t\tcheap'], 'the mark "cheap" is not known'],
  ])('refuses %j', (lines, message) => {
    expect(() => rateOf(...lines)).toThrow(message)
  })

  it('refuses a key that counts in two units, in one region and in another', () => {
    const month = ['\there\t\t1\t\ta\t2026', 'rate\taws.disk/storage\tGB-hour', '\tthere\t\t1\t\ta\t2026']
    expect(() => rateOf(...month)).toThrow('rates.txt:5: aws.disk/storage is priced per GB-hour here and per GB-month above')
  })

  it('refuses a key of another form and a line of another kind', () => {
    expect(() => parseRates('r.txt', 'rate\tebs\tGB', sources)).toThrow('r.txt:1: "ebs" is not a key')
    expect(() => parseRates('r.txt', 'price\tx\ty', sources)).toThrow('r.txt:1: a line begins with "price"')
  })

  it('gives tiers that follow each other from 0, however they are cut and wherever they begin', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 6 }).map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(cuts, fc.boolean(), fc.boolean(), (ends, allowance, open) => {
        const bounds = [...(allowance ? [] : [0]), ...ends]
        const lines = bounds.flatMap((from, i) => {
          const to = bounds[i + 1]
          if (to === undefined && !open && i > 0) return []
          return [
            `\there\t${from}..${to ?? ''}\t${i + 1}\t${allowance ? bounds[0] : ''}\ta\t2026\t\t${allowance && i === 0 ? 'allowance' : ''}`,
          ]
        })
        const rate = rateOf(...lines)
        const total = rate.tiers.at(-1)?.to
        const shift = allowance ? (bounds[0] ?? 0) : 0
        expect(rate.tiers.map((tier) => tier.to)).toEqual([
          ...bounds.slice(1).map((bound) => bound - shift),
          ...(open || bounds.length === 1 ? [Infinity] : []),
        ])
        expect(rate.covered).toBe(total)
        expect(rate.free).toBe(shift)
        expect(rate.tiers.every((tier) => tier.price > 0)).toBe(true)
      }),
    )
  })
})

describe('a table of allowances', () => {
  const line = (key: string, kind: string) => `aws\tdisk\tstorage\t5\tGB-month\t${kind}\tpage\t${key}`

  it('gives always-free amounts to the keys it names', () => {
    const table = parseAllowances('a.txt', line('aws.disk/storage', 'always-free'), sources, new Set(['aws.disk/storage']))
    expect(table.byKey.get('aws.disk/storage')).toBe(5)
  })

  it('refuses to apply what only new customers get, or a key without a price', () => {
    expect(() => parseAllowances('a.txt', line('aws.disk/storage', '12-month'), sources, new Set(['aws.disk/storage']))).toThrow(
      'new customers only',
    )
    expect(() => parseAllowances('a.txt', line('aws.disk/storag', 'always-free'), sources, new Set(['aws.disk/storage']))).toThrow(
      'has no price in build/facts/rates',
    )
  })
})
