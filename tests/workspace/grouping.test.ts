import { beforeEach, describe, expect, it } from 'vitest'
import { canEdit, figureText, typedText, whyNotEditable } from '#renderer/workspace/cells/commit.ts'
import { headingId } from '#renderer/workspace/cells/places.ts'
import { referenceTo } from '#renderer/workspace/cells/reference.ts'
import { groupOf, setGroupBy, shownGroups, shownSubtotals } from '#renderer/workspace/grouping.ts'
import { openKept } from '#renderer/workspace/open.ts'
import { collapse, selectRow, unfold } from '#renderer/workspace/selection.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { choose } from '#renderer/sheet/finding.ts'
import { moveRows } from '#renderer/sheet/row-actions.ts'
import { flat, openWindow, workbookOf, type FakeStorage } from './kit.ts'

const state = () => workspace.getState()
const heading = (name: string) => ({ row: headingId(name), column: 'name' as const })
const cost = (name: string) => ({ row: headingId(name), column: 'monthly' as const })

let storage: FakeStorage

beforeEach(async () => {
  storage = await openWindow(
    workbookOf([
      flat('a', '10', { group: 'prod', environment: 'dev' }),
      flat('b', '20', { group: 'Web', environment: 'prod' }),
      flat('say "c"', '40', { environment: 'prod', service: 'aws.nothing' }),
    ]),
  )
})

describe('a sheet grouped by something else than groups', () => {
  it('shows under each heading what the calculator adds up for it, unknown services included', () => {
    for (const by of ['group', 'environment', 'category', 'cloud'] as const) {
      setGroupBy(by)
      const { workbook, calculator, services } = state()
      const names = shownGroups(workbook!).map(({ name }) => name)
      expect(new Set(names)).toEqual(new Set(calculator!.subtotals(by).keys()))
      for (const row of workbook!.components.values()) expect(names).toContain(groupOf(row, by, services))
      expect(shownSubtotals()).toBe(shownSubtotals())
    }
  })

  it('has the heading’s own figure, and points at it and at no group of its name', () => {
    setGroupBy('environment')
    expect(figureText(cost('prod'))).toBe('20')
    expect(referenceTo(heading('prod'))).toBe('subtotal("environment:prod")')
    setGroupBy('group')
    expect(figureText(cost('prod'))).toBe('10')
    expect(referenceTo(heading('prod'))).toBe('subtotal("prod")')
    setGroupBy('category')
    expect(typedText(heading('other'))).toBe('Other')
    expect(referenceTo(heading('other'))).toBe('subtotal("category:other")')
  })

  it('points at rows by name, whatever stands in it, and at nothing that has none', () => {
    expect(referenceTo({ row: 'say "c"', column: 'name' })).toBe('cost("say ""c""")')
    expect(referenceTo(heading(''))).toBeNull()
    expect(referenceTo({ row: 'dropped:a', column: 'name' })).toBeNull()
  })

  it('refuses to rename a heading or to move rows, in words', () => {
    setGroupBy('environment')
    expect(canEdit(heading('prod'))).toBe(false)
    expect(whyNotEditable(heading('prod')).message).toContain('grouped by environment')
    selectRow('a')
    const before = state().document
    moveRows('down')
    expect(state().document).toBe(before)
    expect(state().notices.at(-1)).toMatchObject({ kind: 'refusal', message: expect.stringContaining('grouped by environment') })
  })

  it('unfolds the heading a found row stands under', () => {
    setGroupBy('environment')
    collapse('dev', true)
    choose({ row: 'a', column: 'name' })
    expect(state().collapsed.has('dev')).toBe(false)
    collapse('prod', true)
    unfold('b')
    expect(state().collapsed.size).toBe(0)
  })

  it('is grouped that way again when the workbook is opened again, with the heading that was selected', async () => {
    const selection = [{ anchor: heading('dev'), focus: heading('dev') }]
    storage.saveView('book', { scrollRow: 0, selection, collapsed: ['dev'], groupBy: 'environment', panels: {} })
    await openKept('book')
    expect(state()).toMatchObject({ groupBy: 'environment', selection, collapsed: new Set(['dev']) })
    storage.saveView('book', { scrollRow: 0, selection, collapsed: [], groupBy: 'moon', panels: {} })
    await openKept('book')
    expect(state()).toMatchObject({ groupBy: 'group', selection: [] })
  })
})
