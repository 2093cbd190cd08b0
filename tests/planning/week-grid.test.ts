import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '#pricing/schedule/week.ts'
import { PRESETS, presetWeek } from '#renderer/schedules/presets.ts'
import { readValue, valueText } from '#renderer/schedules/value-text.ts'
import { contains, copied, dayBlock, filled, hourBlock, indexOf, moved, painted, pasted, wholeWeek } from '#renderer/schedules/week-grid.ts'
import type { Block } from '#renderer/schedules/week-grid.ts'

const zero = new Float64Array(168)
const read = (text: string) => (text === '' || Number.isNaN(Number(text)) ? null : Number(text))
const spot = fc.record({ day: fc.integer({ min: 0, max: 6 }), hour: fc.integer({ min: 0, max: 23 }) })
const block: fc.Arbitrary<Block> = fc.record({ anchor: spot, focus: spot })
const week = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 168, maxLength: 168 }).map((hours) => Float64Array.from(hours))

describe('the grid of a week', () => {
  it('paints what is inside a block and nothing else, whichever corner it began at', () => {
    fc.assert(
      fc.property(week, block, (hours, one) => {
        const next = painted(hours, one, 12)
        for (let at = 0; at < 168; at++) {
          const inside = contains(one, { day: Math.floor(at / 24), hour: at % 24 })
          expect(next[at]).toBe(inside ? 12 : hours[at])
        }
      }),
    )
  })

  it('gives back what was copied when it is pasted at the same place', () => {
    fc.assert(
      fc.property(week, block, (hours, one) => {
        expect(pasted(zero, one, copied(hours, one, String), read)).toEqual(painted0(hours, one))
      }),
    )
  })

  it('fills a block with one value, repeats a piece that fits, and refuses what stands over the edge or is no number', () => {
    expect(pasted(zero, wholeWeek, '3', read)?.every((value) => value === 3)).toBe(true)
    const day = pasted(zero, dayBlock(2), '1\t2', read)
    expect([day?.[48], day?.[49], day?.[50], day?.[71], day?.[72]]).toEqual([1, 2, 1, 2, 0])
    const late: Block = { anchor: { day: 6, hour: 23 }, focus: { day: 6, hour: 23 } }
    expect(pasted(zero, late, '1\t2', read)).toBeNull()
    expect(pasted(zero, late, 'x', read)).toBeNull()
    expect(pasted(zero, late, '-1', read)).toBeNull()
    expect(pasted(zero, wholeWeek, '1\t2\n3', read)).toBeNull()
  })

  it('fills from the first row or column of a block', () => {
    const hours = painted(zero, { anchor: { day: 1, hour: 4 }, focus: { day: 1, hour: 5 } }, 7)
    const down = filled(hours, { anchor: { day: 3, hour: 5 }, focus: { day: 1, hour: 4 } }, 'down')
    expect([1, 2, 3].map((day) => down[indexOf({ day, hour: 5 })])).toEqual([7, 7, 7])
    const right = filled(hours, { anchor: { day: 1, hour: 5 }, focus: { day: 1, hour: 8 } }, 'right')
    expect(right[indexOf({ day: 1, hour: 8 })]).toBe(7)
  })

  it('moves by the arrows, to the ends with Home, End and Ctrl, and never out of the week', () => {
    fc.assert(
      fc.property(
        spot,
        fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'),
        fc.boolean(),
        (from, key, whole) => {
          const to = moved(from, key, whole)
          expect(to !== null && contains(wholeWeek, to)).toBe(true)
        },
      ),
    )
    expect(moved({ day: 3, hour: 5 }, 'End', true)).toEqual({ day: 6, hour: 23 })
    expect(moved({ day: 3, hour: 5 }, 'a', false)).toBeNull()
    expect(contains(hourBlock(5), { day: 6, hour: 5 })).toBe(true)
  })
})

/** Zero but for the block. */
function painted0(hours: Float64Array, one: Block): Float64Array {
  return hours.map((value, at) => (contains(one, { day: Math.floor(at / 24), hour: at % 24 }) ? value : 0))
}

describe('weeks by name', () => {
  it('keep the largest value, the clock and what the values are of', () => {
    const now = { hours: painted(zero, hourBlock(3), 6), relative: true, zone: 'Europe/Berlin' }
    const hoursOn = PRESETS.map((preset) => {
      const made = presetWeek(preset, now)
      expect([made.relative, made.zone, summaryOf(made.hours).maximum]).toEqual([true, 'Europe/Berlin', 6])
      return summaryOf(made.hours).hoursOn
    })
    expect(hoursOn).toEqual([50, 112, 120, 168])
  })

  it('are of one where nothing was on', () => {
    const [office] = PRESETS
    if (office === undefined) throw new Error('there are no presets')
    expect(summaryOf(presetWeek(office, { hours: zero, relative: false, zone: null }).hours).maximum).toBe(1)
  })
})

describe('a value of a week', () => {
  it('is read as it is shown: counts as numbers, shares in percent, by the person’s own marks', () => {
    expect(readValue('50%', true, 'en-US')).toBe(0.5)
    expect(readValue('50', true, 'en-US')).toBe(0.5)
    expect(readValue('1,5', false, 'de-DE')).toBe(1.5)
    expect(readValue('-1', false, 'en-US')).toBeNull()
    expect(readValue('much', false, 'en-US')).toBeNull()
    expect([valueText(0.5, true, 'en-US'), valueText(4, false, 'en-US'), valueText(12_000, false, 'en-US')]).toEqual(['50%', '4', '12K'])
  })
})
