import { describe, expect, it } from 'vitest'
import { isAnother } from '#shared/document/merge/another.ts'
import type { Workbook } from '#shared/document/types.ts'
import { book, driver, row } from './merge-kit.ts'

const under = (id: string, workbook: Workbook): Workbook => ({ ...workbook, id })
const shop = book({ components: [row('api', 1), row('db', 2)], drivers: [driver('users', '1')] })
const bank = book({ components: [row('ledger', 1), row('vault', 2)], drivers: [driver('clients', '1')] })

describe('another workbook than the one it is merged with', () => {
  it('is never one of the same id, however much of it was changed', () => {
    expect(isAnother(shop, bank)).toBe(false)
  })

  it('is one of another id that has little in common, also where it holds nothing', () => {
    expect(isAnother(shop, under('other', bank))).toBe(true)
    expect(isAnother(shop, under('other', book({})))).toBe(true)
  })

  it('is no copy opened under an id of its own, to which rows were added', () => {
    const copy = book({ components: [row('api', 1), row('db', 2), row('x', 3), row('y', 4), row('z', 5)], drivers: [driver('users', '1')] })
    expect(isAnother(shop, under('copy', copy))).toBe(false)
  })

  it('is one whose rows only bear the same ids, and one whose rows only bear the same names', () => {
    const sameIds = book({ components: [row('api', 1, { name: 'Ledger' }), row('db', 2, { name: 'Vault' })] })
    expect(isAnother(shop, under('other', sameIds))).toBe(true)
    const sameNames = book({ components: [row('1', 1, { name: 'api' }), row('2', 2, { name: 'db' })] })
    expect(isAnother(shop, under('other', sameNames))).toBe(true)
  })

  it('is told by names alone where a file gives no ids', () => {
    const hand = book({ components: [row('1', 1, { name: 'api' }), row('2', 2, { name: 'db' })] })
    const made = new Set(['hand', '1', '2'])
    expect(isAnother(shop, under('hand', hand), made)).toBe(false)
    expect(isAnother(under('hand', hand), bank, made)).toBe(true)
    expect(isAnother(under('hand', book({})), shop, made)).toBe(false)
  })
})
