import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setCells } from '#shared/commands/cells.ts'
import { addComponents, duplicateComponents } from '#shared/commands/components.ts'
import { freeNames } from '#shared/commands/records.ts'
import type { Workbook } from '#shared/document/types.ts'
import { book, done, row, shapes } from './kit.ts'

const rowsOf = (count: number) =>
  book(
    Array.from({ length: count }, (_, at) =>
      row(`r${String(at)}`, { name: `Row ${String(at)}`, inputs: { monthly: `=cost("Row ${String((at + 1) % count)}") + 1` } }),
    ),
  )

/** Milliseconds of the quickest of three: what others do on the machine at the time must not count. */
function quickest(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

describe('free names', () => {
  it('are the first that nobody bears, letter case aside', () => {
    const names = freeNames(['API', 'api 2', 'Web'])
    expect([names.take('Api'), names.take('Web'), names.take('web'), names.take('Store')]).toEqual(['Api 3', 'Web 2', 'web 3', 'Store'])
    expect(freeNames(['driver'], '_').take('driver')).toBe('driver_2')
  })

  it('are never given out twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'A', 'a 2', 'b', 'A 3')),
        fc.array(fc.constantFrom('a', 'A', 'b', 'a 2')),
        (taken, asked) => {
          const names = freeNames(taken)
          const given = asked.map((name) => names.take(name).toLowerCase())
          expect(new Set([...given, ...taken.map((name) => name.toLowerCase())]).size).toBe(
            given.length + new Set(taken.map((name) => name.toLowerCase())).size,
          )
        },
      ),
    )
  })
})

describe('thousands of rows at once', () => {
  const rename = (workbook: Workbook, count: number) =>
    done(workbook, setCells, {
      services: shapes,
      cells: Array.from({ length: count }, (_, at) => ({
        row: `r${String(at)}`,
        column: 'name' as const,
        text: `Row ${String((at + 1) % count)}`,
      })),
    })

  it('change names in a ring and every formula follows its row', () => {
    const after = rename(rowsOf(2000), 2000)
    expect(after.components.get('r0')).toMatchObject({ name: 'Row 1', inputs: { monthly: '=cost("Row 2") + 1' } })
    expect(after.components.get('r1999')).toMatchObject({ name: 'Row 0', inputs: { monthly: '=cost("Row 1") + 1' } })
  })

  it.each([
    ['renamed', (count: number) => rename(rowsOf(count), count)],
    [
      'added without names',
      (count: number) =>
        done(book([]), addComponents, {
          components: Array.from({ length: count }, (_, at) => ({ service: 'general.flat', id: `n${String(at)}` })),
          after: null,
          services: shapes,
        }),
    ],
    [
      'duplicated',
      (count: number) => done(rowsOf(count), duplicateComponents, { ids: Array.from({ length: count }, (_, at) => `r${String(at)}`) }),
    ],
  ])('%s take no more than in proportion to their number', (_, work) => {
    work(500)
    // Sixteen times as many rows: about sixteen times the time when it grows with them, 256 times when with their square.
    expect(quickest(() => work(8000))).toBeLessThan(
      80 *
        Math.max(
          1,
          quickest(() => work(500)),
        ),
    )
  })
})
