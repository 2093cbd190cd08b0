import { describe, expect, it } from 'vitest'
import { renameDriver } from '#shared/commands/drivers.ts'
import { setCells } from '#shared/commands/cells.ts'
import { clearRowPrice, setRowPrice } from '#shared/commands/prices.ts'
import { usesOf } from '#shared/commands/references.ts'
import { book, done, driver, refused, row, shapes } from './kit.ts'

const pricesOf = (workbook: ReturnType<typeof book>) => workbook.components.get('a')?.prices

describe('a price typed over the book’s', () => {
  const workbook = done(book([row('a')], [driver('quoted', '0.07')]), setRowPrice, {
    row: 'a',
    charge: 'storage',
    price: ' =quoted ',
    note: 'offer 12',
  })

  it('stands on the row with its note, and keeps the note when only the price changes', () => {
    expect(pricesOf(workbook)).toEqual({ storage: { price: '=quoted', note: 'offer 12' } })
    expect(pricesOf(done(workbook, setRowPrice, { row: 'a', charge: 'storage', price: '0.06' }))).toEqual({
      storage: { price: '0.06', note: 'offer 12' },
    })
  })

  it('goes when it is cleared or emptied, and leaves those of other charges', () => {
    const both = done(workbook, setRowPrice, { row: 'a', charge: '__proto__', price: '1' })
    expect(Object.keys(pricesOf(both) ?? {})).toEqual(['storage', '__proto__'])
    expect(Object.keys(pricesOf(done(both, clearRowPrice, { row: 'a', charge: 'storage' })) ?? {})).toEqual(['__proto__'])
    expect(pricesOf(done(workbook, setRowPrice, { row: 'a', charge: 'storage', price: ' ' }))).toEqual({})
    expect(done(workbook, clearRowPrice, { row: 'a', charge: 'other' })).toEqual(workbook)
  })

  it('follows the drivers it names', () => {
    expect(usesOf(workbook, { kind: 'name', name: 'quoted' })).toEqual([{ table: 'components', id: 'a', name: 'a', field: 'price' }])
    expect(pricesOf(done(workbook, renameDriver, { id: 'quoted', name: 'offered' }))?.['storage']?.price).toBe('=offered')
  })

  it('does not go along to another service', () => {
    const moved = done(workbook, setCells, { cells: [{ row: 'a', column: 'service', text: 'aws.ec2' }], services: shapes })
    expect(pricesOf(moved)).toEqual({})
  })

  it('is refused for a row that is gone and for a text without end', () => {
    expect(refused(workbook, setRowPrice, { row: 'x', charge: 'storage', price: '1' }).code).toBe('row-gone')
    expect(refused(workbook, clearRowPrice, { row: 'x', charge: 'storage' }).code).toBe('row-gone')
    expect(refused(workbook, setRowPrice, { row: 'a', charge: 'storage', price: '1'.repeat(40_000) }).code).toBe('too-long')
  })
})
