import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledFacts } from '#build/prices/book.ts'
import { compileBook } from '#build/prices/compile.ts'
import { encode } from '#pricing/catalog/encode.ts'
import { pack } from '#pricing/catalog/pack.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { bundledBytes, factsFolder } from '#tests/catalog/bundled.ts'

const bytes = bundledBytes()
const { facts } = compileBook(factsFolder)
const parts = encode(bundledFacts(facts))

type Parts = typeof parts

/** A book whose checksum is right but whose content is `change`d. */
function openChanged(change: (parts: Parts) => Parts): () => void {
  return () => void openBook(pack(change(parts)))
}

function withColumn(name: string, change: (values: readonly number[]) => readonly number[]): () => void {
  return openChanged((good) => {
    const column = good.columns[name]
    if (column === undefined) throw new Error(`no column ${name}`)
    return { ...good, columns: { ...good.columns, [name]: { ...column, values: change(column.values) } } }
  })
}

describe('a damaged book', () => {
  it('is refused whichever byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.slice()
        damaged[at] = (damaged[at] ?? 0) ^ flip
        expect(() => openBook(damaged)).toThrow(BookFault)
      }),
      { numRuns: 300 },
    )
  })

  it('is refused when any byte of its first hundred is changed', () => {
    for (let at = 0; at < 100; at++) {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 1
      expect(() => openBook(damaged)).toThrow(BookFault)
    }
  })

  it('is refused when it is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(() => openBook(bytes.slice(0, length))).toThrow(BookFault)
      }),
      { numRuns: 100 },
    )
  })

  it('is refused when something is written after its end', () => {
    const longer = new Uint8Array(bytes.length + 8)
    longer.set(bytes)
    expect(() => openBook(longer)).toThrow(/damaged/)
  })

  it('says what is wrong and what to do', () => {
    const other = new TextEncoder().encode('this is a letter to my aunt')
    expect(() => openBook(other)).toThrow('The file is not a Skytally price book.')
    expect(() => openBook(other)).toThrow(expect.objectContaining({ name: 'BookFault', fix: expect.stringContaining('npm run prices') }))
  })

  it('is opened from any place in a larger buffer when it is whole', () => {
    const larger = new Uint8Array(bytes.length + 16)
    larger.set(bytes, 3)
    expect(openBook(larger.subarray(3, 3 + bytes.length)).count).toBe(openBook(bytes).count)
    expect(openBook(new Uint8Array(bytes).buffer).count).toBe(openBook(bytes).count)
  })
})

describe('a book with a right checksum and wrong content', () => {
  it('is opened when nothing is wrong', () => {
    expect(openChanged((good) => good)).not.toThrow()
  })

  it.each([
    ['an infinite price', 'tier.price', Infinity],
    ['an infinite allowance', 'rate.free', Infinity],
  ])('is refused for %s', (_, name, value) => {
    expect(withColumn(name, (values) => [value, ...values.slice(1)])).toThrow(/which is no price or quantity/)
  })

  it.each([
    'rate.key',
    'rate.region',
    'rate.unit',
    'rate.origin',
    'origin.source',
    'aws.origin',
    'azure.quadruples',
    'google.family',
    'aws.upfront-1y.origin',
  ])('is refused when %s points outside its list', (name) => {
    expect(withColumn(name, (values) => [65535, ...values.slice(1)])).toThrow(/points at entry 65535/)
  })

  it('is refused when tiers do not rise', () => {
    expect(withColumn('tier.to', (values) => values.map(() => 0))).toThrow(/do not rise/)
  })

  it('is refused when a rate stands in it twice', () => {
    expect(withColumn('rate.region', (values) => values.map(() => 0))).toThrow(/twice in one region/)
  })

  it('is refused when a column is too short', () => {
    expect(withColumn('aws.spot', (values) => values.slice(1))).toThrow(/instead of/)
  })

  it('is refused when a list is missing', () => {
    expect(openChanged((good) => ({ ...good, strings: { ...good.strings, 'aws.sizes': [] } }))).toThrow(BookFault)
  })

  it('is refused when the compiler is given a number that does not fit', () => {
    expect(withColumn('tier.price', (values) => [-1, ...values.slice(1)])).toThrow(/does not fit in column tier.price/)
    expect(withColumn('tier.price', (values) => [NaN, ...values.slice(1)])).toThrow(/does not fit in column tier.price/)
  })
})
