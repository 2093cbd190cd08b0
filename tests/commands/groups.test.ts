import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedRows } from '#shared/commands/grouped.ts'
import { services } from '#pricing/services/registry.ts'
import { moveGroup } from '#shared/commands/groups.ts'
import { insertAbove } from '#shared/commands/insert-above.ts'
import { edit, undo } from '#renderer/workspace/edit.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from '../workspace/kit.ts'

const shown = () => groupedRows(workspace.getState().workbook!).map((row) => row.id)
const inGroups = (names: string) => workbookOf(names.split('').map((group, at) => flat(`${group}${String(at)}`, '1', { group })))

describe('a group moved', () => {
  it('passes the whole group beside it, and is where it was after one step back', async () => {
    await openWindow(inGroups('ABABC'))
    expect(edit(moveGroup, { group: 'C', to: 'up' })).toBeNull()
    expect(shown()).toEqual(['A0', 'A2', 'C4', 'B1', 'B3'])
    undo()
    expect(shown()).toEqual(['A0', 'A2', 'B1', 'B3', 'C4'])
    edit(moveGroup, { group: 'A', to: 'down' })
    expect(shown()).toEqual(['B1', 'B3', 'A0', 'A2', 'C4'])
  })

  it('stays at the edge of the sheet, and is refused when there is none of its name', async () => {
    const storage = await openWindow(inGroups('AB'))
    expect(edit(moveGroup, { group: 'A', to: 'up' })).toBeNull()
    expect(edit(moveGroup, { group: 'B', to: 'down' })).toBeNull()
    expect(storage.saved).toEqual([])
    expect(edit(moveGroup, { group: 'Z', to: 'up' })?.code).toBe('no-group')
  })

  it('down and up again leaves every row where it was, however the groups lie among each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 9 }), async (names) => {
        await openWindow(inGroups(names.join('')))
        const before = shown()
        if (names.every((name) => name === names[0])) return
        edit(moveGroup, { group: names[0]!, to: 'down' })
        expect(shown()).not.toEqual(before)
        edit(moveGroup, { group: names[0]!, to: 'up' })
        expect(shown()).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

describe('an inserted row', () => {
  it('stands above the row it was asked for, in its group', async () => {
    await openWindow(inGroups('AABB'))
    const insert = (above: string, id: string) => edit(insertAbove, { components: [{ service: 'general.flat', id }], above, services })
    expect(insert('B2', 'x')).toBeNull()
    expect(insert('A0', 'y')).toBeNull()
    expect(shown()).toEqual(['y', 'A0', 'A1', 'x', 'B2', 'B3'])
    expect(workspace.getState().workbook?.components.get('x')?.group).toBe('B')
    undo()
    expect(shown()).not.toContain('y')
  })
})
