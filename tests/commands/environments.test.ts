import { factsOf } from '#pricing/services/facts.ts'
import { describe, expect, it } from 'vitest'
import { addEnvironment, deleteEnvironment, setEnvironment } from '#shared/commands/environments.ts'
import { renameDriver } from '#shared/commands/drivers.ts'
import { readRate, setHorizon, usualHorizon } from '#shared/commands/growth.ts'
import { withEnvironments } from '#shared/document/environments.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { setCells } from '#shared/commands/cells.ts'
import { renameGroup } from '#shared/commands/groups.ts'
import type { EnvironmentRule, Workbook } from '#shared/document/types.ts'
import { book, done, driver, refused, row, shapes, supplies } from './kit.ts'

const prod = () => book([row('API', { environment: 'prod', inputs: { monthly: '4' } }), row('Log', { environment: 'prod' })])

describe('environments', () => {
  it('are made from another one, under a name of their own', () => {
    const workbook = done(prod(), addEnvironment, {
      id: 'e',
      from: 'prod',
      rules: [{ match: 'all', set: { 'inputs.monthly': '=base / 2' } }],
    })
    expect(workbook.environments.get('e')).toMatchObject({ name: 'dev', from: 'prod' })
    expect(refused(workbook, addEnvironment, { name: 'DEV', from: 'prod' }).code).toBe('environment-taken')
    expect(refused(workbook, setEnvironment, { id: 'e', fields: { from: 'dev' } }).code).toBe('environment-itself')
    expect(refused(workbook, setEnvironment, { id: 'e', fields: { name: ' ' } }).code).toBe('environment-name')
    expect(done(workbook, deleteEnvironment, { id: 'e' }).environments.size).toBe(0)
  })

  it('leave a field alone where the rule asks for a base that is not given', () => {
    const workbook = done(prod(), addEnvironment, {
      id: 'e',
      from: 'prod',
      rules: [{ match: 'all', set: { 'inputs.monthly': '=base / 2' } }],
    })
    const shown = withEnvironments(workbook, factsOf)
    expect(shown.components.get('API@e')?.inputs).toEqual({ monthly: '=(4) / 2' })
    expect(shown.components.get('Log@e')?.inputs).toEqual({})
  })

  it('follow the new name of a driver in their rules, without rules for each of their rows', () => {
    let workbook = { ...prod(), drivers: book([], [driver('half', '2')]).drivers }
    workbook = done(workbook, addEnvironment, {
      id: 'e',
      from: 'prod',
      rules: [{ match: 'all', set: { 'inputs.monthly': '=base / half' } }],
    })
    const shown = withEnvironments(workbook, factsOf)
    const changes = renameDriver.run(shown, { id: 'half', name: 'two' }, { newId: () => 'x', today: '2026-11-22' })
    expect(changes).toMatchObject([
      { table: 'environments', after: { rules: [{ match: 'all', set: { 'inputs.monthly': '=base / two' } }] } },
      { table: 'drivers' },
    ])
    expect(changes).toHaveLength(2)
  })
})

describe('renaming beside environments', () => {
  const shownOf = (workbook: Workbook) => withEnvironments(workbook, factsOf)
  const withDev = (rules: readonly EnvironmentRule[] = []) =>
    done(
      book([
        row('API', { environment: 'prod', group: 'Serving', inputs: { monthly: '4' } }),
        row('Fee', { inputs: { monthly: '=cost("API · dev") + subtotal("dev") + subtotal("Serving")' } }),
      ]),
      addEnvironment,
      { id: 'e', from: 'prod', rules },
    )
  const renamed = (workbook: Workbook, text: string) =>
    setCells.run(shownOf(workbook), { cells: [{ row: 'API', column: 'name', text }], services: shapes }, supplies())

  it('a row renames it in the environments that take it, and what reads it there follows', () => {
    expect(renamed(withDev(), 'Web')).toMatchObject([
      { id: 'API', after: { name: 'Web' } },
      { id: 'Fee', after: { inputs: { monthly: '=cost("Web · dev") + subtotal("dev") + subtotal("Serving")' } } },
    ])
  })

  it('an environment renames its rows and its subtotal wherever they are read, and in its budgets', () => {
    const workbook = { ...withDev(), budgets: new Map([['b', { id: 'b', order: 1, scope: 'environment:dev', monthly: 1, warnAt: '' }]]) }
    const after = done(shownOf(workbook), setEnvironment, { id: 'e', fields: { name: 'test' } })
    expect(after.components.get('Fee')?.inputs['monthly']).toBe('=cost("API · test") + subtotal("test") + subtotal("Serving")')
    expect(after.budgets.get('b')?.scope).toBe('environment:test')
  })

  it('a group renames it in the rules, and pins no row that an environment makes', () => {
    const rules = [
      { match: 'group:Serving', set: { 'inputs.monthly': '=subtotal("Serving") / 2' } },
      { match: 'all', set: { group: 'Serving' } },
    ]
    const changes = renameGroup.run(shownOf(withDev(rules)), { from: 'Serving', to: 'Front' }, supplies())
    expect(changes).toMatchObject([
      {
        table: 'environments',
        after: {
          rules: [
            { match: 'group:Front', set: { 'inputs.monthly': '=subtotal("Front") / 2' } },
            { match: 'all', set: { group: 'Front' } },
          ],
        },
      },
      { id: 'API', after: { group: 'Front' } },
      { id: 'Fee', after: { inputs: { monthly: '=cost("API · dev") + subtotal("dev") + subtotal("Front")' } } },
    ])
    expect(changes).toHaveLength(3)
  })
})

describe('the horizon of a forecast', () => {
  it('begins this month and lasts a year until somebody says otherwise', () => {
    expect(usualHorizon('2026-11-22')).toEqual({ start: '2026-11', months: 12, yearlyRate: '0%' })
    expect(settingsOf(done(prod(), setHorizon, { months: 24 })).horizon).toEqual({ start: '2026-11', months: 24, yearlyRate: '0%' })
  })

  it('is refused with what to write where it is none', () => {
    expect(refused(prod(), setHorizon, { start: '2026-13' }).code).toBe('horizon-start')
    expect(refused(prod(), setHorizon, { months: 61 }).code).toBe('horizon-months')
    expect(refused(prod(), setHorizon, { months: 1.5 }).code).toBe('horizon-months')
    expect(refused(prod(), setHorizon, { yearlyRate: 'much' }).code).toBe('horizon-rate')
  })

  it('reads rates as shares of one', () => {
    expect([readRate('8%'), readRate('0.08'), readRate(' 0 % '), readRate('-1%'), readRate('120%')]).toEqual([0.08, 0.08, 0, null, null])
  })
})
