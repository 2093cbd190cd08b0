import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { flat, workbookOf } from '#tests/workspace/kit.ts'
import { context } from './book.ts'

describe('the path of a cycle', () => {
  const ring = (count: number) =>
    workbookOf(Array.from({ length: count }, (_, at) => flat(`r${String(at)}`, `=cost("r${String((at + 1) % count)}") + 1`)))

  it('of a few rows is told in full', () => {
    const value = createCalculator(ring(3), context).input('r0', 'monthly')
    expect(value.kind === 'problem' ? value.problem.message : '').toMatch(/r0.* → .*r1.* → .*r2.* → .*r0/)
  })

  it('of ten thousand rows is told by its two ends, and both calculators tell the same', () => {
    const workbook = ring(10_000)
    const [fast, told] = [
      createCalculator(workbook, context).input('r0', 'monthly'),
      estimate(workbook, context).components[0]?.inputs.find((input) => input.id === 'monthly')?.value,
    ]
    const message = fast.kind === 'problem' ? fast.problem.message : ''
    expect(message).toContain(' → … 19,989 more … → ')
    expect(message.length).toBeLessThan(400)
    expect(told).toEqual(fast)
  })
})
