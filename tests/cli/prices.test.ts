import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ageInDays } from '#pricing/cli/prices-text.ts'
import { booksFolder } from '#pricing/cli/book-folder.ts'
import { azureJson, awsCsv, machineCells } from '#tests/catalog/import/lists.ts'
import { vendorServer, whole } from '#tests/catalog/vendor-server.ts'
import type { VendorServer } from '#tests/catalog/vendor-server.ts'
import { skytally as run, spawned } from './skytally.ts'
import type { Answer } from './skytally.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'skytally-prices-'))
const books = path.join(folder, 'books')
const skytally = (...args: readonly string[]): Promise<Answer> => run(...args, '--books', books)

function written(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

const list = written('nat.csv', 'key,region,unit,price,currency,as-of\naws.nat-gateway/hour,us-east-1,hour,0.06,USD,2026-12-01\n')
const workbook = (id: string): string =>
  written(
    `${id}.skytally`,
    JSON.stringify({
      format: 'skytally',
      version: 1,
      name: 'Gateways',
      priceBook: { id, adjustments: [] },
      components: [{ name: 'NAT', service: 'aws.nat-gateway', region: 'us-east-1', inputs: { count: '1', processed: '0' } }],
    }),
  )

beforeAll(async () => {
  const { exit, err } = await skytally('prices', 'import', list, '--id', 'ours', '--on', 'bundled-2026-11')
  if (exit !== 0) throw new Error(err)
}, 120_000)

describe('skytally prices status', () => {
  it('tells id, date, age, hash, and prices and regions by cloud of every book', async () => {
    const { out, exit } = await skytally('prices', 'status')
    expect(exit).toBe(0)
    expect(out).toMatch(/bundled-2026-11: of 2026-11-\d\d, [\d,]+ days? old, bundled/)
    expect(out).toMatch(/[\d,]+ prices: aws [\d,]+, google [\d,]+, azure [\d,]+/)
    expect(out).toMatch(/SHA-256 [0-9a-f]{64}/)
    expect(out).toMatch(/ours: of .*import\n.*\n.*\n.*\n {2}nat\.csv; over bundled-2026-11/)
    expect(out).toContain(`kept in ${books}`)
  })

  it('gives the same as JSON', async () => {
    const { books: listed } = JSON.parse((await skytally('prices', 'status', '--format', 'json')).out)
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(['bundled-2026-11', 'ours'])
    expect(listed[0]).toMatchObject({ providers: { aws: expect.any(Number) }, ageInDays: expect.any(Number) })
  })

  it('tells of a damaged book instead of leaving it out', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'skytally-damaged-'))
    const bytes = readFileSync(path.join(books, 'ours.book'))
    bytes[500] = (bytes[500] ?? 0) ^ 1
    writeFileSync(path.join(other, 'bad.book'), bytes)
    expect((await run('prices', 'status', '--books', other)).out).toContain('bad.book\n  cannot be used: The price book is damaged')
    expect(await run('prices', 'diff', 'bundled-2026-11', 'bad', '--books', other)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('damaged'),
    })
  })
})

describe('skytally prices find', () => {
  it('finds sizes and rates with their price in a region', async () => {
    const found = JSON.parse(
      (await skytally('prices', 'find', 't3.medium', '--region', 'eu-central-1', '--cloud', 'aws', '--limit', '3', '--format', 'json')).out,
    )
    expect(found[0]).toMatchObject({ kind: 'size', name: 'aws t3.medium', price: 0.048, vcpu: 2 })
    expect(found).toHaveLength(3)
    expect((await skytally('prices', 'find', 'nat-gateway', 'hour', '--region', 'us-east-1', '--format', 'csv')).out).toContain(
      'aws.nat-gateway/hour,us-east-1,0.045,hour',
    )
  })

  it('refuses a region that nobody knows, and one of another cloud', async () => {
    expect(await skytally('prices', 'find', 'm5.large', '--region', 'nowhere')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--region: "nowhere" is no known region of AWS, Google Cloud or Azure.'),
    })
    const other = await skytally('prices', 'find', 'm5.large', '--region', 'westeurope', '--cloud', 'aws')
    expect(other).toMatchObject({ exit: 2, err: expect.stringContaining('"westeurope" is no known aws region.') })
  })

  it('says so when nothing is found, and refuses a limit that is none', async () => {
    expect((await skytally('prices', 'find', 'qqqq')).out).toContain('No price is called that.')
    expect(await skytally('prices', 'find', 'x', '--limit', 'many')).toMatchObject({ exit: 2, err: expect.stringContaining('no count') })
  })
})

