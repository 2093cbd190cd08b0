import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from '#pricing/catalog/checksum.ts'
import { sha256, sha256Text } from '#pricing/catalog/sha256.ts'

const reference = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

describe('SHA-256', () => {
  it('has the digests of the standard', () => {
    expect(sha256Text('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Text('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('agrees with another implementation at every length around a block', () => {
    const texts = Array.from({ length: 200 }, (_, length) => Uint8Array.from({ length }, (__, i) => (i * 31 + length) & 255))
    expect(texts.map(sha256)).toEqual(texts.map(reference))
  })

  it('agrees with another implementation on any bytes, also of a part of a buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), fc.nat(50), (bytes, from) => {
        expect(sha256(bytes.subarray(from))).toBe(reference(bytes.subarray(from)))
      }),
    )
  })

  it('agrees with another implementation on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sha256Text(text)).toBe(reference(text))
      }),
    )
  })
})

describe('the checksum', () => {
  it('changes in both halves when any one word changes', () => {
    const words = fc.uint32Array({ minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 0xffffffff }), (good, pick, flip) => {
        const bad = good.slice()
        const at = pick % good.length
        bad[at] = (bad[at] ?? 0) ^ flip
        expect(checksum(bad).slice(0, 8)).not.toBe(checksum(good).slice(0, 8))
        expect(checksum(bad).slice(8)).not.toBe(checksum(good).slice(8))
      }),
    )
  })
})
