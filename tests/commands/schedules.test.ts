import { describe, expect, it } from 'vitest'
import { addSchedule, deleteSchedule, duplicateSchedule, OFFICE_HOURS, renameSchedule, setSchedule } from '#shared/commands/schedules.ts'
import { rows } from '#shared/document/rows.ts'
import type { ScalingRule } from '#shared/document/types.ts'
import { book, done, driver, refused, row } from './kit.ts'

const rule: ScalingRule = { load: '=schedule("Shop")', capacity: '100', target: '70%', minimum: '1', maximum: '10' }
const names = (workbook: Parameters<typeof done>[0]) => rows(workbook.schedules).map(({ name }) => name)

describe('schedules', () => {
  it('begin with office hours under a name of their own', () => {
    const workbook = done(done(book([]), addSchedule, { id: 'a' }), addSchedule, { id: 'b' })
    expect(names(workbook)).toEqual(['Schedule', 'Schedule 2'])
    expect(rows(workbook.schedules)[0]?.weekly).toBe(OFFICE_HOURS)
  })

  it('cannot be without a name, nor have the name of another, whatever its letter case', () => {
    const workbook = done(book([]), addSchedule, { id: 's', name: 'Shop' })
    expect(refused(workbook, addSchedule, { name: 'shop' }).code).toBe('schedule-taken')
    expect(refused(workbook, renameSchedule, { id: 's', name: '  ' }).code).toBe('schedule-name')
    expect(names(done(workbook, renameSchedule, { id: 's', name: 'SHOP' }))).toEqual(['SHOP'])
  })

  it('take the formulas that name them along when they are renamed: of rows, drivers, other schedules and rules', () => {
    let workbook = book([row('a', { inputs: { monthly: '=2 * schedule("Shop")' } })], [driver('load', '=schedule("Shop") + 1')])
    workbook = done(workbook, addSchedule, { id: 's', name: 'Shop' })
    workbook = done(workbook, addSchedule, { id: 't', name: 'Servers', scaling: rule })
    const rules = [{ match: 'all', set: { 'inputs.monthly': '=schedule("Shop") / 2' } }]
    workbook = { ...workbook, environments: new Map([['e', { id: 'e', order: 1, name: 'dev', from: 'prod', rules }]]) }
    const after = done(workbook, renameSchedule, { id: 's', name: 'Web shop' })
    expect(after.components.get('a')?.inputs['monthly']).toBe('=2 * schedule("Web shop")')
    expect(after.drivers.get('load')?.value).toBe('=schedule("Web shop") + 1')
    expect(after.schedules.get('t')?.scaling?.load).toBe('=schedule("Web shop")')
    expect(after.environments.get('e')?.rules[0]?.set).toEqual({ 'inputs.monthly': '=schedule("Web shop") / 2' })
  })

  it('are not deleted while a formula follows them, and the refusal names it', () => {
    let workbook = book([row('Servers', { inputs: { monthly: '=schedule("Shop")' } })])
    workbook = done(workbook, addSchedule, { id: 's', name: 'Shop' })
    expect(refused(workbook, deleteSchedule, { id: 's' }).message).toContain('Servers (monthly)')
    const free = { ...workbook, components: new Map() }
    expect(done(free, deleteSchedule, { id: 's' }).schedules.size).toBe(0)
  })

  it('are copied behind the one they are copied from, rule and all', () => {
    let workbook = done(book([]), addSchedule, { id: 's', name: 'Shop', scaling: rule })
    workbook = done(done(workbook, addSchedule, { name: 'Other' }), duplicateSchedule, { id: 's', newId: 'copy' })
    expect(names(workbook)).toEqual(['Shop', 'Shop 2', 'Other'])
    expect(workbook.schedules.get('copy')?.scaling).toEqual(rule)
  })

  it('are a week again when their rule is taken away; what did not change is no change', () => {
    const workbook = done(book([]), addSchedule, { id: 's', name: 'Shop', scaling: rule })
    const after = done(workbook, setSchedule, { id: 's', fields: { scaling: null, weekly: '4' } }).schedules.get('s')
    expect(after).toEqual({ id: 's', order: after?.order, name: 'Shop', weekly: '4' })
    expect(setSchedule.run(workbook, { id: 's', fields: {} }, { newId: () => 'x', today: '2026-11-22' })).toEqual([])
  })
})
