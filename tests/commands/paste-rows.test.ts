import { describe, expect, it } from 'vitest'
import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import { services } from '#pricing/services/registry.ts'
import { pasteRows } from '#shared/commands/paste-rows.ts'
import { edit, undo } from '#renderer/workspace/edit.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { flat, openWindow, workbookOf } from '../workspace/kit.ts'

const store: Component = {
  ...flat('s3', ''),
  name: 'Photos',
  service: 'aws.s3',
  region: 'eu-west-1',
  group: 'Storage',
  environment: 'prod',
  inputs: { storage: '=5 * 100' },
  purchase: [{ kind: 'spot', coverage: '50%' }],
  tags: { team: 'ml' },
  note: 'kept a year',
}

const shown = () => rows(workspace.getState().workbook!.components)
const paste = (args: Partial<Parameters<typeof pasteRows.run>[1]>) =>
  edit(pasteRows, { over: [], add: [], after: null, cut: [], services, ...args })

describe('whole rows pasted', () => {
  it('below the last are the same in everything but name and id, in one undoable step', async () => {
    await openWindow(workbookOf([store]))
    expect(paste({ add: [{ id: 'new', copy: store }], after: 's3' })).toBeNull()
    const { order: _old, ...before } = shown()[0]!
    const { order: _new, ...copy } = shown()[1]!
    expect(copy).toEqual({ ...before, id: 'new', name: 'Photos 2' })
    undo()
    expect(shown().map((row) => row.id)).toEqual(['s3'])
  })

  it('over another row replace what it is and leave it where it is', async () => {
    await openWindow(workbookOf([flat('a', '10'), store, flat('b', '=cost("a")')]))
    expect(paste({ over: [{ id: 'a', copy: store }] })).toBeNull()
    const [first, , last] = shown()
    expect(first).toMatchObject({ id: 'a', name: 'Photos 2', service: 'aws.s3', inputs: store.inputs, tags: store.tags, group: 'Storage' })
    expect(last?.inputs['monthly']).toBe('=cost("Photos 2")')
  })

  it('over themselves change nothing', async () => {
    const storage = await openWindow(workbookOf([flat('a', '10')]))
    expect(paste({ over: [{ id: 'a', copy: shown()[0]! }] })).toBeNull()
    expect(storage.saved).toEqual([])
  })

  it('after they were cut keep their name, and the rows they came from go', async () => {
    await openWindow(workbookOf([store, flat('b', '1')]))
    expect(paste({ over: [{ id: 'b', copy: store }], cut: ['s3'] })).toBeNull()
    expect(shown()).toMatchObject([{ id: 'b', name: 'Photos', service: 'aws.s3' }])
  })

  it('of a service this workbook does not know are refused', async () => {
    await openWindow(workbookOf([flat('a', '1')]))
    expect(paste({ over: [{ id: 'a', copy: { ...store, service: 'user.gone' } }] })?.code).toBe('no-service')
    expect(paste({ add: [{ id: 'n', copy: { ...store, service: 'user.gone' } }] })?.code).toBe('no-service')
  })

  it('say what is gone when they were moved onto others or did not all find a place', () => {
    const before = workbookOf([flat('a', '1'), flat('b', '=cost("a")'), flat('c', '3')])
    const said = (args: Partial<Parameters<typeof pasteRows.run>[1]>) =>
      pasteRows.afterwards?.(before, { over: [], add: [], after: null, cut: [], services, ...args })
    const copy = (id: string) => before.components.get(id)!
    expect(said({ over: [{ id: 'c', copy: copy('b') }], cut: ['b'] })).toBe('The moved rows took the place of another row, which is gone.')
    expect(said({ over: [{ id: 'c', copy: copy('c') }], cut: ['a', 'c'] })).toBe('“a” is gone, but 1 formula still names it: b (monthly).')
    expect(said({ add: [{ id: 'n', copy: copy('a') }], cut: ['a'] })).toBeNull()
    expect(said({ over: [{ id: 'c', copy: copy('a') }] })).toBeNull()
  })
})
