import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Override, Workbook } from '#shared/document/types.ts'
import { componentOf, workbooks } from './arbitrary.ts'
import { book, driver, read, row } from './merge-kit.ts'

const files = workbooks.map((workbook) => read(writeWorkbook({ ...workbook, id: 'w' })))

/** The file of a workbook; places of scenarios' own rows to the thousandth of a step, what a scenario holds in any order. */
function text(workbook: Workbook): string {
  const scenarios = new Map(
    Array.from(workbook.scenarios, ([id, scenario]) => [id, { ...scenario, overrides: scenario.overrides.toSorted(byText) }]),
  )
  return writeWorkbook({ ...workbook, scenarios }).replaceAll(/("(?:order|value)": -?[\d.]+(?:e[+-]?\d+)?)/g, (found) => {
    const [key, number] = found.split(': ')
    return `${String(key)}: ${Number(Number(number).toFixed(6)).toPrecision(7)}`
  })
}

function placeless(override: Override): string {
  if (override.kind === 'add') return JSON.stringify({ ...override, record: override.record.id })
  return JSON.stringify(override.kind === 'set' && override.field === 'order' ? { ...override, value: null } : override)
}

function byText(a: Override, b: Override): number {
  const [one, other] = [a, b].map(placeless)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** Whole workbooks go through the file's door several times in each run. */
const few = { numRuns: 25 }

const order = (workbook: Workbook) => rows(workbook.components).map(({ id }) => id)

describe('two copies of a workbook made one', () => {
  it('is the copy that was edited where the other was not', () => {
    fc.assert(
      fc.property(files, files, (base, edited) => {
        const theirs = mergedWorkbooks({ base, ours: base, theirs: edited })
        const ours = mergedWorkbooks({ base, ours: edited, theirs: base })
        expect([...theirs.conflicts, ...ours.conflicts]).toEqual([])
        expect(text(theirs.document)).toBe(text(edited))
        expect(text(ours.document)).toBe(text(edited))
      }),
      few,
    )
  })

  it('is the same whichever copy is called ours', () => {
    fc.assert(
      fc.property(files, files, files, (base, one, other) => {
        const a = mergedWorkbooks({ base, ours: one, theirs: other }, () => 'ours')
        const b = mergedWorkbooks({ base, ours: other, theirs: one }, () => 'theirs')
        expect(text(a.document)).toBe(text(b.document))
        const sides = b.conflicts.map(({ ours, theirs, choice, ...same }) => ({
          ...same,
          ours: theirs,
          theirs: ours,
          choice: choice === 'ours' ? 'theirs' : 'ours',
        }))
        const sorted = (list: readonly { readonly key: string }[]) =>
          list.toSorted((x, y) => (x.key < y.key ? -1 : 1)).map(({ key }) => key)
        expect(sorted(sides)).toEqual(sorted(a.conflicts))
      }),
      few,
    )
  })

  it('reads back through the door whatever is chosen, with a base and without one', () => {
    fc.assert(
      fc.property(
        fc.option(files),
        files,
        files,
        fc.func(fc.constantFrom('ours' as const, 'theirs' as const)),
        (base, ours, theirs, choose) => {
          const { document, conflicts } = mergedWorkbooks({ base, ours, theirs }, choose)
          expect(text(read(writeWorkbook(document)))).toBe(text(document))
          for (const { key, choice } of conflicts) expect(choice).toBe(choose(key))
        },
      ),
      few,
    )
  })

  it('asks about everything that differs where the base is not known, and about nothing that does not', () => {
    fc.assert(
      fc.property(files, files, (ours, theirs) => {
        const merged = mergedWorkbooks({ base: null, ours, theirs })
        expect(text(merged.document)).toBe(text(ours))
        expect(merged.conflicts.every((conflict) => conflict.base === null)).toBe(true)
        expect(mergedWorkbooks({ base: null, ours, theirs: ours }).conflicts).toEqual([])
      }),
      few,
    )
  })
})

/** An edit of one cell, or of a record that nobody else touches, and whose it is. */
type Edit = { readonly id: Id; readonly cell: string; readonly value: string; readonly side: 'ours' | 'theirs' }

const edits: fc.Arbitrary<readonly Edit[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    cell: fc.constantFrom('name', 'region', 'note', 'count', 'size', 'team', 'owner'),
    value: fc.string({ maxLength: 5 }),
    side: fc.constantFrom('ours' as const, 'theirs' as const),
  }),
  { selector: ({ id, cell }) => `${id} ${cell}`, maxLength: 12 },
)

