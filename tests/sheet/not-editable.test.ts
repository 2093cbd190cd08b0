import { describe, expect, it } from 'vitest'
import { canEdit, whyNotEditable } from '#renderer/workspace/cells/commit.ts'
import { headingId } from '#renderer/workspace/cells/places.ts'
import { flat, openWindow, workbookOf } from '../workspace/kit.ts'

describe('typing where nothing can be typed', () => {
  it('says that a figure is computed and where to change it', async () => {
    await openWindow(workbookOf([flat('a', '10')]))
    for (const column of ['monthly', 'list', 'share'] as const) {
      expect(canEdit({ row: 'a', column })).toBe(false)
      expect(whyNotEditable({ row: 'a', column })).toMatchObject({
        message: expect.stringContaining('computed'),
        fix: expect.stringContaining('inputs'),
      })
    }
  })

  it('says that the row’s service has no such input', async () => {
    await openWindow(workbookOf([flat('a', '10')]))
    expect(canEdit({ row: 'a', column: 'size' })).toBe(false)
    expect(whyNotEditable({ row: 'a', column: 'size' }).message).toBe('“a” is Flat monthly rate, which has no size.')
  })

  it('sends a person from a subtotal to the rows under it', async () => {
    await openWindow(workbookOf([flat('a', '10', { group: 'Web' })]))
    expect(canEdit({ row: headingId('Web'), column: 'monthly' })).toBe(false)
    expect(whyNotEditable({ row: headingId('Web'), column: 'monthly' })).toMatchObject({ fix: 'Change the rows under it.' })
  })
})
