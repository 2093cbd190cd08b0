import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { openBook } from '#pricing/catalog/book.ts'
import type { ImportOptions, ImportedBook, PartShelf, UpdateDoors, UpdateProgress, UpdateQuery } from '#pricing/catalog/library.ts'
import { retryAfter } from '#pricing/catalog/update/ask.ts'
import { updatePrices } from '#pricing/catalog/update/update.ts'
import { networkDoors } from '#pricing/cli/price-doors.ts'
import { bundledBytes } from '#tests/catalog/bundled.ts'
import { awsCsv, azureJson, googleJson, googleSku, machineCells } from '#tests/catalog/import/lists.ts'
import { smallBook } from '#tests/catalog/library.ts'
import { brokenAfter, inTurn, status, vendorServer, whole } from '#tests/catalog/vendor-server.ts'
import type { Answering, VendorServer } from '#tests/catalog/vendor-server.ts'

const machines = bundledBytes()
const options: ImportOptions = { id: 'fetched', asOf: '2026-11-22', source: 'update', base: null, machines }

let server: VendorServer
let shelf: Map<string, Uint8Array>
let waits: number[]
let cancel: { aborted: boolean }
let seen: UpdateProgress[]

beforeEach(async () => {
  server = await vendorServer()
  shelf = new Map()
  waits = []
  cancel = { aborted: false }
  seen = []
})
afterEach(() => server.close())

const parts: PartShelf = {
  read: (name) => Promise.resolve(shelf.get(name) ?? null),
  write: async (name, bytes) => void shelf.set(name, bytes),
  clear: async () => shelf.clear(),
}

/** The real network to the local server; waits are noted and not waited. */
function doors(more: Partial<UpdateDoors> = {}): UpdateDoors {
  const wait = async (ms: number): Promise<void> => void waits.push(ms)
  const addresses = { aws: server.address, azure: server.address, google: server.address }
  return { ...networkDoors(new AbortController().signal), wait, parts, addresses, ...more }
}

async function update(query: Partial<UpdateQuery>, more: Partial<UpdateDoors> = {}): Promise<ImportedBook | Refusal> {
  const whole: UpdateQuery = { providers: ['aws'], regions: ['eu-central-1'], services: ['AmazonEC2'], googleKey: null, ...query }
  return updatePrices(whole, options, doors(more), (progress) => seen.push(progress), cancel)
}

async function updated(query: Partial<UpdateQuery>): Promise<ImportedBook> {
  const outcome = await update(query)
  if (isRefusal(outcome)) throw new Error(`${outcome.message} ${outcome.fix}`)
  return outcome
}

const waited = (): number => waits.reduce((sum, ms) => sum + ms, 0)

const index = '/offers/v1.0/aws/AmazonEC2/current/region_index.json'
const file = '/offers/v1.0/aws/AmazonEC2/20261120181331/eu-central-1/index'
const regionIndex = (regions: readonly string[]): string =>
  JSON.stringify({
    formatVersion: 'v1.0',
    regions: Object.fromEntries(
      regions.map((region) => [region, { regionCode: region, currentVersionUrl: file.replace('eu-central-1', region) + '.json' }]),
    ),
  })
const rows = (region: string, count = 50) =>
  Array.from({ length: count }, (_, i) => ({
    ...machineCells,
    SKU: `S${i}`,
    PricePerUnit: `0.${i + 1}`,
    'Instance Type': `m${i}.large`,
    'Region Code': region,
  }))
const offer = awsCsv(rows('eu-central-1'))

function aws(...turns: readonly Answering[]): void {
  server.on(index, whole(regionIndex(['eu-central-1', 'us-east-1'])))
  server.on(`${file}.csv`, inTurn(...turns))
}

const price = (bytes: Uint8Array, size: string, region = 'eu-central-1'): unknown => {
  const found = openBook(bytes).compute('aws', size, region, 'on-demand')
  return found.ok ? found.value.hourly : found.reason
}