describe('skytally prices import', () => {
  it('leaves no temporary file, and refuses to replace a book unasked', async () => {
    expect(readdirSync(books)).toEqual(['ours.book'])
    const again = await skytally('prices', 'import', list, '--id', 'ours')
    expect(again).toMatchObject({ exit: 2, err: expect.stringContaining('installed already') })
    expect((await skytally('prices', 'import', list, '--id', 'bundled-2026-11')).err).toContain('comes with the program')
  })

  it('accounts for every record', async () => {
    const offer = written(
      'offer.csv',
      awsCsv([
        { ...machineCells, SKU: 'A', PricePerUnit: '0.1', 'Instance Type': 'm1.large' },
        { ...machineCells, SKU: 'B', PricePerUnit: '0.2', 'Instance Type': 'm1.large', 'Operating System': 'Windows' },
        { SKU: 'C', 'Product Family': 'Fee', serviceCode: 'AmazonEC2', Unit: 'Hrs', PricePerUnit: '2', usageType: 'EUC1-Fee' },
      ]),
    )
    const { out, exit } = await skytally('prices', 'import', offer, '--id', 'offer')
    expect(exit).toBe(0)
    expect(out).toContain('1 of 3 records understood; no use is known for the rest, by product family: Fee 1.')
    expect(out).toContain('Left out: another operating system than Linux 1.')
  })

  it('refuses a bad list with file and line, and keeps nothing', async () => {
    const bad = written('bad.csv', 'key,region,unit,price,currency\naws.alb/hour,us-east-1,hour,-1,USD\n')
    expect(await skytally('prices', 'import', bad, '--id', 'bad')).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/^bad\.csv, line 2: The price is -1, below zero\./),
    })
    expect(readdirSync(books)).not.toContain('bad.book')
    expect(await skytally('prices', 'import', 'no/such.csv')).toMatchObject({ exit: 2, err: expect.stringContaining('no such file') })
  })
})

describe('a workbook that names a book', () => {
  it('is priced with that book', async () => {
    const { out, exit } = await skytally('price', workbook('ours'), '--format', 'json')
    expect(exit).toBe(0)
    const report = JSON.parse(out)
    expect(report.priceBook.id).toBe('ours')
    expect(report.scenarios[0].total.monthly).toBeCloseTo(730 * 0.06, 9)
  })

  it('is not priced with another when it is not installed: it says which, and what to do', async () => {
    const { exit, err, out } = await skytally('price', workbook('bundled-2020-01'))
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain('priced with the book "bundled-2020-01", which is not installed')
    expect(err).toMatch(/--book ID\. Installed: bundled-2026-11/)
    expect(spawned('check', workbook('bundled-2020-01'), '--books', books), 'as a process').toMatchObject({ exit: 2, out: '', err })
  })

  it('is priced with another when asked, and says so', async () => {
    const { exit, out } = await skytally('price', workbook('bundled-2020-01'), '--book', 'ours')
    expect(exit).toBe(0)
    expect(out).toContain('names the prices bundled-2020-01; these figures are of ours')
  })
})

