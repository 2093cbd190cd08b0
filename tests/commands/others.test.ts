import { describe, expect, it } from 'vitest'
import { addBudget, deleteBudget, setBudget } from '#shared/commands/budgets.ts'
import { renameGroup } from '#shared/commands/groups.ts'
import {
  renameWorkbook,
  setAdjustments,
  setCurrency,
  setFreeTier,
  setMonthHours,
  setPriceBook,
  setRounding,
} from '#shared/commands/settings.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { book, done, driver, refused, row } from './kit.ts'

describe('renaming a group', () => {
  const workbook = done(
    book(
      [
        row('a', { group: 'Compute' }),
        row('b', { group: 'Other', inputs: { monthly: '=subtotal("Compute") * 3% + subtotal("group:Compute")' } }),
      ],
      [driver('half', '=subtotal("Compute") / 2')],
    ),
    addBudget,
    { scope: 'group:Compute', monthly: 100 },
  )

  it('takes rows, subtotals and budgets along', () => {
    const after = done(workbook, renameGroup, { from: 'Compute', to: 'Serving' })
    expect(after.components.get('a')?.group).toBe('Serving')
    expect(after.components.get('b')?.inputs).toEqual({ monthly: '=subtotal("Serving") * 3% + subtotal("group:Serving")' })
    expect(after.drivers.get('half')?.value).toBe('=subtotal("Serving") / 2')
    expect(after.budgets.get('new-1')?.scope).toBe('group:Serving')
  })

  it('refuses an empty name, a name that is taken and a group that is not there', () => {
    expect(refused(workbook, renameGroup, { from: 'Compute', to: ' ' }).code).toBe('group-name')
    expect(refused(workbook, renameGroup, { from: 'Compute', to: 'Other' }).code).toBe('group-taken')
    expect(refused(workbook, renameGroup, { from: 'Nothing', to: 'X' }).code).toBe('no-group')
  })
})

describe('budgets', () => {
  const workbook = done(book([]), addBudget, { monthly: 500 })

  it('begin with the total and a warning at 80 %', () => {
    expect(workbook.budgets.get('new-1')).toMatchObject({ scope: 'total', monthly: 500, warnAt: '80%' })
  })

  it('change and go', () => {
    const after = done(workbook, setBudget, { id: 'new-1', fields: { monthly: 600, scope: 'tag:team=ml' } })
    expect(after.budgets.get('new-1')).toMatchObject({ monthly: 600, scope: 'tag:team=ml' })
    expect(done(workbook, deleteBudget, { id: 'new-1' }).budgets.size).toBe(0)
  })

  it('refuse amounts that are no limit, scopes that mean nothing and a second one for the same', () => {
    for (const monthly of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(refused(book([]), addBudget, { monthly }).code).toBe('budget-amount')
    expect(refused(book([]), addBudget, { monthly: 1, scope: 'everything' }).code).toBe('budget-scope')
    expect(refused(workbook, addBudget, { monthly: 1 }).code).toBe('budget-taken')
  })
})

describe('settings', () => {
  const workbook = book([])

  it('take a currency with its own dated rate', () => {
    expect(settingsOf(done(workbook, setCurrency, { code: 'eur', perUsd: 0.92 })).currency).toEqual({
      code: 'EUR',
      perUsd: 0.92,
      asOf: '2026-11-22',
    })
  })

  it('refuse codes, rates and dates that are none', () => {
    expect(refused(workbook, setCurrency, { code: 'euro', perUsd: 1 }).code).toBe('currency-code')
    expect(refused(workbook, setCurrency, { code: 'EUR', perUsd: 0 }).code).toBe('currency-rate')
    expect(refused(workbook, setCurrency, { code: 'EUR', perUsd: Number.NaN }).code).toBe('currency-rate')
    for (const perUsd of [1e-7, 1e10, Infinity]) expect(refused(workbook, setCurrency, { code: 'EUR', perUsd }).code).toBe('currency-rate')
    expect(refused(workbook, setCurrency, { code: 'USD', perUsd: 2 }).code).toBe('currency-rate')
    expect(refused(workbook, setCurrency, { code: 'EUR', perUsd: 1, asOf: 'today' }).code).toBe('currency-date')
    expect(refused(workbook, setCurrency, { code: 'EUR', perUsd: 1, asOf: '2026-02-31' }).code).toBe('currency-date')
  })

  it('take a name, hours of the month, rounding, the free tier and what is negotiated', () => {
    expect(settingsOf(done(workbook, renameWorkbook, { name: ' Plan B ' })).name).toBe('Plan B')
    expect(settingsOf(done(workbook, setMonthHours, { hours: 744 })).month.hours).toBe(744)
    expect(settingsOf(done(workbook, setRounding, { rounding: 'vendor' })).rounding).toBe('vendor')
    const adjustments = [{ match: 'aws.*', percent: -7, note: 'agreement' }]
    const agreed = done(workbook, setAdjustments, { adjustments: [{ ...adjustments[0]!, match: ' aws.* ' }] })
    expect(settingsOf(agreed).priceBook).toEqual({ id: 'bundled-2026-11', adjustments })
    expect(settingsOf(done(agreed, setPriceBook, { id: 'mine' })).priceBook).toEqual({ id: 'mine', adjustments })
    expect(settingsOf(done(workbook, setFreeTier, { freeTier: true })).freeTier).toBe(true)
  })

  it('refuse an empty name, an impossible month and discounts that cannot be', () => {
    expect(refused(workbook, renameWorkbook, { name: ' ' }).code).toBe('workbook-name')
    for (const hours of [0, 745, Number.NaN]) expect(refused(workbook, setMonthHours, { hours }).code).toBe('month-hours')
    const agreed = (match: string, percent: number) => ({ match, percent, note: '' })
    expect(refused(workbook, setAdjustments, { adjustments: [agreed('*', -101)] }).code).toBe('adjustment')
    expect(refused(workbook, setAdjustments, { adjustments: [agreed('*', Number.NaN)] }).code).toBe('adjustment')
    for (const match of ['', 'aws.ec2/', '/us-*', 'aws ec2', 'aws.*/us-*/x'])
      expect(refused(workbook, setAdjustments, { adjustments: [agreed(match, -7)] }).code).toBe('adjustment-match')
    expect(refused(workbook, setAdjustments, { adjustments: [agreed('aws.*', -7), agreed('aws.*', -9)] }).code).toBe('adjustment-twice')
  })
})
