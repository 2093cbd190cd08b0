import { describe, expect, it } from 'vitest'
import { keyAct, taken } from '#renderer/schedules/heat-keys.ts'
import type { KeyState } from '#renderer/schedules/heat-keys.ts'
import { wholeWeek } from '#renderer/schedules/week-grid.ts'

const at = (day: number, hour: number) => ({ anchor: { day, hour }, focus: { day, hour } })
const state = (more: Partial<KeyState> = {}): KeyState => ({ block: at(0, 0), typed: null, hours: new Float64Array(168), ...more })
const press = (key: string, more: Partial<KeyState> = {}, ctrlKey = false) =>
  keyAct({ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false }, state(more))
const read = (text: string) => (Number.isNaN(Number(text)) ? null : Number(text))

describe('a value typed into the grid of a week', () => {
  it('is taken into the hours it was typed over, and into no others', () => {
    const hours = taken(state({ typed: '7' }), read)
    expect([hours?.[0], hours?.[1], hours?.[24]]).toEqual([7, 0, 0])
  })

  it('is no value with two marks, and none when everything was deleted again', () => {
    const now = state({ typed: '' })
    expect(taken(state({ typed: '1.5.5' }), read)).toBeNull()
    expect(taken(now, read)).toBe(now.hours)
  })

  it('stays what is being typed over Ctrl+A, and fills with it by Ctrl+D', () => {
    expect(press('a', { typed: '7' }, true)).toEqual({ kind: 'select', block: wholeWeek })
    const block = { anchor: { day: 0, hour: 0 }, focus: { day: 2, hour: 0 } }
    const typed = state({ typed: '7', block: at(0, 0) })
    const settled = taken(typed, read)
    const act = press('d', { typed: '7', block, hours: settled ?? typed.hours }, true)
    expect(act?.kind === 'write' ? [act.hours[0], act.hours[24], act.hours[48], act.hours[72]] : act).toEqual([7, 7, 7, 0])
  })

  it('is not thrown away by Delete, and is by Escape', () => {
    expect(press('Delete', { typed: '12' })).toEqual({ kind: 'type', text: '12' })
    expect(press('Escape', { typed: '12' })).toEqual({ kind: 'type', text: null })
    expect(press('Delete')).toMatchObject({ kind: 'write' })
  })
})
