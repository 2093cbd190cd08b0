import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { takenRow, withEnvironments } from '#shared/document/environments.ts'
import { rows } from '#shared/document/rows.ts'
import { asDocumentEdits, shownWorkbook } from '#shared/document/shown.ts'
import type { ServiceFacts } from '#shared/document/environments.ts'
import type { Component, Environment, EnvironmentRule, Id, Scenario, Workbook } from '#shared/document/types.ts'

const ofCategory = (category: string): ServiceFacts => ({ category, base: (_, text) => text.replace(/^=/, '') })
const [compute, other] = [ofCategory('compute'), ofCategory('other')]
const facts = (service: string) => (service === 'aws.ec2' ? compute : other)

function row(id: Id, order: number, more: Partial<Component> = {}): Component {
  return {
    id,
    order,
    name: id.toUpperCase(),
    service: 'aws.ec2',
    region: 'us-east-1',
    group: 'Serving',
    environment: 'prod',
    inputs: { size: 'm5.large', count: '6' },
    purchase: [],
    prices: {},
    tags: { team: 'ml' },
    note: '',
    ...more,
  }
}

function environment(id: Id, rules: readonly EnvironmentRule[], order = 1024): Environment {
  return { id, order, name: id, from: 'prod', rules }
}

function book(components: readonly Component[], environments: readonly Environment[]): Workbook {
  return {
    ...newWorkbook('w', 'W', '2026-11-01'),
    components: new Map(components.map((one) => [one.id, one])),
    environments: new Map(environments.map((one) => [one.id, one])),
  }
}

const shown = (workbook: Workbook) => withEnvironments(workbook, facts)
const names = (workbook: Workbook) => rows(workbook.components).map(({ name }) => name)

describe('an environment made from another', () => {
  it('is made anew when a service of the workbook’s own is filed under another category', () => {
    const queue = { id: 'q', order: 1, name: 'Queue', category: 'compute', inputs: {}, charges: {} }
    const own = (service: string, { services }: Pick<Workbook, 'services'>) =>
      ofCategory(services.get(service.slice('user.'.length))?.category ?? 'other')
    const before = {
      ...book([row('api', 1024, { service: 'user.q' })], [environment('dev', [{ match: 'category:compute', leaveOut: true }])]),
      services: new Map([['q', queue]]),
    }
    const after = { ...before, services: new Map([['q', { ...queue, category: 'databases' }]]) }
    expect(names(withEnvironments(before, own))).toEqual(['API'])
    expect(names(withEnvironments(after, own))).toEqual(['API', 'API · dev'])
  })

  it('takes every row of it, behind the row it is taken from', () => {
    const made = shown(
      book(
        [row('api', 1024), row('db', 2048), row('shared', 3072, { environment: '' })],
        [environment('dev', [], 2048), environment('staging', [])],
      ),
    )
    expect(names(made)).toEqual(['API', 'API · staging', 'API · dev', 'DB', 'DB · staging', 'DB · dev', 'SHARED'])
    expect(made.components.get('api@dev')).toMatchObject({ environment: 'dev', inputs: { count: '6' } })
    expect(takenRow('api@dev')).toEqual({ row: 'api', environment: 'dev' })
    expect(takenRow('api')).toBeNull()
  })

  it.each<[string, EnvironmentRule]>([
    ['everything', { match: 'all', set: { 'inputs.count': '1' } }],
    ['a service', { match: 'service:aws.ec2', set: { 'inputs.count': '1' } }],
    ['a category', { match: 'category:compute', set: { 'inputs.count': '1' } }],
    ['a group', { match: 'group:Serving', set: { 'inputs.count': '1' } }],
    ['a tag', { match: 'tag:team=ml', set: { 'inputs.count': '1' } }],
    ['a tag of any value', { match: 'tag:team', set: { 'inputs.count': '1' } }],
    ['one row', { match: 'row:api', set: { 'inputs.count': '1' } }],
  ])('follows a rule for %s', (_, rule) => {
    expect(shown(book([row('api', 1)], [environment('dev', [rule])])).components.get('api@dev')?.inputs['count']).toBe('1')
  })

  it.each(['service:aws.rds', 'category:storage', 'group:Data', 'tag:team=web', 'tag:owner', 'row:db', 'nonsense'])(
    'passes over a rule for %s, which is another row',
    (match) => {
      const made = shown(book([row('api', 1)], [environment('dev', [{ match, leaveOut: true }])]))
      expect(made.components.has('api@dev')).toBe(true)
    },
  )

  it('lets a later rule win, and leaves rows out', () => {
    const rules: EnvironmentRule[] = [
      { match: 'all', set: { 'inputs.count': '2', region: 'eu-west-1' } },
      { match: 'row:api', set: { 'inputs.count': '3' } },
      { match: 'row:db', leaveOut: true },
    ]
    const made = shown(book([row('api', 1), row('db', 2)], [environment('dev', rules)]))
    expect(made.components.get('api@dev')).toMatchObject({ region: 'eu-west-1', inputs: { count: '3' } })
    expect(made.components.has('db@dev')).toBe(false)
  })

  it('puts what the taken row has where a rule’s formula says base', () => {
    const rules: EnvironmentRule[] = [{ match: 'all', set: { 'inputs.count': '=max(1, ceil(base / 4))' } }]
    const made = shown(book([row('api', 1, { inputs: { count: '=users / 100' } }), row('db', 2)], [environment('dev', rules)]))
    expect(made.components.get('api@dev')?.inputs['count']).toBe('=max(1, ceil((users / 100) / 4))')
    expect(made.components.get('db@dev')?.inputs['count']).toBe('=max(1, ceil((6) / 4))')
  })

  it('means its own rows where the taken rows mean each other', () => {
    const support = row('support', 2, { service: 'general.percentage', inputs: { base: '=cost("API") + cost("OUTSIDE")' } })
    const made = shown(book([row('api', 1), support, row('outside', 3, { environment: '' })], [environment('dev', [])]))
    expect(made.components.get('support@dev')?.inputs['base']).toBe('=cost("API · dev") + cost("OUTSIDE")')
  })

  it('means its own rows in prices and in how hours are bought too', () => {
    const bought: Partial<Component> = {
      prices: { instances: { price: '=cost("API") / 100', note: '' } },
      purchase: [{ kind: 'spot', coverage: '=cost("API") / 1000', interruption: '=cost("API")' }],
    }
    const made = shown(book([row('api', 1), row('worker', 2, bought)], [environment('dev', [])]))
    expect(made.components.get('worker@dev')).toMatchObject({
      prices: { instances: { price: '=cost("API · dev") / 100' } },
      purchase: [{ coverage: '=cost("API · dev") / 1000', interruption: '=cost("API · dev")' }],
    })
  })

  it('leaves rows that an edit does not touch the very same objects', () => {
    const before = book([row('api', 1), row('db', 2)], [environment('dev', [])])
    const api = before.components.get('api')!
    const after = apply(before, [{ table: 'components', id: 'api', before: api, after: { ...api, region: 'eu-west-1' } }])
    expect(shown(after).components.get('db@dev')).toBe(shown(before).components.get('db@dev'))
    expect(shown(after).components.get('api@dev')?.region).toBe('eu-west-1')
  })
})

