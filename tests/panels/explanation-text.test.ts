import { describe, expect, it } from 'vitest'
import { explain } from '#renderer/inspector/explanation.ts'
import { explanationText, noteText, sourceText } from '#renderer/inspector/explanation-text.ts'
import { charge, hours, printer, row, source } from './explanation-kit.ts'

describe('the explanation as text', () => {
  it('is the same sum, with where each price is from and what the total leaves out', () => {
    const missing = charge({
      id: 'spot',
      label: 'Spot',
      price: null,
      unknown: { reason: 'no-price', message: 'No spot price here', fix: 'choose another region' },
    })
    const text = explanationText('API servers · EC2 · us-east-1', explain(row([hours, missing]), printer))
    expect(text).toBe(
      [
        'API servers · EC2 · us-east-1',
        'Instance hours: $121.47',
        '  count × hours = 4 × 730 = 2,920 hours',
        '  2,920 hours × $0.0416 = $121.472',
        '  Price: SKU SKU1 · test-book · as of 2026-11-01 · maker',
        'Spot: not known',
        '  No spot price here. Choose another region',
        'Total a month: $121.47 + 1 without a price',
        '',
      ].join('\n'),
    )
  })

  it('marks derived and undated prices', () => {
    expect(sourceText({ ...source, derived: true, asOf: 'undated', note: 'half of the list' })).toBe(
      'SKU SKU1 · test-book · undated · maker · derived · half of the list',
    )
  })
})

describe('a note on a price', () => {
  it('says when a free allowance is taken off', () => {
    const note = 'also in 1 other source; free allowance: 1024 GB/month across all geographies; first tier'
    expect(noteText({ ...source, note })).toBe(
      'also in 1 other source; free allowance: 1024 GB/month across all geographies (with the free tier); first tier',
    )
    expect(sourceText({ ...source, note: 'free allowance: 10 GiB/month' })).toMatch(/free allowance: 10 GiB\/month \(with the free tier\)$/)
    expect(noteText({ ...source, note: 'minimum 90 days' })).toBe('minimum 90 days')
  })
})
