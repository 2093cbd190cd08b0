import { afterEach, describe, expect, it, vi } from 'vitest'
import { opfsPlace, type OpfsAnswer, type OpfsRequest } from '#renderer/storage/opfs-place.ts'

/** A worker that refuses its first questions by name, as a browser does whose files are held by one that just died. */
function workerRefusing(names: readonly string[]) {
  const left = [...names]
  return class extends EventTarget {
    postMessage({ id }: OpfsRequest): void {
      const name = left.shift()
      const data: OpfsAnswer = name === undefined ? { id, ok: true, records: [] } : { id, ok: false, error: { name, message: 'held' } }
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })))
    }
  }
}

function browserWith(refusals: readonly string[]): void {
  vi.stubGlobal('navigator', { storage: { getDirectory: () => null } })
  vi.stubGlobal('Worker', workerRefusing(refusals))
}

afterEach(() => vi.unstubAllGlobals())

describe('the browser’s private files as the second place', () => {
  it('are asked again when a browser that died a moment ago still holds them', async () => {
    browserWith(['UnknownError', 'InvalidStateError'])
    expect(await opfsPlace()).not.toBeNull()
  })

  it('are not waited for when their worker cannot be loaded', async () => {
    browserWith([])
    vi.stubGlobal(
      'Worker',
      class extends EventTarget {
        postMessage(): void {
          queueMicrotask(() => this.dispatchEvent(new Event('error')))
        }
      },
    )
    expect(await opfsPlace()).toBeNull()
  })

  it('are not waited for where the browser refuses them', async () => {
    browserWith(['SecurityError'])
    expect(await opfsPlace()).toBeNull()
  })
})
