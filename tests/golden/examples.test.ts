import { describe, expect, it } from 'vitest'
import { awsExamples } from './examples/aws/index.ts'
import { azureExamples } from './examples/azure/index.ts'
import { googleExamples } from './examples/google/index.ts'
import { bookOf, complaints, priced } from './kit.ts'

const examples = [...awsExamples, ...googleExamples, ...azureExamples]

describe('what vendors print is what we compute', () => {
  it.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const estimated = priced(example.rows, bookOf(example), example)
    expect(complaints(estimated)).toEqual([])
    expect(Math.abs(estimated.total.monthly - example.total)).toBeLessThanOrEqual((example.within ?? 0.005) + 1e-9)
  })

  it('depends on the prices of the example: with other prices, another figure', () => {
    for (const example of examples) {
      const prices = Object.fromEntries(
        Object.entries(example.prices).map(([key, price]) => [
          key,
          typeof price === 'number' ? price * 2 : price.map((tier) => ({ ...tier, price: tier.price * 2 })),
        ]),
      )
      const estimated = priced(example.rows, bookOf({ ...example, prices }), example)
      expect(estimated.total.monthly).toBeGreaterThan(example.total * 1.01)
    }
  })
})
