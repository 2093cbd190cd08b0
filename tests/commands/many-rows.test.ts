import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setCells } from '#shared/commands/cells.ts'
import { freeNames } from '#shared/commands/records.ts'
import type { Workbook } from '#shared/document/types.ts'
import { book, done, row, shapes } from './kit.ts'

const rowsOf = (count: number) =>
  book(
    Array.from({ length: count }, (_, at) =>
      row(`r${String(at)}`, { name: `Row ${String(at)}`, inputs: { monthly: `=cost("Row ${String((at + 1) % count)}") + 1` } }),
    ),
  )

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
})
