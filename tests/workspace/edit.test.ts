import { describe, expect, it } from 'vitest'
import { setCells } from '#shared/commands/cells.ts'
import { addComponents, deleteComponents, moveComponents } from '#shared/commands/components.ts'
import { renameWorkbook } from '#shared/commands/settings.ts'
import { edit, recalculate, redo, undo } from '#renderer/workspace/edit.ts'
import { select } from '#renderer/workspace/selection.ts'
import { supplies, supply, workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from './kit.ts'

const state = () => workspace.getState()
const total = () => state().calculator?.total().monthly
const type = (row: string, text: string) => edit(setCells, { cells: [{ row, column: 'input:monthly', text }], services: state().services })

describe('an edit', () => {
  it('changes the document, the figures and what is kept, and replaces the store once', async () => {
    const storage = await openWindow(workbookOf([flat('a', '10'), flat('b', '=cost("a") * 2')]))
    let replacements = 0
    const stop = workspace.subscribe(() => {
      replacements += 1
    })
    expect(total()).toBe(30)
    expect(type('a', '100')).toBeNull()
    stop()
    expect(replacements).toBe(1)
    expect(total()).toBe(300)
    expect(state().moved.recalculated.components).toEqual(new Set(['a', 'b']))
    expect(storage.saved).toHaveLength(1)
    expect(storage.saved[0]).toMatchObject({ workbook: state().workbook, total: { monthly: 300, currency: 'USD', unknown: 0 } })
    expect(storage.saved[0]?.changes.map((change) => change.id)).toEqual(['a'])
  })

  it('that is refused changes nothing and says why', async () => {
    const storage = await openWindow(workbookOf([flat('a', '10')]))
    const before = state().workbook
    const refusal = edit(renameWorkbook, { name: ' ' })
    expect(refusal?.code).toBe('workbook-name')
    expect(state().workbook).toBe(before)
    expect(state().notices).toEqual([{ kind: 'refusal', message: refusal?.message, fix: refusal?.fix }])
    expect(storage.saved).toEqual([])
    expect(state().canUndo).toBeNull()
  })

  it('that changes nothing is no step', async () => {
    const storage = await openWindow(workbookOf([flat('a', '10')]))
    type('a', '10')
    expect(state().canUndo).toBeNull()
    expect(storage.saved).toEqual([])
  })

  it('takes ranges away with their rows, and undo gives both back', async () => {
    await openWindow(workbookOf([flat('a', '10'), flat('b', '20')]))
    select({ row: 'b', column: 'monthly' })
    edit(deleteComponents, { ids: ['b'] })
    expect(state().selection).toEqual([])
    undo()
    expect(state().selection).toEqual([{ anchor: { row: 'b', column: 'monthly' }, focus: { row: 'b', column: 'monthly' } }])
  })

  it('marks the file as not written, not the workbook as lost', async () => {
    await openWindow(workbookOf([flat('a', '10')]))
    workspace.setState({ file: { token: 't', name: 'a.skytally', unsaved: false } })
    type('a', '11')
    expect(state().file).toEqual({ token: 't', name: 'a.skytally', unsaved: true })
  })

  it('survives a calculator that fails: the edit is kept and the figures are made anew', async () => {
    const storage = await openWindow(workbookOf([flat('a', '10')]))
    const { calculator } = state()
    if (calculator === null) throw new Error('no calculator')
    workspace.setState({
      calculator: {
        ...calculator,
        apply: () => {
          throw new Error('broken')
        },
      },
    })
    type('a', '25')
    expect(total()).toBe(25)
    expect(storage.saved).toHaveLength(1)
    expect(state().notices[0]).toMatchObject({ kind: 'fault' })
    type('a', '26')
    expect(total()).toBe(26)
  })
})

describe('an edit of a row that rules make', () => {
  it('is refused with what to do where nothing would change, and leaves no step to take back', async () => {
    const rows = [flat('a', '10', { environment: 'prod' }), flat('b', '5', { environment: 'prod' })]
    const environment = { id: 'e', order: 1, name: 'dev', from: 'prod', rules: [] }
    const storage = await openWindow({ ...workbookOf(rows), environments: new Map([['e', environment]]) })
    expect(edit(moveComponents, { ids: ['a@e'], to: { after: 'b@e' } })?.code).toBe('taken-stays')
    const cells = [{ row: 'a@e', column: 'environment' as const, text: 'test' }]
    expect(edit(setCells, { cells, services: state().services })?.code).toBe('taken-stays')
    expect(state().canUndo).toBeNull()
    expect(storage.saved).toEqual([])
  })
})

describe('undo and redo', () => {
  it('go back and forth through labelled steps, each kept like an edit', async () => {
    const storage = await openWindow(workbookOf([flat('a', '10')]))
    type('a', '20')
    edit(addComponents, {
      components: [{ id: 'n', service: 'general.flat', inputs: { monthly: '5' } }],
      after: 'a',
      services: state().services,
    })
    expect([state().canUndo, state().canRedo, total()]).toEqual(['Add a row', null, 25])
    undo()
    expect([state().canUndo, state().canRedo, total()]).toEqual(['Change a cell', 'Add a row', 20])
    undo()
    expect([state().canUndo, state().canRedo, total()]).toEqual([null, 'Change a cell', 10])
    redo()
    redo()
    expect([state().canUndo, state().canRedo, total()]).toEqual(['Add a row', null, 25])
    expect(storage.saved).toHaveLength(6)
  })

  it('forget what was undone when something else is done', async () => {
    await openWindow(workbookOf([flat('a', '10')]))
    type('a', '20')
    undo()
    type('a', '30')
    expect(state().canRedo).toBeNull()
    redo()
    expect(total()).toBe(30)
  })

  it('reach a thousand steps back and no further', async () => {
    await openWindow(workbookOf([flat('a', '0')]))
    for (let step = 1; step <= 1001; step += 1) type('a', String(step))
    for (let step = 0; step < 1100; step += 1) undo()
    expect(total()).toBe(1)
    expect(state().canUndo).toBeNull()
  })
})

describe('recalculating from scratch', () => {
  it('changes nothing and says so', async () => {
    await openWindow(workbookOf([flat('a', '10'), flat('b', '=cost("a") / 3'), flat('c', '=nothing')]))
    type('a', '0.1')
    const before = total()
    recalculate()
    expect(total()).toBe(before)
    expect(state().notices.at(-1)).toMatchObject({ kind: 'info' })
  })

  it('shows the fresh figures and calls it a fault when they differ', async () => {
    await openWindow(workbookOf([flat('a', '10')]))
    const right = supplies().calculate
    const { calculator } = state()
    if (calculator === null) throw new Error('no calculator')
    workspace.setState({ calculator: { ...calculator, row: () => ({ ...calculator.row('a'), monthly: 11 }) } })
    supply({ ...supplies(), calculate: right })
    recalculate()
    expect(state().calculator?.row('a').monthly).toBe(10)
    expect(state().notices.at(-1)).toMatchObject({ kind: 'fault' })
  })
})

describe('an edit that other formulas miss', () => {
  it('says so with a way back that goes with the next edit', async () => {
    await openWindow(workbookOf([flat('a', '10'), flat('b', '=cost("a") * 2')]))
    const before = workspace.getState().workbook
    edit(deleteComponents, { ids: ['a'] })
    expect(workspace.getState().notices).toEqual([
      { kind: 'info', message: '“a” is gone, but 1 formula still names it: b (monthly).', undo: true },
    ])
    undo()
    expect(workspace.getState().notices).toEqual([])
    expect(workspace.getState().workbook?.components).toEqual(before?.components)
    expect(workspace.getState().calculator?.total().monthly).toBe(30)
  })
})
