import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRefusal } from '#shared/commands/refusal.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { updatePrices } from '#pricing/catalog/update/update.ts'
import { priceEndpoint } from '#electron/prices/endpoint.ts'
import { createPrices } from '#electron/prices/prices.ts'
import type { Prices } from '#electron/prices/prices.ts'
import { desktopDoors } from '#renderer/storage/price-doors.ts'
import { bundledBytes } from '#tests/catalog/bundled.ts'
import { azureJson } from '#tests/catalog/import/lists.ts'
import { brokenAfter, inTurn, vendorServer, whole } from '#tests/catalog/vendor-server.ts'
import type { VendorServer } from '#tests/catalog/vendor-server.ts'

let server: VendorServer
let prices: Prices
let names = 0

beforeEach(async () => {
  server = await vendorServer()
  prices = createPrices([server.address], () => `answer-${(names += 1)}`)
})
afterEach(() => server.close())

describe('the addresses the shell asks', () => {
  it.each([
    'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/region_index.json',
    "https://prices.azure.com/api/retail/prices?api-version=2023-01-01-preview&$filter=serviceName eq 'Storage'",
    'https://cloudbilling.googleapis.com/v1/services/6F81-5844-456A/skus?currencyCode=USD',
  ])('are those of the vendors’ prices: %s', (url) => {
    expect(priceEndpoint(url, [])?.href).toBe(new URL(url).href)
  })

  it.each([
    'http://prices.azure.com/api/retail/prices',
    'https://prices.azure.com:8443/api/retail/prices',
    'https://prices.azure.com.evil.example/api/retail/prices',
    'https://evil.example/?https://prices.azure.com/api/retail/prices',
    'https://user@prices.azure.com/api/retail/prices',
    'https://prices.azure.com/other',
    'https://prices.azure.com/api/retail/prices/../../../other',
    'https://cloudbilling.googleapis.com/v1/billingAccounts',
    'https://pricing.us-east-1.amazonaws.com/savingsPlan/v1.0/aws/',
    'file:///etc/passwd',
    'http://127.0.0.1:80/api/retail/prices',
    'nonsense',
    '',
  ])('are no others: %s', (url) => {
    expect(priceEndpoint(url, [])).toBeNull()
  })
})

