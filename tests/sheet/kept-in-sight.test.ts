import { describe, expect, it } from 'vitest'
import { keptInSight } from '#renderer/sheet/columns.ts'

describe('the columns kept in sight at the right', () => {
  it('are what a row costs and the figures after it', () => {
    expect(keptInSight(['name', 'service', 'list', 'monthly', 'share'])).toEqual(['monthly', 'share'])
    expect(keptInSight(['name', 'monthly'])).toEqual(['monthly'])
  })

  it('are none where another column stands after the costs, or the costs are hidden', () => {
    expect(keptInSight(['name', 'monthly', 'note'])).toEqual([])
    expect(keptInSight(['name', 'list', 'share'])).toEqual([])
  })
})
