import { describe, expect, it } from 'vitest'
import { withEnvironments } from '#shared/document/environments.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { services } from '#pricing/services/registry.ts'
import { fieldsOf } from '#renderer/environments/fields.ts'
import { matchChoices, matching } from '#renderer/environments/matches.ts'
import { nameAfter, TEMPLATES, withoutCommitments } from '#renderer/environments/templates.ts'
import { shareFacts, shareLines } from '#renderer/inspector/share-facts.ts'
import { presentSaving, termMoney } from '#renderer/inspector/term-money.ts'
import { leftOutWords } from '#renderer/purchase/wording.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { book as workbookOf, driver, row } from '#tests/commands/kit.ts'

const book = bundledBook()
const api = row('API', {
  service: 'aws.ec2',
  region: 'us-east-1',
  environment: 'prod',
  group: 'Web',
  inputs: { size: 'm5.xlarge', count: '3' },
  tags: { team: 'ml' },
})
const disk = row('Disk', { service: 'aws.ebs', region: 'us-east-1', environment: 'prod', inputs: { size: '100 GB' } })
const rows = [api, disk]
const own = workbookOf(rows)

function made(template: 'dev' | 'staging'): Workbook {
  const rules = TEMPLATES.find(({ id }) => id === template)?.rules(rows, services, book) ?? []
  const workbook = workbookOf(rows)
  const environments = new Map([['e', { id: 'e', order: 1, name: template, from: 'prod', rules }]])
  return withEnvironments({ ...workbook, environments }, factsOf)
}

describe('rules of an environment', () => {
  it('can be about everything that rows have in common, and each row', () => {
    expect(matchChoices(rows, own).map(({ value }) => value)).toEqual([
      'all',
      'category:compute',
      'category:storage',
      'service:aws.ec2',
      'service:aws.ebs',
      'group:Web',
      'tag:team=ml',
      'row:API',
      'row:Disk',
    ])
    expect(matching('tag:team', rows, own)).toEqual([api])
    expect(matching('category:storage', rows, own)).toEqual([disk])
  })

  it('to begin with bring a name only where none was typed and nothing else has it', () => {
    const [dev, staging] = TEMPLATES
    if (dev === undefined || staging === undefined) throw new Error('There are two templates.')
    const taken = new Set(['dev', 'prod'])
    expect(nameAfter(staging, 'copy of prod', 'copy of prod', taken)).toBe('staging')
    expect(nameAfter(staging, 'load test', 'copy of prod', taken)).toBe('load test')
    expect(nameAfter(dev, 'copy of prod', 'copy of prod', taken)).toBe('copy of prod')
    expect(nameAfter(dev, 'qa', null, new Set())).toBe('qa')
  })

  it('offer only what all of their rows have', () => {
    const of = (some: typeof rows) => fieldsOf(some, services).map(({ field }) => field)
    expect(of([api])).toContain('inputs.size')
    expect(of(rows)).toContain('inputs.count')
    expect(of(rows)).not.toContain('inputs.size')
    expect(of([])).toEqual(['region'])
  })

  it('make a dev of one small machine in office hours whose disks stay', () => {
    const workbook = made('dev')
    const dev = workbook.components.get('API@e')
    expect(dev?.inputs).toEqual({ size: 'm5.large', count: '1', hours: 'Mon-Fri 08-18 = 100 %, else 0' })
    const calculator = createCalculator(workbook, { book, services })
    const perHour = book.compute('aws', 'm5.large', 'us-east-1', 'on-demand')
    if (!perHour.ok) throw new Error(perHour.reason)
    expect(calculator.row('API@e').monthly).toBeCloseTo((perHour.value.hourly * 730 * 50) / 168, 9)
    expect(calculator.row('Disk@e').monthly).toBe(calculator.row('Disk').monthly)
  })

  it('do not buy again what was committed, in any beginning', () => {
    const reserved = row('Reserved', {
      service: 'aws.reserved-instances',
      region: 'us-east-1',
      environment: 'prod',
      inputs: { count: '2' },
    })
    const leaveOut = { match: 'service:aws.reserved-instances', leaveOut: true }
    for (const { rules } of TEMPLATES) {
      const about = rules([api, reserved], services, book).filter(({ match }) => match === leaveOut.match || match === 'row:Reserved')
      expect(about).toEqual([leaveOut])
    }
    expect(withoutCommitments([api, reserved], services)).toEqual([leaveOut])
  })

  it('make a staging of half as many, rounded up', () => {
    const calculator = createCalculator(made('staging'), { book, services })
    expect(calculator.input('API@e', 'count')).toMatchObject({ value: 2 })
  })
})

