import { describe, expect, it } from 'vitest'
import { decode } from '#pricing/catalog/decode.ts'
import { encode } from '#pricing/catalog/encode.ts'
import { importPrices } from '#pricing/catalog/import/import.ts'
import { bookInfo } from '#pricing/catalog/info.ts'
import { awsRules } from '#pricing/catalog/import/aws/rules.ts'
import { azureRules } from '#pricing/catalog/import/azure/rules.ts'
import { googleRules } from '#pricing/catalog/import/google/rules.ts'
import { pack } from '#pricing/catalog/pack.ts'
import { bookPrices } from '#pricing/catalog/prices.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook, bundledBytes } from '#tests/catalog/bundled.ts'
import {
  awsCsv,
  azureJson,
  fileOf,
  googleJson,
  googleSku,
  imported,
  importOf,
  machineCells,
  refused,
  standard,
} from '#tests/catalog/import/lists.ts'

const rates = `key,region,unit,from,to,price,currency,as-of,sku,source,note,free
aws.ebs-gp3/storage,eu-central-1,GB-month,,,0.0952,USD,2026-11-01,GP3,our contract,until March,
aws.s3-standard/storage,eu-central-1,GB-month,51200,,0.0235,usd,,,,,5
aws.s3-standard/storage,eu-central-1,GB-month,0,51200,0.0245,USD,,,,,5
`
const machines = `cloud,size,region,on-demand,spot,1y,3y,vcpu,memory,currency,architecture
aws,m6i.large,eu-central-1,0.115,,0.07245,,2,8,USD,
google,x9-own-4,europe-west1,0.5,0.1,,,4,32,USD,arm64
`

