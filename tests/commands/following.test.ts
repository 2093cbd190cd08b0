import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setCells } from '#shared/commands/cells.ts'
import { addComponents, deleteComponents } from '#shared/commands/components.ts'
import { addDriver, deleteDriver, renameDriver, setDriver } from '#shared/commands/drivers.ts'
import { setEnvironment } from '#shared/commands/environments.ts'
import { renameGroup } from '#shared/commands/groups.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import { replaceTexts } from '#shared/commands/replace.ts'
import { pushOverrides, resetOverrides } from '#shared/commands/scenarios.ts'
import { deleteSchedule, renameSchedule } from '#shared/commands/schedules.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { apply, invert } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Workbook } from '#shared/document/types.ts'
import { after, cell, edited, everywhere, figures, namesIn, services, start, taken, textIn, type Where } from './following-kit.ts'

const names = fc.constantFrom('users', 'load', 'API', 'DB', 'Serving', 'Data', 'spare', 'Office')
const formulas = fc.constantFrom(
  '5',
  '=users',
  '=load + users',
  '=spare * 3',
  '=cost("API")',
  '=cost("DB") + 1',
  '=cost("API · dev")',
  '=subtotal("Serving")',
  '=subtotal("group:Data")',
  '=subtotal("environment:dev")',
  '=schedule("Office") + 1',
)
const rowIds = fc.constantFrom('API', 'Work', 'DB', 'Report', 'own')
const driverIds = fc.constantFrom('users', 'load', 'spare')
const groups = fc.constantFrom('Serving', 'Data')

type Step = (document: Workbook, where: Where) => readonly Change[] | Refusal

/** Any renaming, to a name from `name`. */
function renamings(name: fc.Arbitrary<string>): fc.Arbitrary<Step> {
  return fc.oneof(
    fc.tuple(driverIds, name).map(
      ([id, to]): Step =>
        (document, where) =>
          edited(document, where, renameDriver, { id, name: to }),
    ),
    fc.tuple(rowIds, name).map(
      ([id, to]): Step =>
        (document, where) =>
          edited(document, where, setCells, cell(id, 'name', to)),
    ),
    fc.tuple(groups, name).map(
      ([from, to]): Step =>
        (document, where) =>
          edited(document, where, renameGroup, { from, to }),
    ),
    name.map(
      (to): Step =>
        (document, where) =>
          edited(document, where, renameSchedule, { id: 'office', name: to }),
    ),
    name.map(
      (to): Step =>
        (document, where) =>
          edited(document, where, setEnvironment, { id: 'dev', fields: { name: to } }),
    ),
  )
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  renamings(names),
  fc.tuple(rowIds, formulas).map(
    ([id, text]): Step =>
      (document, where) =>
        edited(document, where, setCells, cell(id, 'input:monthly', text)),
  ),
  fc.tuple(rowIds, groups).map(
    ([id, group]): Step =>
      (document, where) =>
        edited(document, where, setCells, cell(id, 'group', group)),
  ),
  fc.tuple(driverIds, formulas).map(
    ([id, value]): Step =>
      (document, where) =>
        edited(document, where, setDriver, { id, fields: { value } }),
  ),
  fc.tuple(driverIds, names).map(
    ([id, name]): Step =>
      (document, where) =>
        edited(document, where, addDriver, { id, name, value: '4' }),
  ),
  driverIds.map(
    (id): Step =>
      (document, where) =>
        edited(document, where, deleteDriver, { id }),
  ),
  rowIds.map(
    (id): Step =>
      (document, where) =>
        edited(document, where, deleteComponents, { ids: [id] }),
  ),
  formulas.map((monthly): Step => {
    const own = { id: 'own', service: 'general.flat', name: 'own', group: 'Serving', inputs: { monthly } }
    return (document, where) => edited(document, where, addComponents, { components: [own], after: null, services })
  }),
)

