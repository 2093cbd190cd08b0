import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '#shared/document/file.ts'
import {
  addScenario,
  deleteScenario,
  duplicateScenario,
  moveScenario,
  pushOverrides,
  renameScenario,
  resetOverrides,
  setDecision,
} from '#shared/commands/scenarios.ts'
import { addBudget, deleteBudget } from '#shared/commands/budgets.ts'
import { setCells } from '#shared/commands/cells.ts'
import { deleteComponents } from '#shared/commands/components.ts'
import { addDriver, deleteDriver } from '#shared/commands/drivers.ts'
import { renameWorkbook } from '#shared/commands/settings.ts'
import { rows } from '#shared/document/rows.ts'
import { everyScenario } from '#pricing/export/scenarios.ts'
import { services } from '#pricing/services/registry.ts'
import { showNext, showPlace } from '#renderer/scenarios/actions.ts'
import { cellDraft, setCellDraft } from '#renderer/workspace/editing.ts'
import { edit, redo, showScenario, undo } from '#renderer/workspace/edit.ts'
import { ownValues, resetPlaces } from '#renderer/workspace/own-values.ts'
import { openKept, openNew, openWorkbookText } from '#renderer/workspace/open.ts'
import { supplies, supply, workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf, type FakeStorage } from './kit.ts'

const state = () => workspace.getState()
const total = () => state().calculator?.total().monthly
const names = () => rows(state().document!.scenarios).map(({ name }) => name)

function type(row: string, text: string): void {
  edit(setCells, { services, cells: [{ row, column: 'input:monthly', text }] })
}

let storage: FakeStorage

beforeEach(async () => {
  storage = await openWindow(workbookOf([flat('a', '100'), flat('b', '20')]))
})

describe('an edit while a scenario is shown', () => {
  beforeEach(() => {
    edit(addScenario, { id: 's', parent: null, name: 'Bigger' })
    showScenario('s')
    type('a', '500')
  })

  it('moves the scenario’s total and leaves the base’s', () => {
    expect(total()).toBe(520)
    showScenario(null)
    expect(total()).toBe(120)
  })

  it('is undone in the scenario it was made in, from wherever one is', () => {
    showScenario(null)
    undo()
    expect(state().scenario).toBe('s')
    expect(total()).toBe(120)
    redo()
    expect(total()).toBe(520)
  })

  it('keeps the whole document, with the base’s total for the start page', () => {
    const last = storage.saved.at(-1)
    expect(last?.changes.map((change) => change.table)).toEqual(['scenarios'])
    expect(last?.total?.monthly).toBe(120)
    expect(last?.workbook.components.get('a')?.inputs['monthly']).toBe('100')
  })

  it('is in the file, which opens with it', () => {
    const read = readWorkbook(openWorkbookText() ?? '', () => 'fresh')
    expect(read.ok && rows(read.workbook.scenarios)[0]?.overrides).toEqual([
      { kind: 'set', table: 'components', id: 'a', field: 'inputs.monthly', value: '500' },
    ])
  })

  it('gives way to the base’s value when it is reset, and becomes it when it is pushed down', () => {
    edit(resetOverrides, { scenario: 's', table: 'components', id: 'a', field: 'inputs.monthly' })
    expect(total()).toBe(120)
    undo()
    edit(pushOverrides, { scenario: 's', table: 'components', id: 'a' })
    expect(total()).toBe(520)
    expect(state().document?.scenarios.get('s')?.overrides).toEqual([])
    showScenario(null)
    expect(total()).toBe(520)
  })

  it('can drop a driver and a budget there only, which are known, and come back by a reset', () => {
    showScenario(null)
    edit(addDriver, { id: 'd', name: 'load', value: '4' })
    edit(addBudget, { id: 'l', scope: 'total', monthly: 100 })
    showScenario('s')
    edit(deleteDriver, { id: 'd' })
    edit(deleteBudget, { id: 'l' })
    const own = ownValues(state().document, 's')!
    expect(own.droppedDrivers.map(({ name }) => name)).toEqual(['load'])
    expect(own.droppedBudgets.map(({ scope }) => scope)).toEqual(['total'])
    expect(resetPlaces([{ table: 'drivers', id: 'd' }])).toBeNull()
    expect(resetPlaces([{ table: 'budgets', id: 'l' }])).toBeNull()
    expect(ownValues(state().document, 's')).toMatchObject({ droppedDrivers: [], droppedBudgets: [] })
    expect(state().workbook?.drivers.get('d')?.value).toBe('4')
  })

  it('can drop a row there only, which comes back by a reset', () => {
    edit(deleteComponents, { ids: ['b'] })
    expect(total()).toBe(500)
    edit(resetOverrides, { scenario: 's', table: 'components', id: 'b' })
    expect(total()).toBe(520)
  })
})

