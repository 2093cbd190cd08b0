import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, rangeBetween, rectOf, repaired, rowsIn, singleCell, spotsIn, type Rect } from '#renderer/sheet/range.ts'
import { plainView } from './kit.ts'

const view = plainView(5, ['name', 'service', 'count', 'monthly'])

const rect = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(4), fc.nat(4))
  .map(([top, left, height, width]): Rect => ({ top, left, bottom: top + height, right: left + width }))

describe('ranges', () => {
  it('have the same block whichever corner they began at', () => {
    const forth = rangeBetween(view, { row: 1, column: 0 }, { row: 3, column: 2 })
    const back = rangeBetween(view, { row: 3, column: 2 }, { row: 1, column: 0 })
    expect(forth && rectOf(view, forth)).toEqual({ top: 1, left: 0, bottom: 3, right: 2 })
    expect(back && rectOf(view, back)).toEqual({ top: 1, left: 0, bottom: 3, right: 2 })
  })

  it('have no block when a corner is not on the sheet', () => {
    expect(rectOf(view, { anchor: { row: 'gone', column: 'name' }, focus: { row: 'r0', column: 'name' } })).toBeNull()
    expect(rectOf(view, singleCell({ row: 'r0', column: 'note' }))).toBeNull()
  })

  it('visit every cell of overlapping blocks exactly once', () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 4 }), (rects) => {
        const visited = [...spotsIn(rects)].map((spot) => `${spot.row},${spot.column}`)
        const expected = new Set<string>()
        for (let row = 0; row < 15; row++)
          for (let column = 0; column < 15; column++)
            if (rects.some((one) => contains(one, { row, column }))) expected.add(`${row},${column}`)
        expect(visited.length).toBe(expected.size)
        expect(new Set(visited)).toEqual(expected)
      }),
    )
  })

  it('name the rows they touch once and in order', () => {
    expect(
      rowsIn([
        { top: 3, left: 0, bottom: 4, right: 0 },
        { top: 0, left: 2, bottom: 3, right: 2 },
      ]),
    ).toEqual([0, 1, 2, 3, 4])
  })
})

describe('a selection after rows went', () => {
  it('is untouched while all its corners exist', () => {
    const selection = [singleCell({ row: 'r1', column: 'name' })]
    expect(repaired(view, selection, { row: 0, column: 0 })).toBe(selection)
  })

  it('keeps the corner that is left', () => {
    expect(
      repaired(view, [{ anchor: { row: 'gone', column: 'name' }, focus: { row: 'r2', column: 'count' } }], { row: 0, column: 0 }),
    ).toEqual([singleCell({ row: 'r2', column: 'count' })])
  })

  it('falls to the cell that now stands in the same place', () => {
    expect(repaired(view, [singleCell({ row: 'gone', column: 'count' })], { row: 4, column: 2 })).toEqual([
      singleCell({ row: 'r4', column: 'count' }),
    ])
    expect(repaired(view, [singleCell({ row: 'gone', column: 'count' })], { row: 9, column: 2 })).toEqual([
      singleCell({ row: 'r4', column: 'count' }),
    ])
    expect(repaired(plainView(0, ['name']), [singleCell({ row: 'gone', column: 'name' })], { row: 0, column: 0 })).toEqual([])
  })
})
