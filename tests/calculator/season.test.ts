import { expect, it } from 'vitest'
import { settingsOf } from '#shared/document/empty.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { book, driver, row } from '#tests/commands/kit.ts'
import { services } from '#pricing/services/registry.ts'

it('a season of a driver peaks in December whichever month the forecast starts in', () => {
  const design = book(
    [row('Fee', { inputs: { monthly: '=users' } })],
    [driver('users', '100', { growth: 'season 1,1,1,1,1,1,1,1,1,1,1,3' })],
  )
  const inMonth = (start: string, month: number) => {
    const settings = { ...settingsOf(design), horizon: { start, months: 12, yearlyRate: '0%' } }
    return createCalculator({ ...design, settings: new Map([['settings', settings]]) }, { book: bundledBook(), services, month }).total()
      .monthly
  }
  expect(inMonth('2027-01', 11)).toBe(300)
  expect(inMonth('2026-12', 0)).toBe(300)
  expect(inMonth('2026-12', 11)).toBe(100)
})