describe('a price list in our own columns', () => {
  it('gives prices with their tiers, SKUs, dates, sources and notes', async () => {
    const { book, report } = await imported([fileOf(rates, 'ours.csv')])
    expect(report).toMatchObject({ records: 3, understood: 3, unknown: [], leftOut: [] })
    expect(book.rate('aws.ebs-gp3/storage', 'eu-central-1')).toMatchObject({
      value: { unit: 'GB-month', source: { sku: 'GP3', asOf: '2026-11-01', source: 'our contract', note: 'until March' } },
    })
    expect(book.rate('aws.s3-standard/storage', 'eu-central-1')).toMatchObject({
      value: {
        tiers: [
          { to: 51_200, price: 0.0245 },
          { from: 51_200, to: Infinity, price: 0.0235 },
        ],
        freeAllowance: 5,
        source: { source: 'ours.csv', asOf: '2026-11-22' },
      },
    })
  })

  it('gives machines, and knows of a known size what the list does not say', async () => {
    const { book } = await imported([fileOf(machines)])
    expect(book.compute('aws', 'm6i.large', 'eu-central-1', 'reserved-1y-no-upfront')).toMatchObject({ value: { hourly: 0.07245 } })
    expect(book.compute('aws', 'm6i.large', 'eu-central-1', 'spot').ok).toBe(false)
    expect(book.size('aws', 'm6i.large')).toMatchObject({ architecture: 'x86_64' })
    expect(book.size('google', 'x9-own-4')).toMatchObject({ vcpu: 4, memoryGib: 32, architecture: 'arm64' })
  })

  it.each([
    ['a column nobody knows', 'key,region,unit,price,currency,colour\n', /no column "colour"/],
    ['a column twice', 'key,key,currency\n', /twice/],
    ['no column for the currency', 'key,region,unit,price\n', /"currency" is missing/],
    ['another currency', 'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,1,EUR\n', /line 2: The list has prices in EUR/],
    ['no currency', 'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,1,\n', /line 2: The list has no currency/],
    ['a negative price', 'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,-1,USD\n', /line 2: The price is -1, below zero/],
    [
      'a price with a comma',
      'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,"0,5",USD\n',
      /line 2: The price "0,5" is not a number/,
    ],
    [
      'a comma in a number',
      'key,currency,region,unit,price\naws.alb/hour,USD,us-east-1,hour,0,5\n',
      /line 2: The row has 6 fields, .* 5 columns/,
    ],
    [
      'a comma in a number before an empty column',
      'key,currency,region,unit,price,note\naws.alb/hour,USD,us-east-1,hour,0,5,\n',
      /line 2: The row has 7 fields/,
    ],
    [
      'a date that is none',
      'key,region,unit,price,currency,as-of\naws.alb/hour,us-east-1,hour,1,USD,01.11.2026\n',
      /line 2: "01.11.2026" under as-of is no date/,
    ],
    [
      'a day that does not exist',
      'key,region,unit,price,currency,as-of\naws.alb/hour,us-east-1,hour,1,USD,2026-02-30\n',
      /line 2: "2026-02-30" under as-of is no date/,
    ],
    ['an infinite price', 'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,1e999,USD\n', /not a number/],
    ['a key that is none', 'key,region,unit,price,currency\nalb,us-east-1,hour,1,USD\n', /"alb" is not a key/],
    ['a price without a region', 'key,region,unit,price,currency\naws.alb/hour,,hour,1,USD\n', /"region" is empty/],
    ['a row that is neither', 'key,size,currency\n,,USD\n', /needs a key or a size/],
    ['a machine without a price', 'cloud,size,region,on-demand,currency\naws,m6i.large,us-east-1,,USD\n', /has no price/],
    ['a machine of no cloud', 'cloud,size,region,on-demand,currency\noracle,m6i.large,us-east-1,1,USD\n', /"oracle" is no cloud/],
    [
      'two prices for one thing',
      'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,1,USD\naws.alb/hour,us-east-1,hour,2,USD\n',
      /line 3: The list gives another price/,
    ],
    [
      'tiers that overlap',
      'key,region,unit,from,to,price,currency\naws.alb/hour,us-east-1,hour,0,10,1,USD\naws.alb/hour,us-east-1,hour,5,,1,USD\n',
      /line 3: Two tiers .* overlap/,
    ],
    [
      'a tier that ends before it begins',
      'key,region,unit,from,to,price,currency\naws.alb/hour,us-east-1,hour,5,5,1,USD\n',
      /ends at 5, where it begins/,
    ],
    [
      'a unit that is not the book’s',
      'key,region,unit,price,currency\naws.ebs-gp3/storage,us-east-1,request,1,USD\n',
      /line 2: aws\.ebs-gp3\/storage is priced by the GB-month, not by the request/,
    ],
    ['only a head', 'key,region,unit,price,currency\n', /hold no price/],
  ])('is refused whole for %s, with the line', async (_, text, message) => {
    expect((await refused([fileOf(text, 'ours.csv')])).message).toMatch(message)
  })

  it('is named where it contradicts itself, or another list', async () => {
    const head = 'key,region,unit,from,to,price,currency\n'
    const first = fileOf(`${head}aws.alb/hour,us-east-1,hour,0,10,1,USD\n`, 'first.csv')
    const second = fileOf(`${head}aws.alb/hour,us-east-1,hour,5,,1,USD\n`, 'second.csv')
    expect((await refused([first, second])).message).toMatch(/^second\.csv, line 2: Two tiers .* overlap/)
  })

  it('notes keys and regions that nobody knows, each once', async () => {
    const { report } = await imported([
      fileOf(`key,region,unit,price,currency,cloud,size,on-demand
aws.nonsense/thing,us-east-1,hour,1,USD,,,
aws.nonsense/thing,us-west-2,hour,1,USD,,,
aws.alb/hour,mars-1,hour,1,USD,,,
aws.alb/hour,all,hour,1,USD,,,
,mars-1,,,USD,aws,m6i.large,0.1
,moon-2,,,USD,azure,Standard_D2s_v5,0.1
`),
    ])
    expect(report.warnings).toEqual([
      expect.stringMatching(/^line 2: the bundled book has no price called aws\.nonsense\/thing/),
      expect.stringMatching(/^line 4: "mars-1" is no known region of AWS/),
      expect.stringMatching(/^line 7: "moon-2" is no known region of Azure/),
    ])
  })

  it('notes nothing of any price that the bundled book has', async () => {
    const rows = decode(bundledBytes()).rates.map(({ key, region, unit }) => `${key},${region},${unit},1,USD`)
    const { report } = await imported([fileOf(`key,region,unit,price,currency\n${rows.join('\n')}\n`, 'all', 'auto', 1 << 20)])
    expect(report).toMatchObject({ records: rows.length, understood: rows.length, warnings: [] })
  }, 60_000)

  it('takes a price said twice alike for said once', async () => {
    const twice = 'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,1,USD\naws.alb/hour,us-east-1,hour,1.0,USD\n'
    expect((await imported([fileOf(twice)])).info.count).toBe(1)
  })

  it('knows a price only as far as its tiers go without a hole, and says where they end', async () => {
    const holed =
      'key,region,unit,from,to,price,currency\naws.alb/hour,us-east-1,hour,0,10,1,USD\naws.alb/hour,us-east-1,hour,20,,0.5,USD\n'
    const { book, report } = await imported([fileOf(holed)])
    expect(book.rate('aws.alb/hour', 'us-east-1')).toMatchObject({ value: { covered: 10 } })
    expect(report.warnings).toEqual(['Nothing says what aws.alb/hour in us-east-1 costs from 10 to 20: its price ends there.'])
  })
})

