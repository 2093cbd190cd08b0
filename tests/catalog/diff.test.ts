import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBooks } from '#pricing/catalog/diff.ts'
import { bookPrices } from '#pricing/catalog/prices.ts'
import { bundledBytes } from '#tests/catalog/bundled.ts'
import { machines, rateFact, smallBook, smallFacts } from '#tests/catalog/library.ts'

describe('two books compared', () => {
  it('are the same when they are one', () => {
    const bytes = bundledBytes()
    expect(diffBooks(bytes, bytes)).toMatchObject({ added: [], removed: [], moved: [], same: bookPrices(bytes).length })
  }, 120_000)

  it('tell what was added, removed and moved, and by how much', () => {
    const before = smallBook({ rates: [rateFact('aws.alb/hour', 'us-east-1', 0.02), rateFact('aws.clb/hour', 'us-east-1', 0.025)] })
    const after = smallBook({ rates: [rateFact('aws.alb/hour', 'us-east-1', 0.03), rateFact('aws.nlb/hour', 'us-east-1', 0.0225)] })
    const diff = diffBooks(before, after)
    expect(diff.added.map(({ key }) => key)).toEqual(['aws.nlb/hour'])
    expect(diff.removed.map(({ key }) => key)).toEqual(['aws.clb/hour'])
    expect(diff.moved).toMatchObject([{ before: { price: 0.02 }, after: { price: 0.03 } }])
    expect(diff.moved[0]?.ratio).toBeCloseTo(0.5, 12)
    expect(diff.same).toBe(0)
  })

  it('have no ratio where the price was nothing before', () => {
    const [before, after] = [0, 0.1].map((price) => smallBook({ rates: [rateFact('aws.alb/hour', 'us-east-1', price)] }))
    expect(diffBooks(before!, after!).moved[0]?.ratio).toBeNull()
  })

  it('compare machines by term and region', () => {
    const [before, after] = [0.04, 0.05].map((price) =>
      smallBook({ compute: { ...smallFacts().compute, azure: machines('Standard_D2s_v5', 'westeurope', price) } }),
    )
    expect(diffBooks(before!, after!).moved).toMatchObject([
      { after: { cloud: 'azure', key: 'azure.compute/Standard_D2s_v5/on-demand', region: 'westeurope' } },
    ])
  })

  it('account for every price of both books', () => {
    const rates = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('aws.alb/hour', 'aws.nlb/hour', 'azure.dns/zone'),
        region: fc.constantFrom('a', 'b'),
        price: fc.nat(3),
      }),
      { selector: ({ key, region }) => `${key} ${region}` },
    )
    fc.assert(
      fc.property(rates, rates, (one, other) => {
        const [before, after] = [one, other].map((list) =>
          smallBook({ rates: list.map(({ key, region, price }) => rateFact(key, region, price)) }),
        )
        const { added, removed, moved, same } = diffBooks(before!, after!)
        expect(removed.length + moved.length + same).toBe(one.length)
        expect(added.length + moved.length + same).toBe(other.length)
      }),
    )
  })
})
