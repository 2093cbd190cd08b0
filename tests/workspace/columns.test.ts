import { beforeEach, describe, expect, it } from 'vitest'
import { hideColumns, placeColumns, showColumn, shownColumns } from '#renderer/sheet/columns.ts'
import { readColumns, setWidths } from '#renderer/workspace/columns.ts'
import { closeWorkbook, openKept } from '#renderer/workspace/open.ts'
import { keepView } from '#renderer/workspace/kept-view.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf, type FakeStorage } from './kit.ts'

let storage: FakeStorage
beforeEach(async () => {
  storage = await openWindow(workbookOf([flat('a', '1')]))
})

describe('the columns of a workbook', () => {
  it('are the usual ones at first; one that is shown takes its usual place', () => {
    expect(shownColumns()).toEqual(['name', 'service', 'region', 'size', 'count', 'buys', 'monthly', 'share'])
    showColumn('note', true)
    showColumn('input:hours', true)
    expect(shownColumns()).toEqual(['name', 'service', 'region', 'size', 'count', 'input:hours', 'buys', 'note', 'monthly', 'share'])
  })

  it('are the same list until they change, whatever their widths', () => {
    const before = shownColumns()
    setWidths(new Map([['count', 90]]))
    expect(shownColumns()).toBe(before)
    hideColumns(['count', 'name'])
    expect(shownColumns()).toEqual(before.filter((id) => id !== 'count'))
  })

  it('stand where they are put, the name always first', () => {
    placeColumns(['share', 'monthly'], 'service')
    expect(shownColumns().slice(0, 4)).toEqual(['name', 'monthly', 'share', 'service'])
    placeColumns(['monthly'], 'name')
    placeColumns(['name'], null)
    expect(shownColumns()[0]).toBe('name')
    placeColumns(['service'], null)
    expect(shownColumns().at(-1)).toBe('service')
  })

  it('come back with the workbook, each with its width', async () => {
    const stop = keepView()
    hideColumns(['region'])
    placeColumns(['monthly'], 'service')
    setWidths(
      new Map([
        ['name', 30],
        ['monthly', 333.4],
      ]),
    )
    await new Promise((resolve) => setTimeout(resolve, 600))
    stop()
    const left = workspace.getState().columns
    expect(left.find(({ id }) => id === 'name')?.width).toBe(112)
    expect(left.find(({ id }) => id === 'monthly')?.width).toBe(333)
    const id = workspace.getState().document!.id
    expect(storage.views.get(id)?.columns).toEqual(left)
    await closeWorkbook()
    workspace.setState({ columns: [] })
    await openKept(id)
    expect(workspace.getState().columns).toEqual(left)
  })

  it('are read from whatever was kept, without what makes no sense', () => {
    const kept = [
      { id: 'count', width: 90 },
      { id: 'nonsense', width: 90 },
      7,
      null,
      { id: 'share', width: -4 },
      { id: 'count', width: 'x' },
    ]
    expect(readColumns(kept)).toEqual([
      { id: 'name', width: null },
      { id: 'count', width: null },
      { id: 'share', width: null },
    ])
    for (const nothing of [undefined, null, 'x', [], {}]) expect(readColumns(nothing)).toHaveLength(8)
  })
})