/** The start after these edits; what is refused changes nothing. */
function made(list: readonly (readonly [Step, Where])[]): Workbook {
  return list.reduce((now, [step, at]) => {
    const changes = step(now, at)
    return isRefusal(changes) ? now : apply(now, changes)
  }, start)
}

function isClear(document: Workbook, where: Where): boolean {
  const rowNames = namesIn(document, where)
  return new Set(rowNames).size === rowNames.length && figures(document, where).rows.every(({ problems }) => problems === 0)
}

describe('a new name', () => {
  it('moves no figure of the base or of any scenario, and is one step', () => {
    const wheres = fc.constantFrom(...everywhere)
    fc.assert(
      fc.property(fc.array(fc.tuple(steps, wheres), { maxLength: 8 }), renamings(fc.constant('fresh')), wheres, (list, rename, where) => {
        const document = made(list)
        const changes = rename(document, where)
        if (isRefusal(changes)) return
        const renamed = apply(document, changes)
        // What two rows of one name mean is known to nobody.
        const clear = everywhere.filter((one) => new Set(namesIn(document, one)).size === namesIn(document, one).length)
        for (const one of clear) expect(figures(renamed, one)).toEqual(figures(document, one))
        expect(apply(renamed, invert(changes))).toEqual(document)
      }),
      { numRuns: 60 },
    )
  })

  it('reaches formulas that only scenarios have, and their branches', () => {
    const one = after(start, 's1', setCells, cell('API', 'input:monthly', '=users * 5'))
    const two = after(one, 's2', addComponents, {
      components: [{ id: 'own', service: 'general.flat', name: 'own', group: 'Serving', inputs: { monthly: '=users + cost("API")' } }],
      after: null,
      services,
    })
    const named = after(two, null, renameDriver, { id: 'users', name: 'people' })
    expect(textIn(named, 's1', 'API')).toBe('=people * 5')
    const all = after(named, null, setCells, cell('API', 'name', 'Front'))
    expect(textIn(all, 's2', 'own')).toBe('=people + cost("Front")')
    const grouped = after(all, null, renameGroup, { from: 'Serving', to: 'Edge' })
    expect(scenarioWorkbook(grouped, 's2').components.get('own')?.group).toBe('Edge')
  })

  it('in a scenario leaves the base alone and reaches its branches', () => {
    const one = after(start, 's2', setCells, cell('Report', 'input:monthly', '=users'))
    const named = after(one, 's1', renameDriver, { id: 'users', name: 'people' })
    expect(everywhere.map((where) => textIn(named, where, 'API'))).toEqual(['=users * 2', '=people * 2', '=people * 2', '=users * 2'])
    expect(textIn(named, 's2', 'Report')).toBe('=people')
  })

  it('leaves a scenario in which the name means something else as it reads', () => {
    const own = after(start, 's1', renameDriver, { id: 'users', name: 'visitors' })
    const shadowed = after(own, 's1', addDriver, { id: 'mine', name: 'users', value: '1' })
    // This formula of the base means the scenario's own driver there.
    const used = after(shadowed, null, setCells, cell('Report', 'input:monthly', '=users'))
    const named = after(used, null, renameDriver, { id: 'users', name: 'people' })
    expect([textIn(named, null, 'Report'), textIn(named, 's1', 'Report'), textIn(named, 's1', 'API')]).toEqual([
      '=people',
      '=users',
      '=visitors * 2',
    ])
  })

  it('is refused where a scenario has another thing of that name', () => {
    const own = after(start, 's2', addDriver, { id: 'mine', name: 'people', value: '1' })
    expect(edited(own, null, renameDriver, { id: 'users', name: 'people' })).toMatchObject({
      code: 'taken-below',
      message: 'In the scenario “s2” another driver is called “people” already.',
    })
    const grouped = after(start, 's1', setCells, cell('Report', 'group', 'Edge'))
    expect(edited(grouped, null, renameGroup, { from: 'Serving', to: 'Edge' })).toMatchObject({ code: 'taken-below' })
    expect(isRefusal(edited(grouped, 's3', renameGroup, { from: 'Serving', to: 'Edge' }))).toBe(false)
  })

  it('of a group leaves a scenario alone in which the name means an environment, because no row is of that group there', () => {
    const named = after(start, null, setEnvironment, { id: 'dev', fields: { name: 'Data' } })
    const without = after(named, 's3', deleteComponents, { ids: ['DB'] })
    const meant = after(without, 's3', setCells, cell('Report', 'input:monthly', '=subtotal("Data")'))
    const grouped = after(meant, null, renameGroup, { from: 'Data', to: 'State' })
    expect(textIn(grouped, 's3', 'Report')).toBe('=subtotal("Data")')
  })

  it('given by find and replace is followed as well', () => {
    const one = after(start, 's1', setCells, cell('Report', 'input:monthly', '=cost("DB") + subtotal("Data")'))
    const groupsToo = { cells: cell('DB', 'name', 'Store').cells, groups: [{ from: 'Data', to: 'State' }], services }
    expect(textIn(after(one, null, replaceTexts, groupsToo), 's1', 'Report')).toBe('=cost("Store") + subtotal("State")')
  })
})

