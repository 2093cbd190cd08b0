import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planPaste } from '#renderer/sheet/paste-plan.ts'
import { flatten } from '#renderer/sheet/rows.ts'
import { sheetView } from '#renderer/sheet/view.ts'
import { component, grouped, plainView } from './kit.ts'

const view = plainView(4, ['name', 'count', 'note'])
const one = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column })

describe('a pasted block', () => {
  it('spreads from the first selected cell', () => {
    const plan = planPaste(view, one(1, 0), [
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(plan.landings).toEqual([
      { row: 1, column: 0, text: 'a' },
      { row: 1, column: 1, text: 'b' },
      { row: 2, column: 0, text: 'c' },
      { row: 2, column: 1, text: 'd' },
    ])
    expect(plan).toMatchObject({ extra: 0, lost: 0, covers: { top: 1, left: 0, bottom: 2, right: 1 } })
  })

  it('of one value fills the whole selection', () => {
    const plan = planPaste(view, { top: 0, left: 1, bottom: 2, right: 2 }, [['7']])
    expect(plan.landings).toHaveLength(6)
    expect(plan.landings.every((landing) => landing.text === '7')).toBe(true)
  })

  it('repeats in a selection that is a multiple of it', () => {
    const plan = planPaste(view, { top: 0, left: 1, bottom: 3, right: 1 }, [['1'], ['2']])
    expect(plan.landings.map((landing) => landing.text)).toEqual(['1', '2', '1', '2'])
  })

  it('does not repeat in a selection that is no multiple of it', () => {
    expect(planPaste(view, { top: 0, left: 1, bottom: 2, right: 1 }, [['1'], ['2']]).landings).toHaveLength(2)
  })

  it('asks for the rows that are missing under the sheet', () => {
    const plan = planPaste(view, one(3, 0), [['a'], ['b'], ['c']])
    expect(plan.extra).toBe(2)
    expect(plan.landings.map((landing) => landing.row)).toEqual([3, 4, 5])
  })

  it('leaves out columns beyond the last and says how many', () => {
    const plan = planPaste(view, one(0, 2), [['a', 'b', 'c']])
    expect(plan).toMatchObject({ lost: 2, landings: [{ row: 0, column: 2, text: 'a' }] })
  })

  it('steps over headings', () => {
    const sheet = sheetView(flatten(grouped([component('a', { group: 'G' }), component('b', { group: 'H' })]), new Set()), ['name'])
    expect(planPaste(sheet, one(1, 0), [['x'], ['y']]).landings.map((landing) => landing.row)).toEqual([1, 3])
  })

  it('never lands twice on a cell nor left of where it began', () => {
    const block = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(block, fc.nat(3), fc.nat(2), fc.nat(3), fc.nat(2), (cells, top, left, height, width) => {
        const target = { top, left, bottom: Math.min(3, top + height), right: Math.min(2, left + width) }
        const { landings } = planPaste(view, target, cells)
        expect(new Set(landings.map(({ row, column }) => `${row} ${column}`)).size).toBe(landings.length)
        expect(landings.every(({ row, column }) => row >= top && column >= left && column <= 2)).toBe(true)
      }),
    )
  })
})
