import { describe, expect, it } from 'vitest'
import { part, PartMissing } from '#renderer/workspace/parts.ts'

describe('a part of the window that is fetched later', () => {
  it('is fetched once, however many ask while it is on its way', async () => {
    let fetched = 0
    const one = part(() => Promise.resolve(`here ${String((fetched += 1))}`))
    let heard = 0
    one.onLoad(() => (heard += 1))
    const both = Promise.all([one.load(), one.load()])
    expect(one.now()).toBeNull()
    expect(await both).toEqual(['here 1', 'here 1'])
    expect(await one.load()).toBe('here 1')
    expect([one.now(), fetched, heard]).toEqual(['here 1', 1, 1])
  })

  it('is asked for again after it did not come', async () => {
    const outcomes = [() => Promise.reject(new Error('Unable to preload CSS')), () => Promise.resolve('here')]
    const one = part<string>(() => outcomes.shift()?.() ?? Promise.resolve('too often'))
    await expect(one.load()).rejects.toThrow(PartMissing)
    expect(one.now()).toBeNull()
    expect(await one.load()).toBe('here')
    expect(one.now()).toBe('here')
  })
})
