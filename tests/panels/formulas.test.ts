import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import { humanFormula } from '#renderer/inspector/human-formula.ts'
import { measured } from '#renderer/drivers/measured.ts'
import { suggestionsFor, vocabularyOf } from '#renderer/ui/use-formula-suggestions.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { told } from '#renderer/ui/told.ts'

describe('a declared formula on paper', () => {
  it('has signs of arithmetic and words for names', () => {
    expect(humanFormula('count * newConnections / 25 - hours_in_month')).toBe('count × new connections ÷ 25 − hours in month')
    expect(humanFormula('max(0, size - 3000) * 1e-6')).toBe('max(0, size − 3000) × 1e-6')
  })

  it('leaves abbreviations and quoted text alone', () => {
    expect(humanFormula('vCPU * IOPS + cost("a-b * c")')).toBe('vCPU × IOPS + cost("a-b * c")')
  })
})

describe('a driver in the unit a person would choose', () => {
  const print = makePrinter('en-US', 'USD').number
  const of = (dimension: Partial<Record<'data' | 'time' | 'money' | 'duty', number>>) => ({
    data: 0,
    time: 0,
    money: 0,
    duty: 0,
    ...dimension,
  })

  it.each([
    [40 / 1024 ** 2, '40 KB'],
    [0.5, '512 MB'],
    [10_240, '10 TB'],
    [0, '0 B'],
    [-3, '-3 GB'],
  ])('%f GB is %s', (value, text) => {
    expect(measured(value, of({ data: 1 }), '', print)).toBe(text)
  })

  it('takes minutes, seconds and milliseconds for short times', () => {
    expect(measured(2, of({ time: 1 }), '', print)).toBe('2 h')
    expect(measured(0.25, of({ time: 1 }), '', print)).toBe('15 min')
    expect(measured(0.2 / 3600, of({ time: 1 }), '', print)).toBe('200 ms')
  })

  it('names the unit that was given to a plain number, and the dimension of anything else', () => {
    expect(measured(1e6, of({}), 'requests', print)).toBe('1,000,000 requests')
    expect(measured(1e6, of({}), '', print)).toBe('1,000,000')
    expect(measured(5, of({ data: 1, time: -1 }), 'x', print)).toBe('5 GB/h')
  })
})

describe('what happened and what to do', () => {
  it('are two sentences', () => {
    expect(told({ message: 'No price here', fix: 'choose another region' })).toBe('No price here. Choose another region')
    expect(told({ message: 'Stop!', fix: 'Wait.' })).toBe('Stop! Wait.')
    expect(told({ message: 'Nothing to do', fix: '' })).toBe('Nothing to do.')
  })
})

describe('a formula being typed', () => {
  it('is offered the schedules of the workbook by name', () => {
    const schedule = { id: 's', order: 1, name: 'Office hours', weekly: 'Mon-Fri 08-18 = 1, else 0' }
    const vocabulary = vocabularyOf({ ...newWorkbook('w', 'w', '2026-11-22'), schedules: new Map([['s', schedule]]) })
    const { items } = suggestionsFor('=schedule("of', 13, vocabulary, 'en-US')
    expect(items.map(({ text }) => text)).toEqual(['=schedule("Office hours")'])
  })
})
