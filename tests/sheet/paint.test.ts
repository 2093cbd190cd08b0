import { describe, expect, it } from 'vitest'
import { marksOf, painting } from '#renderer/sheet/paint.ts'
import { singleCell } from '#renderer/sheet/range.ts'
import type { CellPlace } from '#renderer/workspace/types.ts'
import { plainView } from './kit.ts'

const view = plainView(5, ['name', 'count', 'note'])
const place = (row: number, column: 'name' | 'count' | 'note'): CellPlace => ({ row: `r${row}`, column })
const [inside, active, top, right, bottom, left, handle, dashed] = [1, 2, 4, 8, 16, 32, 64, 128] as const

describe('painting a selection', () => {
  it('frames one cell without colouring it', () => {
    const now = painting(view, [singleCell(place(1, 'count'))], null, null)
    expect(marksOf({ row: 1, column: 1 }, now)).toBe(active | top | right | bottom | left | handle)
    expect(marksOf({ row: 1, column: 0 }, now)).toBe(0)
  })

  it('draws the edges of a block, its active cell and its handle', () => {
    const now = painting(view, [{ anchor: place(1, 'name'), focus: place(2, 'count') }], null, null)
    expect(marksOf({ row: 1, column: 0 }, now)).toBe(inside | active | top | left)
    expect(marksOf({ row: 2, column: 1 }, now)).toBe(inside | bottom | right | handle)
    expect(marksOf({ row: 3, column: 1 }, now)).toBe(0)
  })

  it('colours every block of several and frames the last', () => {
    const now = painting(view, [singleCell(place(0, 'name')), singleCell(place(4, 'note'))], null, null)
    expect(marksOf({ row: 0, column: 0 }, now)).toBe(inside)
    expect(marksOf({ row: 4, column: 2 }, now) & (inside | active | handle)).toBe(inside | active | handle)
  })

  it('dashes the frame of what was copied', () => {
    const now = painting(view, [singleCell(place(4, 'note'))], { top: 0, left: 0, bottom: 1, right: 1 }, null)
    expect(marksOf({ row: 0, column: 0 }, now)).toBe(top | left | dashed)
    expect(marksOf({ row: 1, column: 1 }, now)).toBe(bottom | right | dashed)
  })
})