describe('an answer of a price endpoint', () => {
  it('is read piece by piece to its end', async () => {
    server.on('/api/retail/prices', whole('hello prices'))
    const asked = await prices.ask({ url: `${server.address}/api/retail/prices`, headers: {} })
    if (!asked.ok) throw new Error(asked.message)
    expect(asked.value).toMatchObject({ status: 200, headers: { etag: '"v1"' } })
    const pieces: Uint8Array[] = []
    for (;;) {
      const piece = await prices.read(asked.value.name)
      if (!piece.ok) throw new Error(piece.message)
      if (piece.value === null) break
      pieces.push(piece.value)
    }
    expect(Buffer.concat(pieces).toString()).toBe('hello prices')
    expect(await prices.read(asked.value.name)).toMatchObject({ ok: false, code: 'price-unknown' })
  })

  it('is refused from any other host, by a redirect, and with headers of the page’s choice', async () => {
    expect(await prices.ask({ url: 'https://evil.example/api/retail/prices', headers: {} })).toMatchObject({
      code: 'price-host',
      message: expect.stringContaining('evil.example'),
    })
    server.on('/api/retail/prices', (_ask, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    expect(await prices.ask({ url: `${server.address}/api/retail/prices`, headers: {} })).toMatchObject({ code: 'price-unreached' })
    expect(await prices.ask({ url: `${server.address}/api/retail/prices`, headers: { cookie: 'a=b' } })).toMatchObject({
      code: 'bad-request',
    })
  })

  it('says that the endpoint cannot be reached', async () => {
    const lonely = createPrices(['http://127.0.0.1:9'], () => 'x')
    expect(await lonely.ask({ url: 'http://127.0.0.1:9/api/retail/prices', headers: {} })).toMatchObject({
      code: 'price-unreached',
      message: expect.stringContaining('127.0.0.1:9'),
    })
  })

  it('says that it broke off', async () => {
    server.on('/api/retail/prices', brokenAfter(3, 'hello prices'))
    const asked = await prices.ask({ url: `${server.address}/api/retail/prices`, headers: {} })
    if (!asked.ok) throw new Error(asked.message)
    let last = await prices.read(asked.value.name)
    while (last.ok && last.value !== null) last = await prices.read(asked.value.name)
    expect(last).toMatchObject({ ok: false, code: 'price-broken' })
  })

  it('can be let go of at any time, also twice', async () => {
    server.on('/api/retail/prices', whole('x'.repeat(1e6)))
    const asked = await prices.ask({ url: `${server.address}/api/retail/prices`, headers: {} })
    if (!asked.ok) throw new Error(asked.message)
    await prices.end(asked.value.name)
    await prices.end(asked.value.name)
    expect(await prices.read(asked.value.name)).toMatchObject({ code: 'price-unknown' })
  })

  it('is let go of when a page forgets to and asks on', async () => {
    server.on('/api/retail/prices', whole('hello'))
    const asked = []
    for (let i = 0; i < 6; i++) asked.push(await prices.ask({ url: `${server.address}/api/retail/prices`, headers: {} }))
    const reads = []
    for (const answer of asked) reads.push(answer.ok ? (await prices.read(answer.value.name)).ok : null)
    expect(reads).toEqual([false, false, true, true, true, true])
  })
})

describe('an update in the desktop program', () => {
  it('goes through the shell, over answers that break off, into a book', async () => {
    const text = azureJson(
      Array.from({ length: 40 }, (_, i) => ({
        serviceName: 'Virtual Machines',
        productName: 'Virtual Machines Dsv5 Series',
        armSkuName: `Standard_D${i}s_v5`,
        meterName: `D${i}s v5`,
        retailPrice: i + 1,
      })),
    )
    server.on('/api/retail/prices', inTurn(brokenAfter(9000, text), whole(text)))
    const shell = {
      priceAsk: prices.ask,
      priceRead: prices.read,
      priceEnd: async (name: string) => {
        await prices.end(name)
        return { ok: true, value: null } as const
      },
    }
    const kept = new Map<string, Uint8Array>()
    const parts = {
      read: async (name: string) => kept.get(name) ?? null,
      write: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
      clear: async () => kept.clear(),
    }
    const doors = {
      ...desktopDoors(shell, { parts }, new AbortController().signal),
      wait: async () => undefined,
      addresses: { aws: server.address, azure: server.address, google: server.address },
    }
    const query = { providers: ['azure'], regions: ['westeurope'], services: ['Virtual Machines'], googleKey: null } as const
    const machines = bundledBytes()
    const outcome = await updatePrices(
      query,
      { id: 'fetched', asOf: '2026-11-22', source: 'update', base: null, machines },
      doors,
      () => undefined,
      { aborted: false },
    )
    if (isRefusal(outcome)) throw new Error(outcome.message)
    expect(outcome.report).toMatchObject({ records: 40, understood: 40 })
    expect(openBook(outcome.bytes).compute('azure', 'Standard_D39s_v5', 'westeurope', 'on-demand')).toMatchObject({ value: { hourly: 40 } })
    expect(server.asked[1]?.headers.range).toMatch(/^bytes=\d+-$/)
  })

  it('is let go of at once when the person stops it, also while a server says nothing', async () => {
    const ended: string[] = []
    const silent = {
      priceAsk: async () => ({ ok: true, value: { name: 'a', status: 200, headers: {} } }) as const,
      priceRead: () => new Promise<never>(() => undefined),
      priceEnd: async (name: string) => {
        ended.push(name)
        return { ok: true, value: null } as const
      },
    }
    const parts = { read: async () => null, write: async () => undefined, clear: async () => undefined }
    const stop = new AbortController()
    const { body } = await desktopDoors(silent, { parts }, stop.signal).fetch('https://prices.azure.com/', {})
    const reading = body[Symbol.asyncIterator]().next()
    stop.abort()
    await expect(reading).rejects.toThrow('stopped by the person')
    expect(ended).toEqual(['a'])
    const late = desktopDoors(silent, { parts }, stop.signal).fetch('https://prices.azure.com/', {})
    await expect(late).rejects.toThrow('stopped by the person')
    await expect.poll(() => ended).toEqual(['a', 'a'])
  })
})
