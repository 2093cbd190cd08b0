import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '#shared/document/file.ts'
import { dateProblem } from '#renderer/scenarios/due-date.ts'
import { openFileText } from '#renderer/workspace/open.ts'
import { namesAtFault } from '#renderer/workspace/scenario-names.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from './kit.ts'

function called(...names: readonly string[]) {
  const decision = { what: '', why: '', who: '', by: '' }
  const scenarios = names.map(
    (name, order) =>
      [`s${String(order)}`, { id: `s${String(order)}`, order, name, parent: null, colour: '', decision, overrides: [] }] as const,
  )
  return { ...workbookOf([flat('a', '1')]), scenarios: new Map(scenarios) }
}

describe('the names of a file’s scenarios', () => {
  it('are spoken of where two are the same, one is that of the base, or one is missing', () => {
    expect(namesAtFault(called('Bigger', 'Elsewhere'))).toBeNull()
    expect(namesAtFault(called('Bigger', 'bigger '))?.message).toBe('This file has 2 scenarios called “Bigger”.')
    expect(namesAtFault(called('BASE', ''))?.message).toBe(
      'This file has one scenario called “BASE” as the base is, and one scenario without a name.',
    )
  })

  it('are spoken of when the file is opened, and the file is opened as it stands', async () => {
    await openWindow(workbookOf([]))
    await openFileText(writeWorkbook(called('Twin', 'Twin')), { token: 't', name: 'twins.skytally', unsaved: false })
    const { notices, document } = workspace.getState()
    expect(notices.map(({ message }) => message)).toContain('This file has 2 scenarios called “Twin”.')
    expect(document?.scenarios.size).toBe(2)
  })
})

describe('the day by which something is decided', () => {
  it('is refused where it is shaped like a date and there is no such day', () => {
    expect(dateProblem('2026-02-31')).toBe('2026-02 has 28 days: there is no day 31.')
    expect(dateProblem('2028-02-29')).toBeNull()
    expect(dateProblem(' 2026-12-15 ')).toBeNull()
    expect(dateProblem('2026-13-01')).toContain('There is no month 13.')
    expect(dateProblem('2026/04/00')).toContain('no day 0')
    expect(dateProblem('0099-02-29')).toContain('no day 29')
  })

  it('may be said in words', () => {
    expect(['', 'end of May', 'before 2026-02-31', 'Q3 2026'].map(dateProblem)).toEqual([null, null, null, null])
  })
})