describe('an update from AWS', () => {
  it('fetches the offer file of the wanted region by way of the region index', async () => {
    aws(whole(offer))
    const { bytes, info, report } = await updated({})
    expect(price(bytes, 'm49.large')).toBe(0.5)
    expect(info).toMatchObject({ id: 'fetched', source: 'update', note: 'fetched from aws' })
    expect(report).toMatchObject({ records: 50, understood: 50 })
    expect(server.asked.map(({ path }) => path)).toEqual([index, `${file}.csv`])
    expect(shelf.size).toBe(0)
  })

  it('says which list of how many it reads', async () => {
    aws(whole(offer))
    await updated({})
    expect(seen.at(-1)).toMatchObject({ part: 1, parts: 1, input: 'AmazonEC2 in eu-central-1', records: 50, understood: 50 })
  })

  it('waits as long as a 429 asks for, and goes on', async () => {
    aws(status(429, { 'retry-after': '20' }), whole(offer))
    await updated({})
    expect(waited()).toBe(20_000)
    expect(seen.some(({ waiting }) => waiting?.includes('going on in 20 s'))).toBe(true)
    expect(seen.at(-1)?.waiting).toBeNull()
  })

  it('waits longer each time a server fails, and gives up in words at last', async () => {
    aws(status(503))
    expect(await update({})).toMatchObject({
      refused: true,
      code: 'refused-by-vendor',
      message: expect.stringContaining('overloaded (503)'),
    })
    expect(server.times(`${file}.csv`)).toBe(6)
    expect(waited()).toBe(1000 + 2000 + 4000 + 8000 + 16_000)
  })

  it('goes on where an answer broke off, with what the first half said', async () => {
    aws(brokenAfter(5000, offer), whole(offer))
    const { report, bytes } = await updated({})
    expect(report).toMatchObject({ records: 50, understood: 50 })
    expect(price(bytes, 'm49.large')).toBe(0.5)
    const again = server.asked.at(-1)
    expect(again?.headers).toMatchObject({ range: expect.stringMatching(/^bytes=\d+-$/), 'if-range': '"v1"' })
  })

  it('passes over what it has where a server cannot send the rest alone', async () => {
    aws(brokenAfter(5000, offer), (_ask, response) => response.writeHead(200, { etag: '"v1"' }).end(offer))
    expect((await updated({})).report.records).toBe(50)
  })

  it('begins a list anew that was published anew while it was read', async () => {
    const newer = awsCsv(rows('eu-central-1', 7))
    aws(brokenAfter(5000, offer), whole(newer, '"v2"'))
    expect((await updated({})).report.records).toBe(7)
  })

  it('begins a list anew that ends early without a word, and says so when it never ends well', async () => {
    const short = offer.slice(0, -50)
    aws((_ask, response) => response.writeHead(200).end(short), whole(offer))
    expect((await updated({})).report.records).toBe(50)
    aws((_ask, response) => response.writeHead(200).end(short))
    expect(await update({})).toMatchObject({ refused: true, message: expect.stringMatching(/AmazonEC2 in eu-central-1.*cut off/) })
  })

  it('goes on after an interruption and fetches only what is missing', async () => {
    const other = file.replace('eu-central-1', 'us-east-1')
    aws(whole(offer))
    server.on(`${other}.csv`, inTurn(status(403), whole(awsCsv(rows('us-east-1')))))
    const query = { regions: ['eu-central-1', 'us-east-1'] }
    expect(await update(query)).toMatchObject({ refused: true })
    expect(shelf.size).toBe(1)
    const { bytes, report } = await updated(query)
    expect(server.times(`${file}.csv`)).toBe(1)
    expect(price(bytes, 'm1.large', 'us-east-1')).toBe(0.2)
    expect(price(bytes, 'm1.large', 'eu-central-1')).toBe(0.2)
    expect(report.records).toBe(100)
  })

  it('fetches a part anew whose kept file was damaged', async () => {
    aws(whole(offer))
    shelf.set(`aws ${file}.json`, smallBook().fill(7, 60))
    expect((await updated({})).report.records).toBe(50)
  })

  it('stops when asked, also while it waits, and keeps nothing half', async () => {
    aws(status(429, { 'retry-after': '600' }))
    const stopping = async (ms: number): Promise<void> => {
      waits.push(ms)
      cancel.aborted = waits.length === 3
    }
    expect(await update({}, { wait: stopping })).toMatchObject({ refused: true, code: 'cancelled' })
    expect(waits).toHaveLength(3)
    expect(shelf.size).toBe(0)
  })

  it('says in a sentence that there is no network', async () => {
    const refused = await update({}, { fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect(refused).toMatchObject({
      code: 'no-network',
      message: expect.stringContaining('cannot be reached.'),
      fix: expect.stringContaining('Check the connection'),
    })
  })

  it('follows no address but offers of its own host', async () => {
    server.on(index, whole(JSON.stringify({ regions: { 'eu-central-1': { currentVersionUrl: 'https://elsewhere.example/x' } } })))
    expect(await update({})).toMatchObject({ refused: true, message: expect.stringContaining('of another form') })
    expect(server.asked).toHaveLength(1)
  })

  it('refuses what it has no list of', async () => {
    server.on(index, whole(regionIndex(['us-east-1'])))
    expect(await update({ regions: ['eu-central-1'] })).toMatchObject({ code: 'nothing-to-fetch' })
    expect(await update({ regions: ['atlantis-1'] })).toMatchObject({ code: 'nothing-to-fetch' })
  })

  it('is refused whole when a price is none, with the list and the line', async () => {
    aws(whole(offer.replace('"0.30"', '"-0.30"')))
    expect(await update({})).toMatchObject({
      message: expect.stringMatching(/AmazonEC2 in eu-central-1, line 36: The price is -0\.30, below zero/),
    })
  })

  it('fetches anew what made no book', async () => {
    aws(
      whole(awsCsv([{ ...machineCells, 'Instance Type': 'm1.large', 'Region Code': 'eu-central-1', Tenancy: 'Dedicated' }])),
      whole(offer),
    )
    expect(await update({})).toMatchObject({ code: 'nothing-understood' })
    expect(shelf.size).toBe(0)
    expect(isRefusal(await update({}))).toBe(false)
    expect(server.times(`${file}.csv`)).toBe(2)
  })

  it('keeps the prices of its base that it does not fetch', async () => {
    aws(whole(offer))
    const outcome = await updatePrices(
      { providers: ['aws'], regions: ['eu-central-1'], services: ['AmazonEC2'], googleKey: null },
      { ...options, base: machines },
      doors(),
      () => undefined,
      cancel,
    )
    if (isRefusal(outcome)) throw new Error(outcome.message)
    expect(price(outcome.bytes, 'm49.large')).toBe(0.5)
    expect(price(outcome.bytes, 't3.medium', 'us-east-1')).toBe(0.0416)
  })
})

describe('an update from Azure', () => {
  const vm = (size: string, retailPrice: number) => ({
    serviceName: 'Virtual Machines',
    productName: 'Virtual Machines Dsv5 Series',
    armSkuName: `Standard_${size}`,
    meterName: size,
    skuName: size,
    retailPrice,
  })
  const query = { providers: ['azure'], regions: ['westeurope'], services: ['Virtual Machines'] } as const

  it('asks for one service of one region and follows the pages to the end', async () => {
    const next = `${server.address}/api/retail/prices?$skip=1`
    server.on('/api/retail/prices', whole(azureJson([vm('D2s_v5', 0.115)], next)))
    server.on('/api/retail/prices?$skip=1', whole(azureJson([vm('D4s_v5', 0.23)])))
    const { bytes, report } = await updated(query)
    expect(report).toMatchObject({ records: 2, understood: 2 })
    expect(openBook(bytes).compute('azure', 'Standard_D4s_v5', 'westeurope', 'on-demand')).toMatchObject({ value: { hourly: 0.23 } })
    expect(server.asked[0]?.path).toContain("$filter=serviceName eq 'Virtual Machines' and armRegionName eq 'westeurope'")
    expect(server.asked).toHaveLength(2)
  })

  it('follows no page to another host', async () => {
    server.on('/api/retail/prices', whole(azureJson([vm('D2s_v5', 0.115)], 'https://elsewhere.example/api')))
    expect(await update(query)).toMatchObject({ refused: true, message: expect.stringContaining('elsewhere.example') })
  })
})

describe('an update from Google', () => {
  const skus = [
    googleSku({ id: 'C', description: 'N2 Instance Core running in Belgium', unit: 'h', tiers: [[0, '0', 34_773_000]] }),
    googleSku({ id: 'M', description: 'N2 Instance Ram running in Belgium', unit: 'GiBy.h', tiers: [[0, '0', 4_661_000]] }),
  ]
  const query = { providers: ['google'], regions: ['europe-west1'], services: ['Compute Engine'], googleKey: 'secret-key' } as const

  it('pages by token, and sends the key in a header and never in an address', async () => {
    server.on('/v1/services/6F81-5844-456A/skus', whole(googleJson(skus.slice(0, 1), 'token two')))
    server.on('/v1/services/6F81-5844-456A/skus?currencyCode=USD&pageSize=5000&pageToken=token two', whole(googleJson(skus.slice(1))))
    const { bytes } = await updated(query)
    expect(openBook(bytes).compute('google', 'n2-standard-2', 'europe-west1', 'on-demand').ok).toBe(true)
    expect(server.asked).toHaveLength(2)
    expect(server.asked.every(({ headers }) => headers['x-goog-api-key'] === 'secret-key')).toBe(true)
    expect(server.asked.some(({ path }) => path.includes('secret-key'))).toBe(false)
  })

  it('says what to do without a key, and with one that is refused', async () => {
    expect(await update({ ...query, googleKey: null })).toMatchObject({ message: expect.stringContaining('API key') })
    expect(server.asked).toHaveLength(0)
    server.on('/v1', status(403))
    expect(await update(query)).toMatchObject({
      message: expect.stringContaining('(403)'),
      fix: expect.stringContaining('Check the API key'),
    })
  })
})

describe('how long to wait', () => {
  it('is read in seconds and as a date', () => {
    const now = Date.parse('2026-11-22T10:00:00Z')
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter('Sun, 22 Nov 2026 10:00:30 GMT', now)).toBe(30_000)
    expect(retryAfter('Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0)
    expect(retryAfter('soon', now)).toBeNull()
    expect(retryAfter(undefined, now)).toBeNull()
  })
})
