import { describe, expect, it } from 'vitest'
import { statisticsLine } from '#renderer/scenarios/statistics-line.ts'
import { makePrinter } from '#renderer/ui/printer.ts'

const printer = makePrinter('en-US', 'USD')
const base = { numbers: 2, filled: 2, unknown: 0, money: true, sum: 30, average: 15, min: 10, max: 20 }
const words = (statistics: typeof base): readonly string[] =>
  statisticsLine(statistics, printer).map(({ label, text }) => `${label} ${text}`)

describe('the foot of the window', () => {
  it('adds up money as money and other numbers plainly', () => {
    expect(words(base)).toEqual(['Sum $30.00', 'Average $15.00', 'Min $10.00', 'Max $20.00', 'Count 2'])
    expect(words({ ...base, money: false })[0]).toBe('Sum 30')
  })

  it('says how many cells hold text and how many figures are unknown', () => {
    expect(words({ ...base, filled: 5, unknown: 1 })).toContain('Filled 5')
    expect(words({ ...base, filled: 5, unknown: 1 })).toContain('Unknown 1')
  })

  it('says no sum where nothing is a number', () => {
    expect(
      statisticsLine({ ...base, numbers: 0, filled: 3, average: null, min: null, max: null }, printer).map(({ label }) => label),
    ).toEqual(['Count', 'Filled'])
  })
})
