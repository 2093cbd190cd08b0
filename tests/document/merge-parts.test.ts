import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '#shared/document/empty.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import { fieldText } from '#shared/document/merge/text.ts'
import type {
  Budget,
  Component,
  Environment,
  EnvironmentRule,
  PurchaseShare,
  Schedule,
  Settings,
  UserService,
  Workbook,
} from '#shared/document/types.ts'
import { book, row, scenario } from './merge-kit.ts'

const reserved: PurchaseShare = { kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '40%' }
const spot: PurchaseShare = { kind: 'spot', coverage: '20%', discount: '60%' }
const budget: Budget = { id: 'b', order: 1024, scope: 'total', monthly: 500, warnAt: '80%', phases: [{ month: 6, monthly: 700 }] }
const scaling = { load: '100', capacity: '10', target: '70%', minimum: '1', maximum: '20' }
const schedule: Schedule = { id: 's', order: 1024, name: 's', weekly: '', scaling }
const rules: readonly EnvironmentRule[] = [{ match: 'all', set: { region: 'us-east-1', 'inputs.count': '1' } }]
const environment: Environment = { id: 'e', order: 1024, name: 'dev', from: 'prod', rules }
const service: UserService = {
  id: 'u',
  order: 1024,
  name: 'Mail',
  category: 'other',
  inputs: { mails: { label: 'Mails', unit: '' }, size: { label: 'Size', unit: 'KB' } },
  charges: { sent: { label: 'Sent', unit: 'mail', quantity: 'mails', price: [{ upTo: '1000', price: '0' }, { price: '0.1' }] } },
}
const prices = { 'instance.hour': { price: '0.1', note: 'quoted' } }
const discounts = [{ match: 'aws.*', percent: -7, note: '' }]

function withSettings(workbook: Workbook, more: Partial<Settings>): Workbook {
  return { ...workbook, settings: new Map([['settings', { ...settingsOf(workbook), ...more }]]) }
}

const base: Workbook = withSettings(
  {
    ...book({ components: [row('a', 1024, { purchase: [reserved, spot], prices })] }),
    budgets: new Map([['b', budget]]),
    schedules: new Map([['s', schedule]]),
    environments: new Map([['e', environment]]),
    services: new Map([['u', service]]),
  },
  { priceBook: { id: 'p', adjustments: discounts }, horizon: { start: '2026-12', months: 12, yearlyRate: '0%' } },
)

type Edit = (workbook: Workbook) => Workbook

const inRow =
  (change: (one: Component) => Partial<Component>): Edit =>
  (workbook) => {
    const one = workbook.components.get('a')
    if (one === undefined) throw new Error('no row')
    return { ...workbook, components: new Map([['a', { ...one, ...change(one) }]]) }
  }
const inShare = (at: number, change: Partial<PurchaseShare>): Edit =>
  inRow(({ purchase }) => ({
    purchase: purchase.map((share, index) => (index === at ? Object.assign({ ...share }, change) : share)),
  }))
const inBudget =
  (change: (one: Budget) => Partial<Budget>): Edit =>
  (workbook) => {
    const one = workbook.budgets.get('b') ?? budget
    return { ...workbook, budgets: new Map([['b', { ...one, ...change(one) }]]) }
  }
const inScaling =
  (change: Partial<typeof scaling>): Edit =>
  (workbook) => {
    const one = workbook.schedules.get('s') ?? schedule
    return { ...workbook, schedules: new Map([['s', { ...one, scaling: { ...scaling, ...one.scaling, ...change } }]]) }
  }
const inRules =
  (change: (list: readonly EnvironmentRule[]) => readonly EnvironmentRule[]): Edit =>
  (workbook) => {
    const one = workbook.environments.get('e') ?? environment
    return { ...workbook, environments: new Map([['e', { ...one, rules: change(one.rules) }]]) }
  }
const inService =
  (change: (one: UserService) => Partial<UserService>): Edit =>
  (workbook) => {
    const one = workbook.services.get('u') ?? service
    return { ...workbook, services: new Map([['u', { ...one, ...change(one) }]]) }
  }
const inSet = (field: string, value: string): Edit =>
  inRules((list) => list.map((rule) => (rule.match === 'all' ? { ...rule, set: { ...rule.set, [field]: value } } : rule)))
const inTier = (at: number, price: string): Edit =>
  inService(({ charges }) => {
    const sent = charges['sent']
    if (sent === undefined) throw new Error('no charge')
    return {
      charges: { ...charges, sent: { ...sent, price: sent.price.map((tier, index) => (index === at ? { ...tier, price } : tier)) } },
    }
  })
const inDiscounts =
  (change: (list: Settings['priceBook']['adjustments']) => Settings['priceBook']['adjustments']): Edit =>
  (workbook) => {
    const { priceBook } = settingsOf(workbook)
    return withSettings(workbook, { priceBook: { ...priceBook, adjustments: change(priceBook.adjustments) } })
  }

