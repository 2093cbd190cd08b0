import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClosing } from '#electron/window/closing.ts'
import type { Closing } from '#electron/window/closing.ts'
import { placeOnScreens, readPlacement, smallest } from '#electron/window/placement.ts'
import { readSettings } from '#electron/settings.ts'

const screen = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: 640, max: 5000 }),
  height: fc.integer({ min: 400, max: 3000 }),
})
const stored = fc.record({
  x: fc.integer({ min: -20_000, max: 20_000 }),
  y: fc.integer({ min: -20_000, max: 20_000 }),
  width: fc.integer({ min: 1, max: 20_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
  maximized: fc.boolean(),
})

describe('placeOnScreens', () => {
  it('puts the window wholly on one screen, whatever was stored and whichever screens are left', () => {
    fc.assert(
      fc.property(fc.option(stored), fc.array(screen, { minLength: 1, maxLength: 3 }), (was, screens) => {
        const place = placeOnScreens(was, screens)
        const isOn = screens.some(
          (one) =>
            place.x >= one.x &&
            place.y >= one.y &&
            place.x + place.width <= one.x + one.width &&
            place.y + place.height <= one.y + one.height,
        )
        expect(isOn).toBe(true)
        expect(place.maximized).toBe(was?.maximized ?? false)
      }),
    )
  })

  it('does not move a window that is where it may be', () => {
    const was = { x: 100, y: 50, width: 1000, height: 700, maximized: false }
    expect(placeOnScreens(was, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual(was)
    expect(
      placeOnScreens({ ...was, x: 2000 }, [
        { x: 0, y: 0, width: 1920, height: 1080 },
        { x: 1920, y: 0, width: 1920, height: 1080 },
      ]),
    ).toEqual({ ...was, x: 2000 })
  })

  it('makes a window usable again that was stored too small', () => {
    expect(
      placeOnScreens({ x: 0, y: 0, width: 1, height: 1, maximized: false }, [{ x: 0, y: 0, width: 1920, height: 1080 }]),
    ).toMatchObject(smallest)
  })
})

describe('readPlacement', () => {
  it.each([
    '',
    'null',
    '[]',
    '{"x":0}',
    '{"x":0,"y":0,"width":-5,"height":5,"maximized":false}',
    '{"x":1e99,"y":0,"width":5,"height":5,"maximized":false}',
  ])('does not follow %s', (text) => {
    expect(readPlacement(text)).toBeNull()
  })
})

describe('closing', () => {
  let closing: Closing
  let done: string[]
  let wish: boolean
  beforeEach(() => {
    vi.useFakeTimers()
    done = []
    wish = false
    closing = createClosing({
      askPage: () => done.push('ask page'),
      askPerson: async () => {
        done.push('ask person')
        return wish
      },
      close: () => done.push('close'),
      waitMs: 1000,
    })
  })
  afterEach(() => void vi.useRealTimers())

  it('waits for the page, and closes when the page is ready', () => {
    expect(closing.requested()).toBe(false)
    closing.ready()
    expect(done).toEqual(['ask page', 'close'])
    expect(closing.requested()).toBe(true)
  })

  it('does not take an answer that nobody asked for', () => {
    closing.ready()
    expect(closing.requested()).toBe(false)
    expect(done).toEqual(['ask page'])
  })

  it('asks the person when the page is silent, again after each wait, and closes only on their word', async () => {
    closing.requested()
    await vi.advanceTimersByTimeAsync(999)
    expect(done).toEqual(['ask page'])
    await vi.advanceTimersByTimeAsync(1)
    expect(done).toEqual(['ask page', 'ask person'])
    wish = true
    await vi.advanceTimersByTimeAsync(1000)
    expect(done).toEqual(['ask page', 'ask person', 'ask person', 'close'])
  })

  it('closes once when the page answers while the person is being asked', async () => {
    closing.requested()
    wish = true
    vi.advanceTimersByTime(1000)
    closing.ready()
    await vi.runAllTimersAsync()
    expect(done.filter((one) => one === 'close')).toHaveLength(1)
  })

  it('asks the page again at every wish, and waits for nobody once the page is gone', () => {
    closing.requested()
    closing.requested()
    expect(done).toEqual(['ask page', 'ask page'])
    closing.pageGone()
    expect(closing.requested()).toBe(true)
  })
})

describe('readSettings', () => {
  const env = { SKYTALLY_PAGE: '/tmp/other', SKYTALLY_CLOSE_WAIT_MS: '50', SKYTALLY_PRICE_MIRRORS: 'http://127.0.0.1:1,http://127.0.0.1:2' }

  it('obeys the test variables in a checkout and never in an installed program', () => {
    const priceMirrors = ['http://127.0.0.1:1', 'http://127.0.0.1:2']
    expect(readSettings(env, false, '/own')).toEqual({ pageFolder: '/tmp/other', closeWaitMs: 50, priceMirrors })
    expect(readSettings({}, false, '/own').priceMirrors).toEqual([])
    expect(readSettings(env, true, '/own')).toEqual(readSettings({}, false, '/own'))
    expect(readSettings({ SKYTALLY_CLOSE_WAIT_MS: 'never' }, false, '/own').closeWaitMs).toBeGreaterThan(1000)
  })
})