function edited(one: Component, { cell, value }: Edit): Component {
  if (cell === 'count' || cell === 'size') return { ...one, inputs: { ...one.inputs, [cell]: value } }
  if (cell === 'team' || cell === 'owner') return { ...one, tags: { ...one.tags, [cell]: value } }
  return { ...one, [cell]: value }
}

/** The change that an edit is on this workbook. */
function changeOf(workbook: Workbook, edit: Edit): Change {
  const before = workbook.components.get(edit.id) ?? null
  if (before === null) throw new Error('no such row')
  return { table: 'components', id: edit.id, before, after: edited(before, edit) }
}

const withEdits = (workbook: Workbook, list: readonly Edit[]) => list.reduce((now, edit) => apply(now, [changeOf(now, edit)]), workbook)

describe('edits of different cells', () => {
  const base = book({ components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => row(id, (index + 1) * 1024)) })

  it('meet without a conflict, and the result has the edits of both', () => {
    fc.assert(
      fc.property(edits, componentOf('new-1'), componentOf('new-2'), fc.boolean(), (list, mine, other, isDeleted) => {
        const added = (copy: Workbook, one: Component, name: string): Workbook =>
          apply(copy, [{ table: 'components', id: one.id, before: null, after: { ...one, name, order: 1e6 } }])
        const without = (copy: Workbook, id: Id): Workbook =>
          apply(copy, [{ table: 'components', id, before: copy.components.get(id) ?? null, after: null }])
        const first = (copy: Workbook) => added(isDeleted ? without(copy, 'e') : copy, mine, 'mine')
        const second = (copy: Workbook) => added(without(copy, 'f'), other, 'other')
        const ours = first(
          withEdits(
            base,
            list.filter(({ side }) => side === 'ours'),
          ),
        )
        const theirs = second(
          withEdits(
            base,
            list.filter(({ side }) => side === 'theirs'),
          ),
        )
        const { document, conflicts } = mergedWorkbooks({ base, ours, theirs })
        expect(conflicts).toEqual([])
        expect(text(document)).toBe(text(second(first(withEdits(base, list)))))
      }),
    )
  })

  it('keep what each moved, and put what both added at one place in an order of its own', () => {
    const at = (copy: Workbook, id: Id, place: number) =>
      apply(copy, [{ table: 'components', id, before: copy.components.get(id) ?? null, after: row(id, place) }])
    const ours = at(at(base, 'f', 0), 'y', 3000)
    const theirs = at(at(base, 'b', 9000), 'x', 3001)
    const merged = mergedWorkbooks({ base, ours, theirs })
    expect(merged.conflicts).toEqual([])
    expect(order(merged.document)).toEqual(['f', 'a', 'x', 'y', 'c', 'd', 'e', 'b'])
    expect(order(mergedWorkbooks({ base, ours: theirs, theirs: ours }).document)).toEqual(order(merged.document))
  })
})

