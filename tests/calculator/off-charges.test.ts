import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

describe('a price typed for a charge that the row’s choices leave out', () => {
  it('is read by nobody, so that a circle through it is none', () => {
    const disk = row({
      id: 'disk',
      service: 'aws.ebs',
      region: 'us-east-1',
      inputs: { type: 'gp3', storage: '100' },
      prices: { io2Iops: { price: '=cost("disk") / 1000', note: '' } },
    })
    const workbook = book([disk])
    const plain = estimate(workbook, context)
    expect(plain.components[0]).toMatchObject({ problems: 0, unknown: 0, monthly: 8 })
    expect(createCalculator(workbook, context).explain('disk')).toEqual(plain.components[0])
    expect(createCalculator(workbook, context).total()).toEqual(plain.total)
    const charged = book([{ ...disk, inputs: { ...disk.inputs, type: 'io2', iops: '100' } }])
    expect(estimate(charged, context).total.problems).toBe(1)
    expect(createCalculator(charged, context).total()).toEqual(estimate(charged, context).total)
  })
})
