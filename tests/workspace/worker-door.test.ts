import { describe, expect, it } from 'vitest'
import { PartMissing } from '#renderer/workspace/parts.ts'
import { workIn } from '#renderer/workspace/worker-door.ts'

/** What a page sees of a worker. */
class Standin extends EventTarget {
  ended = 0
  terminate(): void {
    this.ended += 1
  }
}

const never = () => new Promise<number>(() => undefined)

describe('work in a worker', () => {
  it('ends with its worker, done or failed', async () => {
    const worker = new Standin()
    await expect(workIn(worker, async () => 7).outcome).resolves.toBe(7)
    await expect(workIn(worker, () => Promise.reject(new Error('no book'))).outcome).rejects.toThrow('no book')
    expect(worker.ended).toBe(2)
  })

  it('fails when the worker cannot be started, breaks down or cannot be understood, instead of never ending', async () => {
    const unstarted = new Standin()
    const first = workIn(unstarted, never)
    unstarted.dispatchEvent(new Event('error'))
    await expect(first.outcome).rejects.toThrow('could not be loaded: the server or the network is away')
    await expect(first.outcome).rejects.toBeInstanceOf(PartMissing)
    const broken = new Standin()
    const second = workIn(broken, never)
    broken.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
    await expect(second.outcome).rejects.toThrow('out of memory')
    const garbled = new Standin()
    const third = workIn(garbled, never)
    garbled.dispatchEvent(new Event('messageerror'))
    await expect(third.outcome).rejects.toThrow('could not be read')
    expect([unstarted, broken, garbled].map(({ ended }) => ended)).toEqual([1, 1, 1])
  })

  it('is stopped at once', () => {
    const worker = new Standin()
    workIn(worker, never).stop()
    expect(worker.ended).toBe(1)
  })
})
