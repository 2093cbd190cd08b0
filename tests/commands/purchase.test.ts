import { describe, expect, it } from 'vitest'
import { deleteDriver, renameDriver } from '#shared/commands/drivers.ts'
import { setPurchase } from '#shared/commands/purchase.ts'
import { printPurchase, readPurchase } from '#shared/commands/purchase-text.ts'
import type { PurchaseShare } from '#shared/document/types.ts'
import { book, done, driver, refused, row } from './kit.ts'

const spot: PurchaseShare = { kind: 'spot', coverage: '=part', interruption: '=calm * 1 h', checkpoint: '5 min' }

describe('how a row is bought', () => {
  it('is kept with everything a share says', () => {
    const after = done(book([row('a')]), setPurchase, { row: 'a', purchase: [spot] })
    expect(after.components.get('a')?.purchase).toEqual([spot])
    expect(refused(after, setPurchase, { row: 'b', purchase: [] }).code).toBe('row-gone')
    expect(setPurchase.run(after, { row: 'a', purchase: [spot] }, { newId: () => 'x', today: '2026-11-22' })).toEqual([])
  })

  it('follows the new name of a driver wherever it stands in a share', () => {
    const workbook = book([row('a', { purchase: [spot] })], [driver('calm', '20'), driver('part', '50%')])
    const after = done(done(workbook, renameDriver, { id: 'calm', name: 'quiet' }), renameDriver, { id: 'part', name: 'share' })
    expect(after.components.get('a')?.purchase).toEqual([{ ...spot, coverage: '=share', interruption: '=quiet * 1 h' }])
    expect(refused(workbook, deleteDriver, { id: 'calm' }).message).toContain('a (purchase)')
  })

  it('keeps what is known of interruptions when its text is typed again', () => {
    const share = { ...spot, restart: '2 min' } as const
    expect(printPurchase([share])).toBe('Spot =part, interrupted every =calm * 1 h, checkpoint 5 min, restart 2 min')
    expect(readPurchase(printPurchase([share]))).toEqual([share])
  })

  it('says a convertible reservation in the Buys column, and reads it', () => {
    const share: PurchaseShare = { kind: 'reserved', term: '3y', payment: 'partial-upfront', offering: 'convertible', coverage: '50%' }
    expect(printPurchase([share])).toBe('3y convertible partial upfront 50%')
    expect(readPurchase('3 years convertible partial upfront 50%')).toEqual([share])
  })
})
