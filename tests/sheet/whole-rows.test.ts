import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { services } from '#pricing/services/registry.ts'
import { readOwnHtml } from '#renderer/sheet/clipboard-html.ts'
import { writeHtml } from '#renderer/sheet/clipboard-text.ts'
import { flatten } from '#renderer/sheet/rows.ts'
import { sheetView } from '#renderer/sheet/view.ts'
import { readRows, rowsInWhole, withResults, writeRows } from '#renderer/sheet/whole-rows.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from '../workspace/kit.ts'
import { component, grouped } from './kit.ts'

const made = [component('a', { group: 'G' }), component('b', { group: 'G' }), component('c', { group: 'H' })]
const table = new Map(made.map((row) => [row.id, row]))
const view = sheetView(flatten(grouped(made), new Set(['G'])), ['name', 'count'])

describe('a copied block', () => {
  it('holds whole rows only where it spans every column', () => {
    expect(rowsInWhole(view, { top: 2, left: 0, bottom: 2, right: 1 }, table)).toMatchObject([{ id: 'c' }])
    expect(rowsInWhole(view, { top: 2, left: 0, bottom: 2, right: 0 }, table)).toEqual([])
  })

  it('takes along the rows folded away under its headings', () => {
    expect(rowsInWhole(view, { top: 0, left: 0, bottom: 2, right: 1 }, table).map((row) => row.id)).toEqual(['a', 'b', 'c'])
  })
})

describe('whole rows on the clipboard', () => {
  it('come back with all they hold', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one)
    fc.assert(
      fc.property(text, text, text, (name, input, note) => {
        const copied = [component('x', { name, note, order: 1024, inputs: { storage: input }, tags: { team: 'ml' }, environment: 'prod' })]
        const formulas = writeRows(copied)
        const back = readOwnHtml(writeHtml({ token: 't', rows: [], whole: { formulas, results: formulas } }))
        expect(readRows(back?.whole?.formulas ?? '')).toEqual(copied)
      }),
    )
  })

  it('of many components are read without exhausting the stack', () => {
    const copied = Array.from({ length: 5_000 }, (_, at) =>
      component(`r${at}`, { order: (at + 1) * 1024, inputs: { storage: '=a * "b"' } }),
    )
    const formulas = writeRows(copied)
    expect(readRows(readOwnHtml(writeHtml({ token: 't', rows: [], whole: { formulas, results: formulas } }))!.whole!.results)).toEqual(
      copied,
    )
  })

  it('that somebody else wrote are not taken', () => {
    expect(readRows('{"rows":[]}')).toBeNull()
    expect(readRows('')).toBeNull()
  })

  it('can carry results instead of formulas', async () => {
    await openWindow(workbookOf([flat('a', '=2 * 21')]))
    const { calculator, workbook } = workspace.getState()
    expect(withResults([...workbook!.components.values()], calculator!, services)).toMatchObject([{ inputs: { monthly: '42' } }])
  })
})
