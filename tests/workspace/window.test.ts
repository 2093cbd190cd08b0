import { describe, expect, it } from 'vitest'
import { commandInfos } from '#shared/commands/catalogue.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { renameWorkbook } from '#shared/commands/settings.ts'
import { runsOver } from '#renderer/frame/shortcuts.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { canRun, handleCommands, onRunnableChange, runCommand } from '#renderer/workspace/commands.ts'
import { emptyHistory, historyDepth, record, stepBack, stepForward } from '#renderer/workspace/history.ts'
import { readSelection } from '#renderer/workspace/kept-view.ts'
import { dismiss, notify, withdrawRefusal } from '#renderer/workspace/notices.ts'
import { closeWorkbook, openFileText, openKept, openText, rememberFileText } from '#renderer/workspace/open.ts'
import { collapse, selectRow } from '#renderer/workspace/selection.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from './kit.ts'

const state = () => workspace.getState()

describe('history', () => {
  const entry = (label: string) => ({ label, changes: [], selection: [], scenario: null })

  it('steps back and forward through what it heard', () => {
    const two = record(record(emptyHistory, entry('one')), entry('two'))
    const back = stepBack(two)
    expect(back?.entry.label).toBe('two')
    const forward = back === null ? null : stepForward(back.history)
    expect(forward?.entry.label).toBe('two')
    expect(forward?.history).toEqual(two)
    expect(stepForward(two)).toBeNull()
    expect(stepBack(emptyHistory)).toBeNull()
  })

  it('forgets its oldest step beyond its depth', () => {
    let history = emptyHistory
    for (let count = 0; count <= historyDepth; count += 1) history = record(history, entry(String(count)))
    expect(history.past).toHaveLength(historyDepth)
    expect(history.past[0]?.label).toBe('1')
  })
})

describe('opening', () => {
  it('restores selection, folded groups, panels and scroll', async () => {
    const storage = await openWindow(workbookOf([flat('a', '1', { group: 'X' })]))
    const selection = [{ anchor: { row: 'a', column: 'monthly' }, focus: { row: 'a', column: 'monthly' } }]
    storage.saveView('book', { scrollRow: 7, selection, collapsed: ['X'], panels: { drivers: false, inspector: true } })
    await openKept('book')
    expect(state()).toMatchObject({
      screen: 'workbook',
      scrollRow: 7,
      selection,
      collapsed: new Set(['X']),
      panels: { drivers: false, inspector: true },
      canUndo: null,
    })
  })

  it('takes a kept selection only as far as it still fits', () => {
    const workbook = workbookOf([flat('a', '1', { group: 'X' })])
    const place = (row: string, column: string) => ({ anchor: { row, column }, focus: { row, column } })
    expect(
      readSelection([place('a', 'name'), place('gone', 'name'), place('a', 'nothing'), place('group:X', 'name'), null, 5, 'x'], workbook),
    ).toEqual([place('a', 'name'), place('group:X', 'name')])
    expect(readSelection('text', workbook)).toEqual([])
  })

  it('of a file makes a workbook of its own', async () => {
    const storage = await openWindow(workbookOf([]))
    const read = await openText(writeWorkbook(workbookOf([flat('a', '42')])), { token: 't', name: 'a.skytally', unsaved: false })
    expect(read.ok).toBe(true)
    expect(state().workbook?.id).not.toBe('book')
    expect(state().calculator?.total().monthly).toBe(42)
    expect(state().file?.name).toBe('a.skytally')
    expect((await storage.list()).map((one) => one.rows)).toEqual([0, 1])
  })

  it('of a file that is open already is that one, with the place it can be written to', async () => {
    const storage = await openWindow(workbookOf([]))
    const file = { token: 't', name: 'a.skytally', unsaved: false }
    const text =
      '{"format":"skytally","version":1,"name":"By hand","components":[{"name":"x","service":"general.flat","inputs":{"monthly":"3"}}]}'
    await openFileText(text, file)
    const first = state().document!.id
    await openFileText(text, { ...file, token: 'u' })
    expect(state().document!.id).toBe(first)
    expect(state().file?.token).toBe('u')
    expect(state().notices.at(-1)?.message).toBe('a.skytally is open already.')
    await closeWorkbook()
    await openFileText(text, file)
    expect(state().document!.id).toBe(first)
    expect(await storage.list()).toHaveLength(2)
  })

  it('of a file that lacks edits made since says that they are not in it, open or opened again', async () => {
    await openWindow(workbookOf([]))
    const file = { token: 't', name: 'a.skytally', unsaved: false }
    const text =
      '{"format":"skytally","version":1,"name":"Shop","components":[{"name":"API","service":"general.flat","inputs":{"monthly":"5"}}]}'
    await openFileText(text, file)
    expect(state().file?.unsaved).toBe(false)
    await closeWorkbook()
    await openFileText(text, file)
    expect(state().file?.unsaved).toBe(false)
    edit(renameWorkbook, { name: 'Shop 2' })
    await openFileText(text, file)
    expect(state().file?.unsaved).toBe(true)
    await closeWorkbook()
    await openFileText(text, file)
    expect(state().file?.unsaved).toBe(true)
  })

  it('of a file written from a workbook kept here is that workbook, unless the two have parted', async () => {
    const storage = await openWindow(workbookOf([flat('a', '42')]))
    const file = { token: 't', name: 'a.skytally', unsaved: false }
    const asKept = writeWorkbook(state().document!)
    await closeWorkbook()
    await openFileText(asKept, file)
    expect(state().document?.id).toBe('book')
    expect(state().file).toEqual(file)
    await openFileText(asKept.replace('"42"', '"43"'), file)
    expect(state().document?.id).not.toBe('book')
    expect(state().calculator?.total().monthly).toBe(43)
    expect(await storage.list()).toHaveLength(2)
    rememberFileText('book', 'gone')
    await openFileText(asKept, { ...file, name: 'b.skytally' })
    expect(state().document?.id).toBe('book')
  })

  it('of an unreadable file gives the problems and leaves what is open', async () => {
    await openWindow(workbookOf([flat('a', '1')]))
    const before = state()
    const read = await openText('{"format":"skytally","version":1,"name":"x","componnents":[]}', null)
    expect(read.ok).toBe(false)
    expect(state()).toBe(before)
  })

  it('that fails says so and leaves what is open', async () => {
    const storage = await openWindow(workbookOf([flat('a', '1')]))
    const before = state().workbook
    storage.failNext('disk gone')
    expect(await openKept('book')).toBe(false)
    expect(state().workbook).toBe(before)
    expect(state().notices.at(-1)).toMatchObject({ kind: 'fault', message: 'This workbook could not be read (disk gone).' })
  })
})

