import { describe, expect, it } from 'vitest'
import { paidBackWords } from '#renderer/inspector/share-facts.ts'
import { interruptibleWords, partWords, passedOverWords, provenWords } from '#renderer/purchase/wording.ts'
import { book, row } from '#tests/commands/kit.ts'

describe('what the dialog of commitments says', () => {
  it('names the rows that may go to spot, or that there are none', () => {
    expect(interruptibleWords(book([row('Web')]))).toBe('No row is tagged interruptible=yes.')
    const batch = ['A', 'B', 'C', 'D'].map((id) => row(id, { tags: { interruptible: 'yes' } }))
    expect(interruptibleWords(book([row('Web'), ...batch]))).toBe('Tagged interruptible=yes: A, B, C and 1 more.')
  })

  it('names the rows for which nothing is sold', () => {
    const words = passedOverWords({ passedOver: ['VM'] }, book([row('VM', { name: 'Azure machines' })]))
    expect(words).toContain('no commitment of these terms and payments for Azure machines')
    expect(passedOverWords({ passedOver: [] }, null)).toBe('')
  })

  it('says when a payment has come back in whole months, the last one begun counted', () => {
    expect([0, 7, 7.05, 7.0000000000001].map(paidBackWords)).toEqual([
      'from the start',
      'by the end of month 7',
      'by the end of month 8',
      'by the end of month 7',
    ])
  })

  it('says of what it is proven that it is cheapest, and what of the month stays', () => {
    expect(provenWords({ isProven: true, spot: [{ row: 'A', purchase: [] }] })).toContain('no other shares on spot')
    expect(partWords({ part: 'rest', before: 50, after: 50 })).toBe('Everything else, unchanged')
    expect(partWords({ part: 'rest', before: 50, after: 40 })).not.toContain('unchanged')
  })
})
