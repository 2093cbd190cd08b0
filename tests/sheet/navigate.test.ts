import { describe, expect, it } from 'vitest'
import { blockAround, clamped, edgeOfBlock, endOfRow, moved, tabbed, type Filled } from '#renderer/sheet/navigate.ts'
import { flatten } from '#renderer/sheet/rows.ts'
import { sheetView } from '#renderer/sheet/view.ts'
import { component, grouped, plainView } from './kit.ts'

const view = plainView(10, ['name', 'count', 'note'])
/** Rows 0–2 and 6–7 of column 1 hold something. */
const filled: Filled = ({ row, column }) => column === 1 && (row <= 2 || row === 6 || row === 7)
const at = (row: number, column = 1): { row: number; column: number } => ({ row, column })

describe('arrows', () => {
  it('stay on the sheet', () => {
    expect(moved(view, at(0), 'up')).toEqual(at(0))
    expect(moved(view, at(9, 2), 'right')).toEqual(at(9, 2))
    expect(moved(view, at(4), 'down', 30)).toEqual(at(9))
    expect(clamped(view, { row: -5, column: 99 })).toEqual({ row: 0, column: 2 })
  })
})

describe('Ctrl with an arrow', () => {
  it('goes to the end of the data one stands in', () => expect(edgeOfBlock(view, at(0), 'down', filled)).toEqual(at(2)))
  it('goes from the end of data to the next data', () => expect(edgeOfBlock(view, at(2), 'down', filled)).toEqual(at(6)))
  it('goes from a gap to the next data', () => expect(edgeOfBlock(view, at(4), 'up', filled)).toEqual(at(2)))
  it('goes to the edge of the sheet where no more data comes', () => expect(edgeOfBlock(view, at(7), 'down', filled)).toEqual(at(9)))
  it('stays at the edge of the sheet', () => expect(edgeOfBlock(view, at(9), 'down', filled)).toEqual(at(9)))
  it('goes to the edge of an empty column', () => expect(edgeOfBlock(view, at(5, 2), 'up', filled)).toEqual(at(0, 2)))
})

describe('End and Tab', () => {
  it('End goes to the last cell of the row that shows something', () => {
    expect(endOfRow(view, at(0, 0), filled)).toEqual(at(0, 1))
    expect(endOfRow(view, at(4, 2), filled)).toEqual(at(4, 0))
  })

  it('Tab goes on in the next row and leaves the sheet after its last cell', () => {
    expect(tabbed(view, at(0, 2), false)).toEqual(at(1, 0))
    expect(tabbed(view, at(1, 0), true)).toEqual(at(0, 2))
    expect(tabbed(view, at(9, 2), false)).toBeNull()
    expect(tabbed(view, at(0, 0), true)).toBeNull()
  })
})

describe('the block around a cell', () => {
  const sheet = sheetView(
    flatten(grouped([component('a', { group: 'G' }), component('b', { group: 'G' }), component('c', { group: 'H' })]), new Set()),
    ['name', 'count'],
  )

  it('is the components of the group', () => expect(blockAround(sheet, at(2, 0))).toEqual({ top: 1, left: 0, bottom: 2, right: 1 }))
  it('is nothing on a heading', () => expect(blockAround(sheet, at(0, 0))).toBeNull())
})