describe('skytally prices diff', () => {
  it('shows what moved between two books', async () => {
    const { out } = await skytally('prices', 'diff', 'bundled-2026-11', 'ours')
    expect(out).toMatch(/[\d,]+ prices are the same, 1 moved, 0 added, 0 removed/)
    expect(out).toMatch(/aws\.nat-gateway\/hour +us-east-1 +hour +0\.045 +0\.06 +\+33\.3%/)
  })

  it('shows a workbook row by row, with prices, dates and the sum', async () => {
    const { out } = await skytally('prices', 'diff', 'bundled-2026-11', 'ours', workbook('ours'))
    expect(out).toMatch(/NAT +us-east-1 +\$32\.85 +\$43\.80 +\+\$10\.95 .*0\.045 \(.*\) → 0\.06 \(2026-12-01\) per hour/)
    expect(out).toContain('Total $32.85 → $43.80 a month: +$10.95.')
    const json = JSON.parse((await skytally('prices', 'diff', 'bundled-2026-11', 'ours', workbook('ours'), '--format', 'json')).out)
    expect(json.rows[0].reasons[0]).toMatchObject({ kind: 'price', quantity: 730 })
  })

  it('says which book is missing', async () => {
    expect(await skytally('prices', 'diff', 'bundled-2026-11', 'nowhere')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('no such price book'),
    })
  })
})

describe('skytally prices update', () => {
  let server: VendorServer
  beforeAll(async () => {
    server = await vendorServer()
  })
  afterAll(() => server.close())

  /** Not `skytally`: the server lives in this process, which must not be blocked. */
  function update(...args: readonly string[]): Promise<Answer> {
    const child = spawn(process.execPath, [path.resolve('build/bin/skytally.mjs'), 'prices', 'update', ...args, '--books', books])
    const texts = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()))
    return new Promise((resolve) => {
      child.on('close', (exit) => resolve({ exit, ...texts }))
    })
  }

  it('fetches from the address it is given, over the bundled book, and keeps the new one', async () => {
    const vm = {
      serviceName: 'Virtual Machines',
      productName: 'Virtual Machines Dsv5 Series',
      armSkuName: 'Standard_D2s_v5',
      meterName: 'D2s v5',
    }
    server.on('/api/retail/prices', whole(azureJson([{ ...vm, retailPrice: 0.111 }])))
    const where = ['--provider', 'azure', '--region', 'westeurope', '--service', 'Virtual Machines', '--from', `azure=${server.address}`]
    const { out, exit } = await update(...where, '--id', 'fetched')
    expect({ exit, out }).toMatchObject({ exit: 0, out: expect.stringContaining('1 of 1 records understood.') })
    const found = JSON.parse(
      (
        await skytally(
          'prices',
          'find',
          'Standard_D2s_v5',
          '--region',
          'westeurope',
          '--book',
          'fetched',
          '--format',
          'json',
          '--limit',
          '1',
        )
      ).out,
    )
    expect(found[0]).toMatchObject({ price: 0.111 })
    expect((await skytally('prices', 'find', 't3.medium', '--region', 'us-east-1', '--book', 'fetched', '--limit', '1')).out).toContain(
      '0.0416',
    )
  })

  it('says in a sentence that the network is not there', async () => {
    const { exit, err } = await update(
      '--provider',
      'azure',
      '--region',
      'westeurope',
      '--service',
      'Storage',
      '--from',
      'azure=http://127.0.0.1:9',
      '--id',
      'none',
    )
    expect(exit).toBe(2)
    expect(err).toContain('127.0.0.1:9 cannot be reached. Check the connection to the Internet')
  }, 60_000)

  it.each([
    ['a provider that is none', ['--provider', 'oracle'], /no provider/],
    ['a mirror that is none', ['--from', 'aws'], /no mirror/],
    ['Google without a key', ['--provider', 'google'], /API key/],
  ])('refuses %s', async (_, args, message) => {
    expect(await update(...args, '--id', 'none')).toMatchObject({ exit: 2, err: expect.stringMatching(message) })
  })
})

describe('the folder of books', () => {
  it('is the one asked for, else the one of the environment, else the platform’s', async () => {
    expect(booksFolder('/a/b', {})).toBe(path.resolve('/a/b'))
    expect(booksFolder(undefined, { SKYTALLY_BOOKS: '/c' })).toBe(path.resolve('/c'))
    expect(booksFolder(undefined, { XDG_DATA_HOME: '/d', LOCALAPPDATA: '/d' })).toMatch(/skytally.books$/i)
  })

  it('knows the age of a book in days', async () => {
    expect(ageInDays('2026-11-22', '2026-11-23')).toBe(1)
    expect(ageInDays('undated', '2026-11-23')).toBeNull()
  })
})
