import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import { newWorkbook, settingsOf } from '#shared/document/empty.ts'
import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { placeInFile, renumber } from '#shared/document/order.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, Ordered, Override, Workbook } from '#shared/document/types.ts'
import { workbooks } from './arbitrary.ts'

function counter(): () => Id {
  let next = 0
  return () => `new-${(next += 1)}`
}

function read(file: object | string): Workbook {
  const result = readWorkbook(typeof file === 'string' ? file : JSON.stringify(file), counter())
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.workbook
}

/** A file keeps the order of rows, not their order numbers. */
function renumbered(workbook: Workbook): Workbook {
  const table = <T extends Ordered>(records: ReadonlyMap<Id, T>) => new Map(renumber(rows(records)).map((record) => [record.id, record]))
  return {
    ...workbook,
    drivers: table(workbook.drivers),
    components: table(workbook.components),
    budgets: table(workbook.budgets),
    schedules: table(workbook.schedules),
    environments: table(workbook.environments),
    services: table(workbook.services),
    snapshots: table(workbook.snapshots),
    scenarios: new Map(
      [...table(workbook.scenarios)].map(([id, scenario]) => [id, { ...scenario, overrides: scenario.overrides.map(placed) }]),
    ),
  }

  function placed(one: Override): Override {
    if (one.kind === 'add') {
      return { ...one, record: { ...one.record, order: placeInFile(workbook[one.table], one.record.order) } }
    }
    if (one.kind === 'set' && one.field === 'order') return { ...one, value: placeInFile(workbook[one.table], Number(one.value)) }
    return one
  }
}

const small = {
  format: 'skytally',
  version: 1,
  name: 'Small',
  components: [{ name: 'API', service: 'aws.ec2', inputs: { size: 't3.medium', count: 4 } }],
}

describe('a workbook written and read again', () => {
  it('is the same workbook', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        expect(read(writeWorkbook(workbook))).toEqual(renumbered(workbook))
      }),
    )
  })

  it('is written with the same text, whatever its order numbers are', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        const text = writeWorkbook(workbook)
        expect(writeWorkbook(read(text))).toBe(text)
      }),
    )
  })
})

describe('writing', () => {
  it('makes a short file for an empty workbook and ends it with a line end', () => {
    expect(writeWorkbook(newWorkbook('w', 'Empty', '2026-11-20'))).toBe(`{
  "format": "skytally",
  "version": 1,
  "id": "w",
  "name": "Empty",
  "currency": {
    "code": "USD",
    "perUsd": 1,
    "asOf": "2026-11-20"
  },
  "priceBook": {
    "id": "bundled-2026-11"
  },
  "month": {
    "hours": 730
  }
}
`)
  })

  it('changes one line when one input changes', () => {
    const before = read(small)
    const component = rows(before.components)[0]
    if (!component) throw new Error('no component')
    const after = apply(before, [
      { table: 'components', id: component.id, before: component, after: { ...component, inputs: { count: '5', size: 't3.medium' } } },
    ])
    const lines = writeWorkbook(before).split('\n')
    const changed = writeWorkbook(after).split('\n')
    expect(changed).toHaveLength(lines.length)
    expect(changed.filter((line, index) => line !== lines[index])).toEqual(['        "count": "5",'])
  })

  it('writes one way of buying as an object, several as a list, and none not at all', () => {
    const spot = { kind: 'spot', coverage: '20%' }
    const reserved = { kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '50%' }
    const purchaseOf = (purchase: unknown) =>
      JSON.parse(writeWorkbook(read({ ...small, components: [{ name: 'A', service: 'aws.ec2', purchase }] }))).components[0].purchase
    expect(purchaseOf(reserved)).toEqual(reserved)
    expect(purchaseOf([reserved])).toEqual(reserved)
    expect(purchaseOf([reserved, spot])).toEqual([reserved, spot])
    expect(purchaseOf({ kind: 'on-demand' })).toBeUndefined()
    expect(purchaseOf({ kind: 'spot' })).toEqual({ kind: 'spot', coverage: '100%' })
  })

  it('writes prices and the free tier only where somebody set them', () => {
    const prices = { b: { price: '=list * 0.9', note: 'offer 12' }, a: { price: '0.05' } }
    const workbook = read({ ...small, freeTier: true, components: [{ name: 'A', service: 'aws.ec2', prices }] })
    const written = JSON.parse(writeWorkbook(workbook))
    expect(written.freeTier).toBe(true)
    expect(written.components[0].prices).toEqual(prices)
    expect(Object.keys(written.components[0].prices)).toEqual(['a', 'b'])
    expect(read(written)).toEqual(workbook)
    const plain = JSON.parse(writeWorkbook(read(small)))
    expect([plain.freeTier, plain.components[0].prices]).toEqual([undefined, undefined])
  })
})

describe('reading a file written by hand', () => {
  it('takes numbers as cell text, makes the missing ids and fills in what is usual', () => {
    const workbook = read(small)
    expect(workbook.id).toBe('new-1')
    expect(rows(workbook.components)).toEqual([
      {
        id: 'new-2',
        order: 1024,
        name: 'API',
        service: 'aws.ec2',
        region: '',
        group: '',
        environment: '',
        inputs: { count: '4', size: 't3.medium' },
        purchase: [],
        prices: {},
        tags: {},
        note: '',
      },
    ])
    expect(settingsOf(workbook)).toMatchObject({
      name: 'Small',
      currency: { code: 'USD', perUsd: 1 },
      priceBook: { id: 'bundled-2026-11' },
      month: { hours: 730 },
      rounding: 'exact',
    })
  })

  it('never gives a made id to a record when another one has it', () => {
    const workbook = read({
      ...small,
      drivers: [
        { name: 'a', value: 1 },
        { id: 'new-2', name: 'b', value: 2 },
      ],
    })
    expect(rows(workbook.drivers).map(({ id, value }) => [id, value])).toEqual([
      ['new-3', '1'],
      ['new-2', '2'],
    ])
  })

  it('reads past a byte order mark', () => {
    expect(settingsOf(read(`\uFEFF${JSON.stringify(small)}`)).name).toBe('Small')
  })

  it('names a schedule by its id when it has no name', () => {
    expect(
      read({ ...small, schedules: [{ id: 'business-hours', weekly: 'Mon-Fri 08:00-18:00 = 4, else 2' }] }).schedules.get('business-hours')
        ?.name,
    ).toBe('business-hours')
  })
})

describe('a file of version 0', () => {
  const old = {
    format: 'skytally',
    version: 0,
    name: 'Old',
    hoursPerMonth: 720,
    budget: 500,
    rows: [{ name: 'API', service: 'aws.ec2', inputs: { count: 4 } }],
  }

  it('is read in today’s form and says what it was', () => {
    const result = readWorkbook(JSON.stringify(old), counter())
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.migratedFrom).toBe(0)
    expect(settingsOf(result.workbook).month.hours).toBe(720)
    expect(rows(result.workbook.components).map((component) => component.name)).toEqual(['API'])
    expect(rows(result.workbook.budgets)).toMatchObject([{ scope: 'total', monthly: 500, warnAt: '80%' }])
    expect(writeWorkbook(result.workbook)).toContain('"version": 1')
  })

  it('may not hold the names of version 1 misspelt, nor those of version 0 in version 1', () => {
    expect(readWorkbook(JSON.stringify({ ...old, version: 1 }), counter())).toMatchObject({
      ok: false,
      problems: [{ message: '"hoursPerMonth", "budget", "rows" is not known here.' }],
    })
  })
})