describe('a file that is no price list', () => {
  it.each([
    ['an empty one', new Uint8Array(0), /empty/],
    ['text in UTF-16', Uint8Array.from([0xff, 0xfe, 0x6b, 0]), /UTF-16/],
    ['a compressed one', Uint8Array.from([0x1f, 0x8b, 8, 0]), /compressed/],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4]), /compressed/],
    ['a web page', new TextEncoder().encode('<!doctype html><html>'), /web page/],
    ['JSON of something else', new TextEncoder().encode('{"hello":1}'), /no price list/],
    ['a list of JSON', new TextEncoder().encode('[1,2]'), /no price list/],
  ])('is refused: %s', async (_, bytes, message) => {
    expect((await refused([fileOf(bytes)])).message).toMatch(message)
  })

  it('is refused when it changed while it was read', async () => {
    const file = { ...fileOf(rates), size: 3 }
    expect((await refused([file])).message).toMatch(/instead of 3/)
  })
})

describe('an import', () => {
  it('keeps every price of its base that the lists do not give, and says so', async () => {
    const base = bundledBytes()
    const { book, info, bytes: written } = await imported([fileOf(rates, 'ours.csv'), fileOf(machines, 'machines.csv')], { base })
    expect(book.rate('aws.ebs-gp3/storage', 'eu-central-1')).toMatchObject({
      value: { tiers: [{ price: 0.0952 }], source: { book: 'mine' } },
    })
    expect(book.rate('aws.ebs-gp3/storage', 'us-east-1')).toMatchObject({ value: { source: { book: 'mine' } } })
    expect(book.compute('aws', 'm6i.large', 'eu-central-1', 'spot')).toMatchObject({ value: { hourly: expect.any(Number) } })
    expect(info).toMatchObject({ id: 'mine', source: 'import', note: `ours.csv, machines.csv; over ${bundledBook().id}` })
    expect(info).toEqual(bookInfo(written))
    const all = (bytes: Uint8Array) => new Set(bookPrices(bytes).map(({ key, region }) => `${key} ${region}`))
    const after = all((await imported([fileOf(rates)], { base })).bytes)
    expect([...all(base)].filter((place) => !after.has(place))).toEqual([])
  }, 120_000)

  it('keeps the free allowance of its base where the list says nothing of one', async () => {
    const rate = decode(bundledBytes()).rates.find(({ free }) => free > 0)
    const list = `key,region,unit,price,currency\n${rate!.key},${rate!.region},${rate!.unit},0.5,USD\n`
    const { book } = await imported([fileOf(list)], { base: bundledBytes() })
    expect(book.rate(rate!.key, rate!.region)).toMatchObject({ value: { freeAllowance: rate!.free, tiers: [{ price: 0.5 }] } })
  })

  it('takes a book like any other list', async () => {
    const first = await imported([fileOf(rates)], { id: 'first' })
    const { book, report } = await imported([fileOf(first.bytes), fileOf(machines)])
    expect(book.rate('aws.ebs-gp3/storage', 'eu-central-1').ok).toBe(true)
    expect(book.compute('aws', 'm6i.large', 'eu-central-1', 'on-demand').ok).toBe(true)
    expect(report.records).toBe(2)
  })

  it('says of one page of several that there is a page after it', async () => {
    const vm = {
      serviceName: 'Virtual Machines',
      productName: 'Virtual Machines Dsv5 Series',
      armSkuName: 'Standard_D2s_v5',
      meterName: 'D2s v5',
      retailPrice: 0.1,
    }
    const page = (next: string | null) => imported([fileOf(azureJson([vm], next), 'azure.json')])
    const note = (name: string) => [
      `${name} is one page of several: unless the page after it is among these files, its prices are missing.`,
    ]
    expect((await page('https://prices.azure.com/next')).report.warnings).toEqual(note('azure.json'))
    expect((await page(null)).report.warnings).toEqual([])
    const disk = googleSku({
      id: 'P',
      description: 'SSD backed PD Capacity in Frankfurt',
      usage: 'OnDemand',
      regions: ['europe-west3'],
      unit: 'GiBy.mo',
      tiers: [[0, '0', 204_000_000]],
    })
    const google = (next: string) => importOf([fileOf(googleJson([disk], next), 'google.json')], { base: bundledBytes() })
    expect(await google('t2')).toMatchObject({ report: { warnings: note('google.json') } })
    expect(await google('')).toMatchObject({ report: { warnings: [] } })
  })

  it('refuses a book without prices like an empty list', async () => {
    const empty = { sizes: [], rows: [] }
    const facts = { id: 'none', asOf: '2026-11-22', compute: { aws: empty, google: empty, azure: empty }, reserved: [], rates: [] }
    const bytes = pack(encode({ ...facts, about: { source: 'import', note: '' } }))
    expect(await refused([fileOf(bytes, 'none.book')])).toMatchObject({ code: 'nothing-understood' })
    expect(await refused([fileOf(bytes, 'none.book')], { base: bundledBytes() })).toMatchObject({ code: 'nothing-understood' })
  })

  it('refuses a damaged book whole', async () => {
    const { bytes } = await imported([fileOf(rates)])
    const damaged = bytes.slice()
    damaged[200] = (damaged[200] ?? 0) ^ 1
    expect(await refused([fileOf(damaged, 'bad.book')])).toMatchObject({ code: 'bad-book', message: expect.stringContaining('bad.book') })
  })

  it('makes the same book of the same lists', async () => {
    const [one, other] = [await imported([fileOf(rates)]), await imported([fileOf(rates, 'list', 'auto', 5)])]
    expect(Buffer.compare(other.bytes, one.bytes)).toBe(0)
  })

  it.each(['', '../up', 'a b', '.hidden', 'x'.repeat(65)])('is refused under the name "%s"', async (id) => {
    expect((await refused([fileOf(rates)], { id })).code).toBe('bad-id')
  })

  it('tells how far it is, and stops between two pieces when asked', async () => {
    const cancel = { aborted: false }
    const seen: number[] = []
    const rows = Array.from({ length: 200 }, (_, i) => ({
      ...machineCells,
      SKU: `S${i}`,
      PricePerUnit: '1',
      'Instance Type': `m${i}.large`,
    }))
    const outcome = await importPrices(
      [fileOf(awsCsv(rows), 'offer.csv')],
      standard,
      ({ read, size }) => {
        seen.push(read / (size ?? 1))
        if (seen.length === 10) cancel.aborted = true
      },
      cancel,
    )
    expect(outcome).toMatchObject({ refused: true, code: 'cancelled' })
    expect(seen).toHaveLength(10)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  })
})

describe('the mappings of the vendors’ lists', () => {
  const keys = new Set(bundledBook().matches('{key}'))
  const patterns = [...services.values()].flatMap(({ charges }) =>
    Object.values(charges).flatMap((charge) => ('rate' in charge ? charge.rate : [])),
  )
  const shape = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\\?\$\d|\{\w+\}/g, '.+')}$`)
  const isKnown = (key: string): boolean =>
    [...keys].some((known) => shape(key).test(known)) || patterns.some((pattern) => shape(pattern).test(key))

  it.each([
    ['AWS', awsRules.map(({ key }) => key)],
    ['Azure', azureRules.map(({ key }) => key)],
    ['Google', googleRules.map(({ key }) => key)],
  ])('of %s lead only to prices that the book has or a service asks for', (_, all) => {
    expect([...new Set(all)].filter((key) => !isKnown(key))).toEqual([])
  })
})