describe('the word base in a rule', () => {
  const priced = (inputs: Record<string, string>, set: Record<string, string>, more: Partial<Workbook> = {}) => {
    const machine = row('M', { service: 'aws.ec2', region: 'us-east-1', environment: 'prod', inputs: { size: 'm5.large', ...inputs } })
    const environments = new Map([['e', { id: 'e', order: 1, name: 'dev', from: 'prod', rules: [{ match: 'all', set }] }]])
    const shown = withEnvironments({ ...workbookOf([machine]), ...more, environments }, factsOf)
    const { monthly, unknown, problems } = createCalculator(shown, { book, services }).row('M@e')
    return unknown + problems === 0 ? monthly / (730 * 0.096) : null
  }

  it('is the default of a field that the row leaves alone', () => {
    expect(priced({}, { 'inputs.count': '=base * 3' })).toBeCloseTo(3, 9)
    expect(priced({ count: '3' }, { 'inputs.hours': '=base / 2' })).toBeCloseTo(1.5, 9)
    expect(priced({ count: '3', hours: '50%' }, { 'inputs.hours': '=base / 2' })).toBeCloseTo(0.75, 9)
  })

  it('is the week of a field that follows one, hour by hour', () => {
    const week = { count: 'Mon-Fri 08-18 = 3, else 1' }
    expect(priced(week, { 'inputs.count': '=base / 2' })).toBeCloseTo((50 * 1.5 + 118 * 0.5) / 168, 9)
    expect(priced(week, { 'inputs.count': '=ceil(base / 2)' })).toBeCloseTo((50 * 2 + 118) / 168, 9)
    expect(priced({ hours: 'Mon-Fri 08-18 = 100%, else 20%' }, { 'inputs.hours': '=base / 2' })).toBeCloseTo(
      (50 * 0.5 + 118 * 0.1) / 168,
      9,
    )
    expect(priced({ count: 'Mon-Fri 08-18 = 4 @ Europe/Berlin' }, { 'inputs.count': '=base / 2' })).toBeNull()
  })

  it('is the formula of a field that has one', () => {
    const drivers = workbookOf([], [driver('users', '400')]).drivers
    expect(priced({ count: '=users / 100' }, { 'inputs.count': '=base / 2' }, { drivers })).toBeCloseTo(2, 9)
  })
})

describe('what a share bought otherwise does', () => {
  it('is told by its coverage, saving, upfront payment and the month it has paid', () => {
    const reserved = row('S', {
      service: 'aws.ec2',
      region: 'us-east-1',
      inputs: { size: 't3.medium', count: '4' },
      purchase: [{ kind: 'reserved', term: '1y', payment: 'all-upfront', coverage: '50%' }],
    })
    const [facts] = shareFacts(createCalculator(workbookOf([reserved]), { book, services }).explain('S'))
    expect(facts).toMatchObject({ coverage: 0.5, upfront: 2 * 213 })
    expect(facts?.amortised).toBeCloseTo((2 * 213) / 12, 9)
    expect(facts?.breakEvenMonth).toBeCloseTo((2 * 213) / (2 * 0.0416 * 730), 9)
    expect(facts?.breakEvenUtilisation).toBeCloseTo(213 / 8760 / 0.0416, 9)
  })

  it('is paid at the start and then by the month, and worth less the later it saves', () => {
    const money = termMoney('1y', { upfront: 600, amortised: 80, onDemand: 120 }, 730)
    expect(money).toMatchObject({ months: 12, atStart: 600, monthly: 30 })
    expect(presentSaving(money, 0)).toBeCloseTo(12 * 90 - 600, 9)
    const annuity = Array.from({ length: 12 }, (_, at) => 90 / 1.01 ** (at + 1)).reduce((sum, one) => sum + one, 0)
    expect(presentSaving(money, 0.12)).toBeCloseTo(annuity - 600, 9)
    expect(termMoney('1y', { upfront: 600, amortised: 80, onDemand: 120 }, 744).monthly).toBeCloseTo(80 - (600 * 744) / 8760, 9)
  })

  it('says what interruptions make of a useful hour, in the workbook’s currency and from formulas too', () => {
    const spot = row('S', {
      service: 'aws.ec2',
      region: 'us-east-1',
      inputs: { size: 't3.medium', count: '4' },
      purchase: [{ kind: 'spot', coverage: '50%', interruption: '=every', checkpoint: '6 min', restart: '30 min' }],
    })
    const workbook = workbookOf([spot], [driver('every', '20 h')])
    const euros = { ...settingsOf(workbook), currency: { code: 'EUR', perUsd: 0.5, asOf: '2026-11-01' } }
    const estimate = createCalculator({ ...workbook, settings: new Map([['settings', euros]]) }, { book, services }).explain('S')
    const [line, none] = shareLines(estimate, 2)
    const hourly = (way: 'spot' | 'on-demand') => {
      const price = book.compute('aws', 't3.medium', 'us-east-1', way)
      return price.ok ? price.value.hourly : Number.NaN
    }
    const overhead = 0.1 / 2 + (1 + 0.5) / 20
    expect(none).toBeUndefined()
    expect(line?.spot?.overhead).toBeCloseTo(overhead, 12)
    expect(line?.spot?.interval).toBeCloseTo(2, 12)
    expect(line?.spot?.onDemand).toBeCloseTo(hourly('on-demand') * 0.5, 12)
    expect(line?.spot?.hourly).toBeCloseTo(hourly('spot') * (1 + overhead) * 0.5, 12)
  })
})

describe('the totals of a plan', () => {
  it('say what they leave out', () => {
    expect(leftOutWords({ before: 0, after: 0 })).toBe('')
    expect(leftOutWords({ before: 2, after: 2 })).toBe('2 figures not known or in error: in none of these sums.')
    expect(leftOutWords({ before: 1, after: 0 })).toBe(
      'Not known or in error: 1 figure of the month now, 0 figures of the month with the plan.',
    )
  })
})