describe('conflicts', () => {
  const base = book({ components: [row('api', 1024), row('db', 2048)], drivers: [driver('users', '100')] })
  const to = (copy: Workbook, one: Component) =>
    apply(copy, [{ table: 'components', id: one.id, before: copy.components.get(one.id) ?? null, after: one }])
  const gone = (copy: Workbook, id: Id) => apply(copy, [{ table: 'components', id, before: copy.components.get(id) ?? null, after: null }])

  it('say where, what stood there and what each made of it', () => {
    const ours = to(base, row('api', 1024, { inputs: { count: '6', size: 'm5.large' } }))
    const theirs = to(base, row('api', 1024, { name: 'API', inputs: { count: '8', size: 'm5.large' } }))
    const { document, conflicts } = mergedWorkbooks({ base, ours, theirs })
    expect(conflicts).toMatchObject([
      { table: 'components', name: 'api', scenario: null, field: 'inputs.count', base: '4', ours: '6', theirs: '8', choice: 'ours' },
    ])
    expect(document.components.get('api')).toMatchObject({ name: 'API', inputs: { count: '6' } })
    const other = mergedWorkbooks({ base, ours, theirs }, () => 'theirs')
    expect(other.document.components.get('api')?.inputs['count']).toBe('8')
  })

  it('stand between a deletion and an edit, and either can be chosen', () => {
    const ours = gone(base, 'db')
    const theirs = to(base, row('db', 2048, { region: 'eu-west-1' }))
    const kept = mergedWorkbooks({ base, ours, theirs }, () => 'theirs')
    expect(kept.conflicts).toMatchObject([{ id: 'db', field: null, ours: null, theirs: 'region: eu-west-1' }])
    expect(order(kept.document)).toEqual(['api', 'db'])
    expect(order(mergedWorkbooks({ base, ours, theirs }).document)).toEqual(['api'])
  })

  it('are none where one only moved what the other deleted', () => {
    const { document, conflicts } = mergedWorkbooks({ base, ours: gone(base, 'db'), theirs: to(base, row('db', 0)) })
    expect([order(document), conflicts]).toEqual([['api'], []])
  })

  it('are told cell by cell where both added something under one name', () => {
    const withDriver = (id: Id, value: string) =>
      apply(base, [{ table: 'drivers', id, before: null, after: { ...driver(id, value), name: 'peak', order: 2048 } }])
    const { document, conflicts } = mergedWorkbooks({ base, ours: withDriver('n-1', '5'), theirs: withDriver('n-2', '7') })
    expect(conflicts).toMatchObject([{ name: 'peak', field: 'value', base: null, ours: '5', theirs: '7' }])
    expect([...document.drivers.keys()]).toEqual(['users', 'n-1'])
  })

  it('are told of a row that both moved elsewhere', () => {
    const four = book({ components: ['a', 'b', 'c', 'd'].map((id, index) => row(id, (index + 1) * 1024)) })
    const ours = to(four, row('a', 3500))
    const theirs = to(four, row('a', 9000))
    const merged = mergedWorkbooks({ base: four, ours, theirs })
    expect(merged.conflicts).toMatchObject([{ id: 'a', field: 'order', base: 'first', ours: 'behind “c”', theirs: 'behind “d”' }])
    expect(order(merged.document)).toEqual(['b', 'c', 'a', 'd'])
    expect(order(mergedWorkbooks({ base: four, ours, theirs }, () => 'theirs').document)).toEqual(['b', 'c', 'd', 'a'])
  })

  it('are told of as few as must move where both added the same rows in another order', () => {
    const none = book({})
    const listed = (ids: readonly Id[]) => book({ components: ids.map((id, index) => row(id, (index + 1) * 1024)) })
    const [ours, theirs] = [listed(['a', 'b', 'c', 'd']), listed(['c', 'd', 'a', 'b', 'e'])]
    const asked = mergedWorkbooks({ base: none, ours, theirs })
    expect(asked.conflicts.map(({ id, field }) => [id, field])).toHaveLength(2)
    const other = mergedWorkbooks({ base: none, ours: theirs, theirs: ours }, () => 'theirs')
    expect(order(other.document)).toEqual(order(asked.document))
    expect(order(asked.document).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('take the currency with its rate as one', () => {
    const priced = (code: string, perUsd: number) => {
      const settings = settingsOf(base)
      return apply(base, [
        { table: 'settings', id: 'settings', before: settings, after: { ...settings, currency: { code, perUsd, asOf: '2026-11-01' } } },
      ])
    }
    const { conflicts, document } = mergedWorkbooks({ base, ours: priced('EUR', 0.9), theirs: priced('JPY', 150) }, () => 'theirs')
    expect(conflicts).toMatchObject([
      { field: 'currency', base: 'USD, 1 for one USD on 2026-11-01', ours: 'EUR, 0.9 for one USD on 2026-11-01' },
    ])
    expect(settingsOf(document).currency).toEqual({ code: 'JPY', perUsd: 150, asOf: '2026-11-01' })
  })
})
