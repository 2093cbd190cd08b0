import { describe, expect, it } from 'vitest'
import { isPricedAnywhere, rateKeys } from '#pricing/services/rate-keys.ts'
import { services } from '#pricing/services/registry.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import { bundledBook } from '#tests/golden/kit.ts'
import { homeOf } from './home.ts'
import { reviewed } from './reviewed/index.ts'

/** Per charge and choices, the keys it may be priced by; a charge is unpriced where none of them is in the book. */
const unpriced = [...services.values()].flatMap((declaration) =>
  Object.values(declaration.charges)
    .flatMap((charge) => rateKeys(declaration, charge))
    .filter((keys) => !keys.some((key) => isPricedAnywhere(key, bundledBook()))),
)

describe('the rates that services ask for', () => {
  it('are in the bundled book, or on the reviewed list of what it does not price', () => {
    expect([...new Set(unpriced.flat())].toSorted()).toEqual(reviewed.unpriced.toSorted())
  })
})

describe('the sizes that services offer', () => {
  const sized = [...services.values()].flatMap((declaration) =>
    Object.values(declaration.inputs).flatMap((input) =>
      input.kind === 'size' ? [[declaration.id, input, homeOf(declaration)] as const] : [],
    ),
  )

  it.each(sized)('%s: the usual size is among them and has a price in the usual region', (_, input, region) => {
    expect(sizesOf(input.sizes, bundledBook())).toContain(input.default)
    expect(sizesOf(input.sizes, bundledBook(), region)).toContain(input.default)
  })

  it('of EC2 are, in a region, those that are offered there', () => {
    const everywhere = sizesOf({ from: 'compute', cloud: 'aws' }, bundledBook())
    const inIreland = sizesOf({ from: 'compute', cloud: 'aws' }, bundledBook(), 'eu-west-1')
    expect(everywhere.length).toBeGreaterThan(inIreland.length)
    expect(inIreland.length).toBeGreaterThan(300)
    expect(inIreland).toContain('t3.medium')
    expect(inIreland.every((size) => bundledBook().compute('aws', size, 'eu-west-1', 'on-demand').ok)).toBe(true)
  })

  it('of SageMaker are instance types alone, each once', () => {
    const sizes = sizesOf(
      { from: 'rates', patterns: ['aws.sagemaker-hosting/{size}', 'aws.sagemaker/{size}'], prefix: 'ml.' },
      bundledBook(),
    )
    expect(sizes).toContain('ml.m5.large')
    expect(sizes).toContain('ml.g5.12xlarge')
    expect(sizes.filter((size) => !size.startsWith('ml.'))).toEqual([])
    expect(new Set(sizes).size).toBe(sizes.length)
  })
})