describe('an edit of a row that was taken', () => {
  const start = book([row('api', 1024), row('db', 2048)], [environment('dev', [{ match: 'all', set: { 'inputs.count': '1' } }])])
  const edited = (document: Workbook, scenario: Id | null, change: (row: Component) => Component | null, id = 'api@dev') => {
    const before = shownWorkbook(document, scenario, facts).components.get(id)!
    const changes: Change[] = [{ table: 'components', id, before, after: change(before) }]
    return apply(document, asDocumentEdits(document, scenario, changes))
  }
  const count = (document: Workbook, scenario: Id | null, id: Id) =>
    shownWorkbook(document, scenario, facts).components.get(id)?.inputs['count']
  const counting = (text: string) => (one: Component) => ({ ...one, inputs: { ...one.inputs, count: text } })

  it('becomes a rule for that row alone, which speaks last', () => {
    const after = edited(start, null, counting('2'))
    expect(count(after, null, 'api@dev')).toBe('2')
    expect(count(after, null, 'db@dev')).toBe('1')
    expect(count(after, null, 'api')).toBe('6')
    const again = edited(after, null, (one) => ({ ...one, region: 'eu-west-1' }))
    expect(again.environments.get('dev')?.rules).toEqual([
      { match: 'all', set: { 'inputs.count': '1' } },
      { match: 'row:api', set: { 'inputs.count': '2', region: 'eu-west-1' } },
    ])
  })

  it('that removes it leaves it out, and the row it was taken from stays', () => {
    const after = edited(start, null, () => null)
    expect(names(shownWorkbook(after, null, facts))).toEqual(['API', 'DB', 'DB · dev'])
  })

  it('holds in a scenario only where it was made there', () => {
    const none = { what: '', why: '', who: '', by: '' }
    const scenario: Scenario = { id: 's', order: 1, name: 'S', parent: null, colour: '', decision: none, overrides: [] }
    const after = edited({ ...start, scenarios: new Map([['s', scenario]]) }, 's', counting('9'))
    expect(count(after, 's', 'api@dev')).toBe('9')
    expect(count(after, null, 'api@dev')).toBe('1')
  })
})
