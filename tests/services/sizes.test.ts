import { describe, expect, it } from 'vitest'
import { sizesOf } from '#pricing/services/sizes.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'

const book = bundledBook()

describe('the sizes an input may take', () => {
  it.each([
    ['aws', 'eu-south-1'],
    ['google', 'me-west1'],
    ['azure', 'polandcentral'],
    ['aws', 'nowhere-1'],
  ] as const)('of %s are those with a price on demand in %s', (cloud, region) => {
    const priced = book.sizes(cloud).flatMap(({ size }) => (book.compute(cloud, size, region, 'on-demand').ok ? [size] : []))
    expect(sizesOf({ from: 'compute', cloud }, book, region)).toEqual(priced)
  })
})