describe('a name that is reset or pushed down alone', () => {
  const name = { table: 'drivers', id: 'users', field: 'name' } as const

  it('takes the formulas with it', () => {
    const named = after(start, 's1', renameDriver, { id: 'users', name: 'people' })
    const used = after(named, 's2', setCells, cell('Report', 'input:monthly', '=people + 1'))
    const back = done(used, resetOverrides)
    expect(back.scenarios.get('s1')?.overrides).toEqual([])
    expect(textIn(back, 's2', 'Report')).toBe('=users + 1')
    const down = done(used, pushOverrides)
    expect(down.scenarios.get('s1')?.overrides).toEqual([])
    expect(everywhere.map((where) => textIn(down, where, 'API'))).toEqual(everywhere.map(() => '=people * 2'))
    expect(textIn(down, 's2', 'Report')).toBe('=people + 1')
  })

  it('moves no figure anywhere', () => {
    const list = fc.array(fc.tuple(steps, fc.constantFrom(...everywhere)), { maxLength: 6 })
    fc.assert(
      fc.property(list, fc.constantFrom(resetOverrides, pushOverrides), (edits, command) => {
        const named = edited(made(edits), 's1', renameDriver, { id: 'users', name: 'fresh' })
        if (isRefusal(named)) return
        const document = apply(made(edits), named)
        const changes = taken(document, command, { scenario: 's1', ...name })
        // A name that means nothing, or two rows, may come to mean something.
        if (isRefusal(changes) || !everywhere.every((where) => isClear(document, where))) return
        const result = apply(document, changes)
        for (const where of everywhere) expect(figures(result, where)).toEqual(figures(document, where))
        expect(apply(result, invert(changes))).toEqual(document)
      }),
      { numRuns: 60 },
    )
  })

  function done(document: Workbook, command: typeof resetOverrides): Workbook {
    const changes = taken(document, command, { scenario: 's1', ...name })
    if (isRefusal(changes)) throw new Error(changes.message)
    return apply(document, changes)
  }
})

describe('deleting', () => {
  it('a driver or schedule that only a scenario uses is refused', () => {
    const spare = after(start, null, addDriver, { id: 'spare', name: 'spare', value: '2' })
    const used = after(spare, 's2', setCells, cell('DB', 'input:monthly', '=spare'))
    expect(edited(used, null, deleteDriver, { id: 'spare' })).toMatchObject({
      code: 'driver-used',
      message: '“spare” is used in 1 place: DB (monthly) in “s2”.',
    })
    const weekless = after(start, null, setCells, cell('Work', 'input:monthly', '1'))
    const week = after(weekless, 's1', setCells, cell('DB', 'input:monthly', '=schedule("Office")'))
    expect(edited(week, null, deleteSchedule, { id: 'office' })).toMatchObject({ code: 'schedule-used' })
    expect(isRefusal(edited(weekless, null, deleteSchedule, { id: 'office' }))).toBe(false)
  })
})
