import { describe, expect, it } from 'vitest'
import { addScenario } from '#shared/commands/scenarios.ts'
import { act } from '#renderer/palette/act.ts'
import { sections } from '#renderer/palette/items.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { openEmpty, refreshRecent } from '#renderer/workspace/open.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from '../workspace/kit.ts'

const listed = (heading: string, query = '') =>
  sections(workspace.getState(), query).find((section) => section.heading === heading)?.items ?? []

describe('the palette lists', () => {
  it('the scenarios beside the one shown, and goes to the one chosen', async () => {
    await openWindow(workbookOf([flat('a', '1')]))
    expect(listed('Scenarios')).toEqual([])
    expect(edit(addScenario, { id: 's', parent: null, name: 'Spot training' })).toBeNull()
    workspace.setState({ scenario: null })
    const [spot] = listed('Scenarios', 'spot tr')
    expect(spot?.title).toBe('Spot training')
    await act(spot!.act)
    expect(workspace.getState().scenario).toBe('s')
    expect(listed('Scenarios').map((item) => item.title)).toEqual(['Base'])
  })

  it('the designs elsewhere by the words of the menu and the manual', async () => {
    await openWindow(workbookOf([flat('a', '1')]))
    const stop = handleCommands({ 'scenarios.elsewhere': { run: () => undefined } })
    for (const query of ['same design elsewhere', 'elsewhere', 'other regions', 'another cloud']) {
      expect(listed('Commands', query).map(({ title }) => title)).toContain('Same design elsewhere…')
    }
    stop()
  })

  it('the workbooks kept here but the open one, as soon as it has asked for them', async () => {
    await openWindow(workbookOf([flat('a', '1')]))
    await openEmpty()
    expect(listed('Recent workbooks')).toEqual([])
    await refreshRecent()
    const [kept] = listed('Recent workbooks')
    expect(kept?.act).toEqual({ kind: 'workbook', id: 'book' })
    await act(kept!.act)
    expect(workspace.getState().document?.id).toBe('book')
  })
})