describe('closing', () => {
  it('goes to the start page when everything is kept', async () => {
    await openWindow(workbookOf([flat('a', '1')]))
    await closeWorkbook()
    expect(state()).toMatchObject({ screen: 'start', workbook: null, calculator: null })
    expect(state().recent).toHaveLength(1)
  })

  it('keeps the workbook open when something cannot be kept', async () => {
    const storage = await openWindow(workbookOf([flat('a', '1')]))
    storage.failNext('disk full')
    await closeWorkbook()
    expect(state().screen).toBe('workbook')
    expect(state().notices.at(-1)?.message).toContain('disk full')
  })
})

describe('selecting a row', () => {
  it('unfolds its group', async () => {
    await openWindow(workbookOf([flat('a', '1', { group: 'X' })]))
    collapse('X', true)
    selectRow('a')
    expect(state().collapsed.has('X')).toBe(false)
  })
})

describe('notices', () => {
  it('are not said twice and do not pile up', async () => {
    await openWindow(workbookOf([]))
    for (const message of ['a', 'b', 'b', 'c', 'd', 'e']) notify({ kind: 'info', message })
    expect(state().notices.map((one) => one.message)).toEqual(['d', 'e'])
    const [first] = state().notices
    if (first !== undefined) dismiss(first)
    expect(state().notices.map((one) => one.message)).toEqual(['e'])
  })

  it('of faults give way to other faults only', async () => {
    await openWindow(workbookOf([]))
    notify({ kind: 'fault', message: 'fault' })
    for (const message of ['a', 'b', 'c']) notify({ kind: 'refusal', message })
    expect(state().notices.map((one) => one.message)).toEqual(['fault', 'c'])
  })

  it('of refusals are withdrawn where the field says them', async () => {
    await openWindow(workbookOf([]))
    notify({ kind: 'fault', message: 'same' })
    notify({ kind: 'refusal', message: 'other' })
    withdrawRefusal({ message: 'same' })
    expect(state().notices).toHaveLength(2)
    withdrawRefusal({ message: 'other' })
    expect(state().notices.map((one) => one.message)).toEqual(['same'])
  })
})

describe('the commands of the window', () => {
  it('run through whoever handles them, when they are possible', async () => {
    await openWindow(workbookOf([]))
    let ran = 0
    const stop = handleCommands({ 'edit.find': { run: () => (ran += 1), enabled: (now) => now.workbook !== null } })
    expect(runCommand('edit.find')).toBe(true)
    workspace.setState({ workbook: null })
    expect(runCommand('edit.find')).toBe(false)
    stop()
    expect(canRun('edit.find', state())).toBe(false)
    expect(ran).toBe(1)
  })

  it('are heard of by menus drawn before their view came, and when it goes or the state changes', async () => {
    await openWindow(workbookOf([]))
    const heard: boolean[] = []
    const deaf = onRunnableChange(() => heard.push(canRun('view.forecast', state())))
    const stop = handleCommands({ 'view.forecast': { run: () => undefined, enabled: (now) => now.workbook !== null } })
    workspace.setState({ workbook: null })
    stop()
    expect(heard).toEqual([true, false, false])
    deaf()
    handleCommands({ 'view.forecast': { run: () => undefined } })()
    expect(heard).toHaveLength(3)
  })

  it('may be undone by its keys in a dialog whose changes are in the workbook, and never under a question', () => {
    expect([runsOver('edit.undo', []), runsOver('edit.undo', [true]), runsOver('edit.redo', [true])]).toEqual([true, true, true])
    expect([runsOver('edit.undo', [false]), runsOver('edit.undo', [true, false]), runsOver('file.save', [true])]).toEqual([
      false,
      false,
      false,
    ])
    expect([runsOver('file.save', []), runsOver('view.palette', [false])]).toEqual([true, true])
  })

  it('cannot be handled under a name the catalogue does not know', () => {
    expect(() => handleCommands({ 'edit.fnid': { run: () => undefined } })).toThrow('edit.fnid')
    expect(commandInfos.some((info) => info.id === 'edit.find')).toBe(true)
  })
})
