import { describe, expect, it } from 'vitest'
import { fargateExamples, instanceExamples } from './examples/containers-and-instances.ts'
import { lambdaExamples } from './examples/functions.ts'
import { cloudwatchExamples, networkExamples } from './examples/network-and-logs.ts'
import { ebsExamples, storageExamples } from './examples/storage.ts'
import { bookOf, complaints, priced } from './kit.ts'

const examples = [
  ...lambdaExamples,
  ...fargateExamples,
  ...instanceExamples,
  ...storageExamples,
  ...ebsExamples,
  ...cloudwatchExamples,
  ...networkExamples,
]

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
