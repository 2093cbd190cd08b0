import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Desktop, DesktopResult } from '#shared/desktop.ts'
import { canaryEntry, readCanaryEntry } from '#renderer/storage/canary.ts'
import { createQueue } from '#renderer/storage/queue.ts'
import { asRefusal } from '#renderer/storage/refusals.ts'
import { desktopPlace, noPlace } from '#renderer/storage/second-place.ts'

const record = { workbook: 'w', revision: 2, json: '{}' }

/** A desktop that answers every act with the same result and notes what it was asked. */
function desktopThat(result: DesktopResult<unknown>): { readonly desktop: Desktop; readonly asked: unknown[] } {
  const asked: unknown[] = []
  const acts = ['journalAppend', 'journalRead', 'journalCheckpoint', 'journalList', 'journalForget', 'canaryRead', 'canaryWrite']
  const answers = acts.map((act) => [act, (...args: unknown[]) => Promise.resolve(asked.push([act, ...args])).then(() => result)])
  const desktop: Desktop = { version: '0', platform: 'test', on: () => () => undefined, ...Object.fromEntries(answers) }
  return { desktop, asked }
}

describe('the desktop as the second place', () => {
  it('passes each act on under its name', async () => {
    const { desktop, asked } = desktopThat({ ok: true, value: null })
    const place = desktopPlace(desktop)
    await place.append(record)
    await place.checkpoint(record)
    await place.forget('w')
    await place.canaryWrite({ storeId: 's', revision: 1, workbooks: [] })
    expect(asked).toEqual([
      ['journalAppend', record],
      ['journalCheckpoint', record],
      ['journalForget', 'w'],
      ['canaryWrite', { storeId: 's', revision: 1, workbooks: [] }],
    ])
  })

  it('takes a refusal for a failed write, in the words of the desktop', async () => {
    const place = desktopPlace(desktopThat({ ok: false, code: 'ENOSPC', message: 'The disk is full.' }).desktop)
    await expect(place.append(record)).rejects.toMatchObject({ code: 'ENOSPC', message: 'The disk is full.', passing: true })
    await expect(place.list()).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})

describe('without a second place', () => {
  it('edits are kept in the database and the status says what is weaker', async () => {
    await expect(noPlace().append(record)).resolves.toBeUndefined()
    expect(await noPlace().list()).toEqual([])
    const queue = createQueue({ write: () => noPlace().append(record), now: () => 'now', weaker: 'Kept once only.' })
    expect(queue.status()).toEqual({ state: 'saved', at: 'now', weaker: 'Kept once only.' })
    queue.add({ workbook: newWorkbook('w', 'W', '2026-11-01'), changes: [], total: null })
    await queue.flush()
    expect(queue.status()).toEqual({ state: 'saved', at: 'now', weaker: 'Kept once only.' })
  })
})

describe('the canary’s entries', () => {
  it('give back any id and name', () => {
    for (const [id, name] of [
      ['w', 'Shop'],
      ['a b/c', ' Shop of  spaces '],
      ['ü', ''],
    ] as const) {
      expect(readCanaryEntry(canaryEntry(id, name))).toEqual({ id, name })
    }
    expect(readCanaryEntry('only-an-id')).toEqual({ id: 'only-an-id', name: 'only-an-id' })
    expect(readCanaryEntry('%zz name')).toEqual({ id: '%zz', name: 'name' })
  })
})

describe('an error of the browser', () => {
  it('is put in words that say what to do', () => {
    expect(asRefusal(new DOMException('x', 'QuotaExceededError'))).toMatchObject({ code: 'full', passing: true })
    expect(asRefusal({ name: 'AbortError', inner: new DOMException('x', 'QuotaExceededError') })).toMatchObject({ code: 'full' })
    expect(asRefusal(new DOMException('Internal error opening backing store.', 'UnknownError')).message).toBe(
      'Storing failed (UnknownError: Internal error opening backing store.). It is tried again by itself.',
    )
    expect(asRefusal(undefined).fix).toContain('backup file')
  })
})