/** One cell each, none of them twice. */
const edits: readonly Edit[] = [
  inShare(0, { coverage: '50%' }),
  inShare(0, { discount: '33%' }),
  inShare(1, { coverage: '10%' }),
  inShare(1, { discount: '55%' }),
  inRow(({ prices: now }) => ({ prices: { 'instance.hour': { price: '0.2', note: now['instance.hour']?.note ?? '' } } })),
  inRow(({ prices: now }) => ({ prices: { 'instance.hour': { price: now['instance.hour']?.price ?? '', note: 'agreed' } } })),
  inBudget(({ phases = [] }) => ({ phases: phases.map((phase) => ({ ...phase, monthly: 800 })) })),
  inBudget(({ phases = [] }) => ({ phases: [...phases, { month: 12, monthly: 900 }].toSorted((a, b) => a.month - b.month) })),
  inBudget(({ phases = [] }) => ({ phases: [{ month: 3, monthly: 600 }, ...phases].toSorted((a, b) => a.month - b.month) })),
  inScaling({ load: '200' }),
  inScaling({ maximum: '40' }),
  inSet('region', 'eu-west-1'),
  inSet('inputs.count', '2'),
  inSet('group', 'Dev'),
  inRules((list) => [...list, { match: 'row:a', leaveOut: true as const }].toSorted(rowLast)),
  inRules((list) => [...list, { match: 'tag:x', leaveOut: true as const }].toSorted(rowLast)),
  inService(({ inputs }) => ({ inputs: { ...inputs, mails: { label: 'Messages', unit: inputs['mails']?.unit ?? '' } } })),
  inService(({ inputs }) => ({ inputs: { ...inputs, mails: { label: inputs['mails']?.label ?? '', unit: 'mails' } } })),
  inService(({ inputs }) => ({ inputs: { ...inputs, domains: { label: 'Domains', unit: '' } } })),
  inTier(0, '0.01'),
  inTier(1, '0.2'),
  inDiscounts((list) => list.map((one) => (one.match === 'aws.*' ? { ...one, percent: -9 } : one))),
  inDiscounts((list) => list.map((one) => (one.match === 'aws.*' ? { ...one, note: 'private pricing' } : one))),
  inDiscounts((list) => [...list, { match: 'gcp.*', percent: -3, note: '' }]),
]

function rowLast(one: EnvironmentRule, other: EnvironmentRule): number {
  return Number(one.match.startsWith('row:')) - Number(other.match.startsWith('row:'))
}

describe('parts of one field that the copies change', () => {
  it('meet without a conflict, and the result has the edits of both', () => {
    const sides = fc.array(fc.constantFrom('ours', 'theirs', 'none'), { minLength: edits.length, maxLength: edits.length })
    fc.assert(
      fc.property(sides, (of) => {
        const made = (...wanted: readonly string[]) =>
          edits.reduce((workbook, edit, at) => (wanted.includes(of[at] ?? 'none') ? edit(workbook) : workbook), base)
        const { document, conflicts } = mergedWorkbooks({ base, ours: made('ours'), theirs: made('theirs') })
        expect(conflicts).toEqual([])
        expect(writeWorkbook(document)).toBe(writeWorkbook(made('ours', 'theirs')))
      }),
    )
  })

  it('are asked about one by one, and are as chosen', () => {
    const ours = inSet('region', 'eu-west-1')(inShare(0, { coverage: '50%', discount: '30%' })(base))
    const theirs = inSet('region', 'eu-north-1')(inShare(0, { coverage: '60%', discount: '30%' })(base))
    const { document, conflicts } = mergedWorkbooks({ base, ours, theirs }, (key) => (key.includes('purchase') ? 'theirs' : 'ours'))
    expect(conflicts.map(({ field, base: was, ours: o, theirs: t, choice }) => [fieldText(field), was, o, t, choice])).toEqual([
      ['how it is bought, share 1: coverage', '40%', '50%', '60%', 'theirs'],
      ['rule for all: region', 'us-east-1', 'eu-west-1', 'eu-north-1', 'ours'],
    ])
    expect(document.components.get('a')?.purchase).toEqual([{ ...reserved, coverage: '60%', discount: '30%' }, spot])
    expect(document.environments.get('e')?.rules[0]?.set?.['region']).toBe('eu-west-1')
  })

  it('are one cell where the copies do not have the same shares, tiers or order', () => {
    const more = (share: PurchaseShare) => inRow(({ purchase }) => ({ purchase: [...purchase, share] }))(base)
    const added = mergedWorkbooks({ base, ours: more(spot), theirs: more(reserved) })
    expect(added.conflicts.map(({ field }) => field)).toEqual(['purchase'])
    const changed = mergedWorkbooks({ base, ours: more(spot), theirs: inShare(0, { coverage: '50%' })(base) })
    expect(changed.conflicts.map(({ field }) => field)).toEqual(['purchase'])
  })

  it('of a scenario’s override meet as well', () => {
    const held = (purchase: readonly PurchaseShare[]): Workbook => ({
      ...base,
      scenarios: new Map([['x', scenario('x', null, [{ kind: 'set', table: 'components', id: 'a', field: 'purchase', value: purchase }])]]),
    })
    const ours = held([{ ...reserved, coverage: '50%' }, spot])
    const theirs = held([{ ...reserved, term: '3y' }, spot])
    const { document, conflicts } = mergedWorkbooks({ base: held([reserved, spot]), ours, theirs })
    expect(conflicts).toEqual([])
    expect(document.scenarios.get('x')?.overrides).toMatchObject([{ value: [{ ...reserved, coverage: '50%', term: '3y' }, spot] }])
  })
})
