import { describe, expect, it } from 'vitest'
import { usageOf } from '#pricing/calculator/commitments/planned.ts'
import type { Component } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

function machines(service: string, region: string, size: string, more: Partial<Component> = {}): Component {
  return row({ id: size, service, region, inputs: { size, count: '4' }, ...more })
}

const web = (more: Partial<Component> = {}) => machines('aws.ec2', 'us-east-1', 'm5.large', more)

describe('what could be bought for a design', () => {
  it('counts only what a row does not buy otherwise', () => {
    const half = web({ purchase: [{ kind: 'spot', coverage: '50%', discount: '60%' }] })
    const { lines } = usageOf(book([half]), context)
    expect(lines.map(({ hours }) => [...hours])).toEqual([[2]])
  })

  it('lets rows tagged as interruptible run on spot', () => {
    const { lines } = usageOf(book([web({ tags: { interruptible: 'yes' } })]), context)
    expect(lines[0]!.interruptible?.share).toBe(1)
  })

  it('names a family by a size of the book, also of families without a large or a standard-2 one', () => {
    const rows = [
      machines('aws.ec2', 'ap-northeast-1', 'd3.xlarge'),
      machines('aws.ec2', 'us-east-1', 'm5.large'),
      machines('google.compute-engine', 'us-central1', 'c3-standard-8'),
      machines('azure.virtual-machines', 'australiaeast', 'Standard_B2s'),
    ]
    const { candidates } = usageOf(book(rows), context)
    const named = [...candidates.values()].flatMap(({ declaration, component }) =>
      component.inputs['size'] === undefined ? [] : [{ cloud: declaration.cloud, size: component.inputs['size'] }],
    )
    const families = new Set(named.map(({ size }) => size.split(/[.-]/)[0]))
    expect(families).toEqual(new Set(['d3', 'm5', 'c3', 'Standard_B2s']))
    const names = [...candidates.values()].map(({ component }) => component.name)
    expect(names).toContain('EC2 Instance Savings Plan m5')
    expect(names.filter((name) => /c3-|m5\./.test(name))).toEqual([])
    expect(named.filter(({ cloud, size }) => context.book.size(cloud, size) === undefined)).toEqual([])
  })
})