describe('the environments of a workbook', () => {
  it('know the categories of its own services from the first moment, in the window as in an export', async () => {
    const queue = { id: 'q', order: 1, name: 'Queue', category: 'databases', inputs: {}, charges: {} }
    const rules = [{ match: 'category:databases', leaveOut: true as const }]
    const workbook = {
      ...workbookOf([flat('a', '1', { environment: 'prod' }), flat('own', '', { service: 'user.q', environment: 'prod', inputs: {} })]),
      services: new Map([['q', queue]]),
      environments: new Map([['dev', { id: 'dev', order: 1, name: 'dev', from: 'prod', rules }]]),
    }
    const exported = everyScenario(workbook)[0]!.workbook
    await openWindow(workbook)
    expect([...state().workbook!.components.keys()]).toEqual(['a', 'own', 'a@dev'])
    expect([...exported.components.keys()]).toEqual(['a', 'own', 'a@dev'])
  })
})

describe('what is being typed when a key shows another tab', () => {
  const typing = (column: 'input:monthly' | 'name', text: string) => setCellDraft({ place: { row: 'a', column }, text, owner: 'cell' })

  beforeEach(() => {
    edit(addScenario, { id: 's', parent: null, name: 'Bigger' })
  })
  afterEach(() => setCellDraft(null))

  it('stays in the scenario it was typed in', () => {
    typing('input:monthly', '700')
    showNext(1)
    expect(state().scenario).toBe('s')
    expect(state().document?.components.get('a')?.inputs['monthly']).toBe('700')
    typing('input:monthly', '50')
    expect(showPlace(1)).toBe(true)
    expect(state().scenario).toBeNull()
    expect(total()).toBe(720)
    expect(state().document?.scenarios.get('s')?.overrides).toHaveLength(1)
  })

  it('keeps the tab where it is refused, so that nothing typed is lost', () => {
    typing('name', '')
    showNext(1)
    expect(state().scenario).toBeNull()
    expect(cellDraft.getState().draft?.text).toBe('')
    expect(state().notices.at(-1)?.kind).toBe('refusal')
  })
})

describe('the base’s total beside a scenario that was left open', () => {
  it('is the one kept, and is not added up again for a key pressed in the scenario', async () => {
    edit(addScenario, { id: 's', parent: null })
    showScenario('s')
    type('a', '500')
    storage.saveView('book', { scenario: 's', scrollRow: 0, selection: [], collapsed: [], panels: {} })
    const workbooks: unknown[] = []
    const { calculate } = supplies()
    supply({ ...supplies(), calculate: (of, declared) => (workbooks.push(of), calculate(of, declared)) })
    const other = { ...workbookOf([flat('x', '1')]), id: 'other' }
    await openNew(other)
    await openKept('book')
    workbooks.length = 0
    type('a', '600')
    expect(workbooks).toEqual([])
    expect(storage.saved.at(-1)?.total?.monthly).toBe(120)
  })

  it('is added up again where the base itself changes, and after the workbook was opened anew with another total', async () => {
    edit(addScenario, { id: 's', parent: null })
    showScenario('s')
    type('a', '500')
    edit(pushOverrides, { scenario: 's' })
    expect(storage.saved.at(-1)?.total?.monthly).toBe(520)
    const changed = { ...state().document!, components: workbookOf([flat('a', '1'), flat('b', '2')]).components }
    storage.save(changed, [], { total: { monthly: 3, currency: 'USD', unknown: 0 } })
    storage.saveView('book', { scenario: 's', scrollRow: 0, selection: [], collapsed: [], panels: {} })
    await openKept('book')
    type('a', '7')
    expect(storage.saved.at(-1)?.total?.monthly).toBe(3)
  })
})

