import { describe, expect, it } from 'vitest'
import { countsText } from '#renderer/merge/counts-text.ts'

describe('what the merge dialog says of its conflicts', () => {
  it('counts what is left to decide, down to nothing', () => {
    expect(countsText(4, 4, 0)).toBe(
      '4 entries of this workbook change; 4 cells are to be decided, where this workbook stands until you choose.',
    )
    expect(countsText(4, 4, 3)).toBe(
      '4 entries of this workbook change; 1 of 4 cells is to be decided, where this workbook stands until you choose.',
    )
    expect(countsText(1, 4, 4)).toBe('1 entry of this workbook changes; all 4 cells that both changed are decided.')
    expect(countsText(1, 1, 1)).toBe('1 entry of this workbook changes; the cell that both changed is decided.')
  })

  it('tells no conflict from nothing to merge', () => {
    expect(countsText(2000, 0, 0)).toBe('2,000 entries of this workbook change; no cell was changed by both.')
    expect(countsText(0, 0, 0)).toBe('The other copy has nothing that this workbook has not.')
  })
})
