import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBudget, deleteBudget } from '#shared/commands/budgets.ts'
import { setCells } from '#shared/commands/cells.ts'
import type { SheetColumn } from '#shared/commands/columns.ts'
import { addComponents, deleteComponents, duplicateComponents, moveComponents } from '#shared/commands/components.ts'
import { addDriver, deleteDriver, renameDriver, setDriver } from '#shared/commands/drivers.ts'
import { groupedRows } from '#shared/commands/grouped.ts'
import { renameGroup } from '#shared/commands/groups.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal, Supplies } from '#shared/commands/types.ts'
import { apply, invert } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { equal } from '#shared/document/equal.ts'
import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { book, driver, row, shapes, supplies } from './kit.ts'

type Step = (workbook: Workbook, supplies: Supplies) => readonly Change[] | Refusal

const nth = fc.nat(20)
const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(items.length, 1)]
const rowId = (workbook: Workbook, at: number) => pick(rows(workbook.components), at)?.id ?? 'nobody'
const driverId = (workbook: Workbook, at: number) => pick(rows(workbook.drivers), at)?.id ?? 'nobody'

const columns: readonly SheetColumn[] = [
  'name',
  'service',
  'region',
  'size',
  'count',
  'buys',
  'group',
  'environment',
  'tags',
  'note',
  'monthly',
  'input:monthly',
  'input:hours',
]
const text = fc.constantFrom(
  '',
  '4',
  '=requests * 2',
  '=cost("Row 1")',
  '=subtotal("X")',
  'X',
  'Y',
  'Row 1',
  'Row 2',
  'aws.ec2',
  'aws.ebs',
  'general.flat',
  'spot 50%',
  'team=ml',
  't3.medium',
  'gp3',
  '=(',
)
const name = fc.constantFrom('requests', 'users', 'calls', 'bad name', 'GB')

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.array(fc.tuple(nth, fc.constantFrom(...columns), text), { minLength: 1, maxLength: 4 })).map(
    ([cells]): Step =>
      (workbook, given) =>
        setCells.run(
          workbook,
          { cells: cells.map(([at, column, typed]) => ({ row: rowId(workbook, at), column, text: typed })), services: shapes },
          given,
        ),
  ),
  fc.tuple(nth, fc.constantFrom('aws.ec2', 'aws.ebs', 'general.flat')).map(
    ([at, service]): Step =>
      (workbook, given) =>
        addComponents.run(
          workbook,
          { components: [{ service }], after: workbook.components.size === 0 ? null : rowId(workbook, at), services: shapes },
          given,
        ),
  ),
  nth.map(
    (at): Step =>
      (workbook, given) =>
        deleteComponents.run(workbook, { ids: [rowId(workbook, at)] }, given),
  ),
  fc.tuple(nth, nth).map(
    ([a, b]): Step =>
      (workbook, given) =>
        duplicateComponents.run(workbook, { ids: [...new Set([rowId(workbook, a), rowId(workbook, b)])] }, given),
  ),
  fc.tuple(nth, nth, fc.constantFrom('up' as const, 'down' as const)).map(
    ([a, b, to]): Step =>
      (workbook, given) =>
        moveComponents.run(workbook, { ids: [...new Set([rowId(workbook, a), rowId(workbook, b)])], to }, given),
  ),
  name.map(
    (called): Step =>
      (workbook, given) =>
        addDriver.run(workbook, { name: called, value: '1' }, given),
  ),
  fc.tuple(nth, name).map(
    ([at, called]): Step =>
      (workbook, given) =>
        renameDriver.run(workbook, { id: driverId(workbook, at), name: called }, given),
  ),
  fc.tuple(nth, text).map(
    ([at, value]): Step =>
      (workbook, given) =>
        setDriver.run(workbook, { id: driverId(workbook, at), fields: { value, low: value } }, given),
  ),
  nth.map(
    (at): Step =>
      (workbook, given) =>
        deleteDriver.run(workbook, { id: driverId(workbook, at) }, given),
  ),
  fc.tuple(fc.constantFrom('X', 'Y', ''), fc.constantFrom('X', 'Y', 'Z')).map(
    ([from, to]): Step =>
      (workbook, given) =>
        renameGroup.run(workbook, { from, to }, given),
  ),
  fc.constantFrom('total', 'group:X', 'nonsense').map(
    (scope): Step =>
      (workbook, given) =>
        addBudget.run(workbook, { scope, monthly: 10 }, given),
  ),
  nth.map(
    (at): Step =>
      (workbook, given) =>
        deleteBudget.run(workbook, { id: pick(rows(workbook.budgets), at)?.id ?? 'none' }, given),
  ),
)

const start = book(
  [row('a', { name: 'Row 1', group: 'X' }), row('b', { name: 'Row 2', group: 'Y', inputs: { monthly: '=cost("Row 1")' } })],
  [driver('requests', '10')],
)

describe('any run of commands', () => {
  it('can be undone to the very same workbook, step by step', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const given = supplies()
        const past: { readonly workbook: Workbook; readonly changes: readonly Change[] }[] = []
        let workbook = start
        for (const one of steps) {
          const outcome = one(workbook, given)
          if (isRefusal(outcome)) continue
          past.push({ workbook, changes: outcome })
          workbook = apply(workbook, outcome)
        }
        for (const { workbook: before, changes } of past.reverse()) {
          workbook = apply(workbook, invert(changes))
          expect(equal(tables(workbook), tables(before))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves a workbook that its file gives back, with names on every row and free names on every driver', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const given = supplies()
        let workbook = start
        for (const one of steps) {
          const outcome = one(workbook, given)
          if (!isRefusal(outcome)) workbook = apply(workbook, outcome)
        }
        const read = readWorkbook(writeWorkbook(workbook), given.newId)
        expect(read.ok && writeWorkbook(read.workbook)).toBe(writeWorkbook(workbook))
        expect(groupedRows(workbook).every((one) => one.name !== '' && shapes.has(one.service))).toBe(true)
        expect(groupedRows(workbook)).toHaveLength(workbook.components.size)
        const names = rows(workbook.drivers).map((one) => one.name)
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 300 },
    )
  })

  it('says in every refusal what happened and what to do', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        for (const one of steps) {
          const outcome = one(start, supplies())
          if (!isRefusal(outcome)) continue
          expect(outcome.message).toMatch(/[.?]$/)
          expect(outcome.fix).toMatch(/\S/)
        }
      }),
    )
  })
})

function tables(workbook: Workbook): unknown {
  return [
    ...workbook.components.values(),
    ...workbook.drivers.values(),
    ...workbook.budgets.values(),
    ...workbook.settings.values(),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
