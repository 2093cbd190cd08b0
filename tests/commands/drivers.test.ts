import { describe, expect, it } from 'vitest'
import { addDriver, deleteDriver, moveDriver, renameDriver, setDriver } from '#shared/commands/drivers.ts'
import { usesOf } from '#shared/commands/references.ts'
import { rows } from '#shared/document/rows.ts'
import { book, done, driver, refused, row } from './kit.ts'

const workbook = book(
  [
    row('a', { inputs: { monthly: '=requests * 2 + requests_per_day' }, purchase: [{ kind: 'spot', coverage: '=requests / 100' }] }),
    row('b', { inputs: { monthly: '=cost("requests")' } }),
  ],
  [driver('requests', '100', { low: '50' }), driver('double', '=requests * 2', { high: '=requests * 3' })],
)

describe('drivers', () => {
  it('are added at the end under a free name, or after another one', () => {
    expect(rows(done(workbook, addDriver, {}).drivers).map((one) => one.name)).toEqual(['requests', 'double', 'driver'])
    const after = done(workbook, addDriver, { name: 'users', value: '5', after: 'requests' })
    expect(rows(after.drivers).map((one) => one.name)).toEqual(['requests', 'users', 'double'])
  })

  it('refuse names that formulas could not say', () => {
    for (const name of ['2fast', 'a b', '', 'GB', 'max', 'requests', `a${'b'.repeat(64)}`])
      expect(refused(workbook, addDriver, { name }).code).toBe('driver-name')
  })

  it('take and lose optional fields', () => {
    const after = done(workbook, setDriver, {
      id: 'requests',
      fields: { value: ' 200 ', unit: 'requests', low: '', growth: '4%', confidence: 'known' },
    })
    expect(after.drivers.get('requests')).toEqual({
      id: 'requests',
      order: 1024,
      name: 'requests',
      value: '200',
      unit: 'requests',
      growth: '4%',
      confidence: 'known',
    })
    expect(done(after, setDriver, { id: 'requests', fields: { confidence: '' } }).drivers.get('requests')).not.toHaveProperty('confidence')
  })

  it('take their formulas along when renamed, and nothing that only looks like them', () => {
    const after = done(workbook, renameDriver, { id: 'requests', name: 'calls' })
    expect(after.drivers.get('requests')).toMatchObject({ name: 'calls', value: '100', low: '50' })
    expect(after.drivers.get('double')).toMatchObject({ value: '=calls * 2', high: '=calls * 3' })
    expect(after.components.get('a')).toMatchObject({
      inputs: { monthly: '=calls * 2 + requests_per_day' },
      purchase: [{ coverage: '=calls / 100' }],
    })
    expect(after.components.get('b')).toBe(workbook.components.get('b'))
  })

  it('follow their own name in their own formula', () => {
    const own = book([], [driver('loop', '=loop + 1')])
    expect(done(own, renameDriver, { id: 'loop', name: 'ring' }).drivers.get('loop')).toMatchObject({ name: 'ring', value: '=ring + 1' })
  })

  it('are not deleted while something uses them, and the refusal lists the uses', () => {
    const said = refused(workbook, deleteDriver, { id: 'requests' })
    expect(said.message).toBe('“requests” is used in 4 places: driver double, driver double, a (monthly), a (purchase).')
    expect(done(workbook, deleteDriver, { id: 'double' }).drivers.has('double')).toBe(false)
  })

  it('move one place at a time or after another one', () => {
    expect(rows(done(workbook, moveDriver, { id: 'double', to: 'up' }).drivers).map((one) => one.id)).toEqual(['double', 'requests'])
    expect(rows(done(workbook, moveDriver, { id: 'requests', to: { after: 'double' } }).drivers).map((one) => one.id)).toEqual([
      'double',
      'requests',
    ])
    expect(done(workbook, moveDriver, { id: 'requests', to: 'up' })).toBe(workbook)
  })
})

describe('where something is used', () => {
  it('is told by record and field', () => {
    expect(usesOf(workbook, { kind: 'cost', row: 'requests' })).toEqual([{ table: 'components', id: 'b', name: 'b', field: 'monthly' }])
  })
})