describe('an edit of the base', () => {
  it('shows in a scenario that does not override it', () => {
    edit(addScenario, { id: 's', parent: null })
    type('b', '30')
    showScenario('s')
    expect(total()).toBe(130)
  })
})

describe('the list of scenarios', () => {
  it('gives new ones names of their own, and refuses a name that is taken', () => {
    edit(addScenario, { parent: null })
    edit(addScenario, { id: 's', parent: null })
    expect(names()).toEqual(['Scenario', 'Scenario 2'])
    expect(edit(renameScenario, { id: 's', name: 'scenario' })?.code).toBe('scenario-taken')
    expect(edit(renameScenario, { id: 's', name: ' base ' })?.code).toBe('scenario-taken')
    expect(edit(renameScenario, { id: 's', name: '  ' })?.code).toBe('scenario-name')
  })

  it('copies a scenario behind the one it was copied from, and moves tabs', () => {
    edit(addScenario, { id: 'one', parent: null, name: 'One' })
    edit(addScenario, { id: 'two', parent: null, name: 'Two' })
    edit(duplicateScenario, { id: 'one' })
    expect(names()).toEqual(['One', 'One 2', 'Two'])
    edit(moveScenario, { id: 'two', after: null })
    expect(names()).toEqual(['Two', 'One', 'One 2'])
  })

  it('lets a branch keep its figures when what it stands on is deleted, and shows what is left', () => {
    edit(addScenario, { id: 'lower', parent: null })
    showScenario('lower')
    type('a', '500')
    edit(addScenario, { id: 'upper', parent: 'lower' })
    showScenario('upper')
    type('b', '1')
    expect(total()).toBe(501)
    edit(deleteScenario, { id: 'lower' })
    expect(state().scenario).toBe('upper')
    expect(total()).toBe(501)
    edit(deleteScenario, { id: 'upper' })
    expect(state().scenario).toBeNull()
    expect(total()).toBe(120)
    undo()
    expect(state().scenario).toBe('upper')
    expect(total()).toBe(501)
  })

  it('keeps decision notes apart from figures', () => {
    edit(addScenario, { id: 's', parent: null })
    edit(setDecision, { id: 's', decision: { what: 'Buy reserved', who: 'Ada' } })
    edit(setDecision, { id: 's', decision: { why: 'Cheaper' } })
    expect(state().document?.scenarios.get('s')?.decision).toEqual({ what: 'Buy reserved', why: 'Cheaper', who: 'Ada', by: '' })
  })
})

describe('a workbook with scenarios', () => {
  it('opens on the scenario that was shown last, and on the base when that is gone', async () => {
    edit(addScenario, { id: 's', parent: null })
    const view = { scrollRow: 0, selection: [], collapsed: [], panels: {} }
    storage.saveView('book', { ...view, scenario: 's' })
    await openKept('book')
    expect(state().scenario).toBe('s')
    storage.saveView('book', { ...view, scenario: 'gone' })
    await openKept('book')
    expect(state().scenario).toBeNull()
  })

  it('has one name, whatever is shown when it is changed', () => {
    edit(addScenario, { id: 's', parent: null })
    showScenario('s')
    edit(renameWorkbook, { name: 'Renamed' })
    expect(state().document?.settings.get('settings')?.name).toBe('Renamed')
    expect(state().workbook?.settings.get('settings')?.name).toBe('Renamed')
  })
})
