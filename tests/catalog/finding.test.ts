import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything } from '#pricing/catalog/finding/filter.ts'
import type { PriceFilter } from '#pricing/catalog/finding/filter.ts'
import { findRows } from '#pricing/catalog/finding/find.ts'
import { listTerms, priceList } from '#pricing/catalog/finding/price-list.ts'
import { readQuery } from '#pricing/catalog/finding/query.ts'
import { sortRows } from '#pricing/catalog/finding/sort.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'

const book = bundledBook()
const list = priceList(book)
const thing = (row: number) => list.things[list.thing[row] ?? -1]!
const place = (row: number) => list.places[list.place[row] ?? -1]!
const name = (row: number) => `${thing(row).id}@${place(row).code}`
const find = (text: string, filter: Partial<PriceFilter> = {}, home?: string) => [
  ...findRows(list, { text, filter: { ...everything, ...filter }, ...(home === undefined ? {} : { home }) }),
]

describe('a list of all prices', () => {
  it('has a row for every machine in every region where it has a price, and for every rate where it is listed', () => {
    const machines = (['aws', 'google', 'azure'] as const).flatMap((cloud) =>
      book.sizes(cloud).flatMap(({ size }) => book.regions(cloud).filter((region) => book.compute(cloud, size, region, 'on-demand').ok)),
    )
    const rates = book.matches('{key}').flatMap((key) => book.soldIn(key))
    expect(list.rows).toBe(machines.length + rates.length)
    expect(list.rows).toBeGreaterThan(48_000)
  })

  it('has the prices of the book, unknown ones as unknown', () => {
    fc.assert(
      fc.property(fc.nat(list.rows - 1), (row) => {
        const { cloud, id, size } = thing(row)
        const rate = book.rate(id, place(row).code)
        const known = listTerms.map((term) => {
          if (size === null) return term === 'on-demand' && rate.ok ? rate.value.tiers[0]!.price : NaN
          const found = book.compute(cloud, id, place(row).code, term)
          return found.ok ? found.value.hourly : NaN
        })
        expect(listTerms.map((term) => list.prices[term][row])).toEqual(known)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of an empty book is empty', () => {
    const empty = priceList(overlayBook(null, { rates: [] }))
    expect(empty.rows).toBe(0)
    expect([...findRows(empty, { text: 't3' })]).toEqual([])
    expect([...findRows(empty, { text: '' })]).toEqual([])
  })

  it('takes in what is laid over a book', () => {
    const over = priceList(overlayBook(book, { rates: [{ key: 'aws.nat-gateway/hour', region: 'eu-south-9', unit: 'hour', price: 0.5 }] }))
    const [row] = findRows(over, { text: 'nat gateway hour eu-south-9' })
    expect(over.prices['on-demand'][row!]).toBe(0.5)
  })
})

describe('finding prices', () => {
  it('puts the region where a person is first under each size', () => {
    expect(find('t3.med', {}, 'eu-west-1').slice(0, 2).map(name)).toEqual(['t3.medium@eu-west-1', 't3.medium@ap-northeast-1'])
  })

  it('understands a region by its city, its country or its code', () => {
    for (const text of ['m5.xlarge frankfurt', 'germany m5.xlarge', 'm5.xlarge eu-central-1', 'M5.XLARGE Frankfurt'])
      expect(name(find(text)[0]!)).toBe('m5.xlarge@eu-central-1')
    expect(name(find('t3.micro são paulo')[0]!)).toBe('t3.micro@sa-east-1')
    expect(name(find('t3.micro sao paulo')[0]!)).toBe('t3.micro@sa-east-1')
  })

  it('finds prices of services by the words people use', () => {
    expect(find('nat gateway ireland').map(name)).toEqual(['aws.nat-gateway/data-processed@eu-west-1', 'aws.nat-gateway/hour@eu-west-1'])
    expect(name(find('s3 standard storage', {}, 'us-east-1')[0]!)).toBe('aws.s3-standard/storage@us-east-1')
  })

  it('finds a price of all regions by the name of any', () => {
    const group = [...list.place].findIndex((_, row) => place(row).code === 'tier-1')
    expect(find(`${thing(group).id} belgium`)).toContain(group)
    expect(find(`${thing(group).id} frankfurt`)).not.toContain(group)
  })

  it('reads a shape: figures with a unit ask for exactly so much, the cheapest first', () => {
    const rows = find('8 vcpu 32 gb arm')
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.every((row) => thing(row).size?.vcpu === 8 && thing(row).size?.memoryGib === 32)).toBe(true)
    expect(rows.every((row) => thing(row).size?.architecture === 'arm64')).toBe(true)
    const prices = rows.map((row) => list.prices['on-demand'][row]!).filter((price) => !Number.isNaN(price))
    expect(prices).toEqual(prices.toSorted((a, b) => a - b))
  })

  it('answers a shape that no size has with somewhat larger ones, and one beside a service with the service', () => {
    const rows = find('7 vcpu 30 gb')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => thing(row).size!.vcpu >= 7 && thing(row).size!.vcpu <= 14 && thing(row).size!.memoryGib >= 30)).toBe(true)
    expect(find('nat-gateway/hour 50 gb').map((row) => thing(row).id)).toContain('aws.nat-gateway/hour')
  })

  it('finds GPUs by their model and number', () => {
    expect(find('a100').every((row) => /a100/i.test(`${thing(row).size?.gpuModel ?? ''} ${thing(row).id}`))).toBe(true)
    const four = find('4 x a100')
    expect(four.length).toBeGreaterThan(0)
    expect(four.every((row) => thing(row).size?.gpuCount === 4)).toBe(true)
  })

  it('lets through what a filter lets through, and nothing else', () => {
    const filter: Partial<PriceFilter> = {
      clouds: ['aws', 'azure'],
      geographies: ['Europe'],
      kind: 'machines',
      vcpu: { from: 4, to: 8 },
      memoryGib: { from: 16, to: null },
      architecture: 'x86_64',
      price: { from: null, to: 0.25 },
    }
    const rows = new Set(find('', filter))
    expect(rows.size).toBeGreaterThan(100)
    const wrong = Array.from({ length: list.rows }, (_, row) => row).filter((row) => {
      const { cloud, size } = thing(row)
      const passes =
        size !== null &&
        cloud !== 'google' &&
        place(row).geography === 'Europe' &&
        size.vcpu >= 4 &&
        size.vcpu <= 8 &&
        size.memoryGib >= 16 &&
        size.architecture === 'x86_64' &&
        list.prices['on-demand'][row]! <= 0.25
      return passes !== rows.has(row)
    })
    expect(wrong.map(name)).toEqual([])
  })

  it('shows a price of a whole group of regions to whoever asks for one of them', () => {
    const rows = find('', { regions: ['eastus'], clouds: ['azure'], kind: 'other' })
    expect(new Set(rows.map((row) => place(row).code))).toEqual(new Set(['eastus', 'global', 'na-eu', 'zone-1']))
  })

  it('gives the same rows for the words in any order, each once, and fewer for more words', () => {
    const words = ['m5', 'standard', 'eu', 'ireland', 'storage', 'a100', 'gp3', 'arm', 'xlarge', 'aws', 'lambda', '2']
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...words), { maxLength: 4 }), (typed) => {
        const rows = find(typed.join(' '))
        expect(new Set(rows).size).toBe(rows.length)
        expect(new Set(find(typed.toReversed().join(' ')))).toEqual(new Set(rows))
        const wider = new Set(find(typed.slice(1).join(' ')))
        expect(rows.every((row) => wider.has(row))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('survives whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(find(text).every((row) => row < list.rows)).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(() => find(Array.from({ length: 200 }, (_, at) => `w${String(at)}`).join(' '))).not.toThrow()
  })
})

describe('a query', () => {
  it('keeps figures inside the names of sizes as they are', () => {
    expect(readQuery('m5.2xlarge')).toEqual({ words: ['m5.2xlarge'], shape: {} })
    expect(readQuery('e2-standard-4')).toEqual({ words: ['e2-standard-4'], shape: {} })
    expect(readQuery('16GB')).toEqual({ words: [], shape: { memoryGib: 16 } })
    expect(readQuery('0,5 GiB RAM, 2 vCPUs')).toEqual({ words: [], shape: { memoryGib: 0.5, vcpu: 2 } })
    expect(readQuery('4x a100')).toEqual({ words: ['gpu', 'a100'], shape: { gpuCount: 4 } })
  })
})

describe('sorting prices', () => {
  const rows = findRows(list, { text: 'm5' })

  it('puts unknown figures last either way and loses no row', () => {
    for (const descending of [false, true]) {
      const sorted = sortRows(list, rows, 'spot', descending)
      const prices = [...sorted].map((row) => list.prices.spot[row]!)
      const known = prices.filter((price) => !Number.isNaN(price))
      expect(prices.slice(0, known.length)).toEqual(known)
      expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)))
      expect(new Set(sorted)).toEqual(new Set(rows))
    }
  })

  it('takes a machine nobody knows the size of for unknown, not for one without vCPUs and memory', () => {
    const given = (size: string, machine: object) => ({
      cloud: 'aws' as const,
      size,
      region: 'us-east-1',
      hourly: { 'on-demand': 0.5 },
      machine,
    })
    const own = priceList(overlayBook(null, { compute: [given('x1.unsaid', {}), given('x1.large', { vcpu: 2, memoryGib: 4 })] }))
    const both = findRows(own, { text: '' })
    const names = (rows: Uint32Array) => Array.from(rows, (row) => own.things[own.thing[row] ?? -1]?.id)
    for (const by of ['vcpu', 'memory', 'per-vcpu', 'per-gb'] as const) {
      for (const descending of [false, true]) expect(names(sortRows(own, both, by, descending))).toEqual(['x1.large', 'x1.unsaid'])
    }
    for (const figure of ['vcpu', 'memoryGib'] as const) {
      const filter = { ...everything, [figure]: { from: null, to: 8 } }
      expect(names(findRows(own, { text: '', filter }))).toEqual(['x1.large'])
    }
  })

  it('orders by price of a vCPU and of a GB, by name and by place', () => {
    const machines = findRows(list, { text: '', filter: { ...everything, kind: 'machines', clouds: ['google'] } })
    const perVcpu = [...sortRows(list, machines, 'per-vcpu', false)].map((row) => list.prices['on-demand'][row]! / thing(row).size!.vcpu)
    expect(perVcpu).toEqual(perVcpu.toSorted((a, b) => a - b))
    const names = [...sortRows(list, machines, 'name', true)].map((row) => thing(row).id)
    expect(names).toEqual(names.toSorted((a, b) => (a === b ? 0 : a < b ? 1 : -1)))
    const codes = [...sortRows(list, machines, 'region', false)].map((row) => place(row).code)
    expect(codes).toEqual(codes.toSorted())
  })
})
