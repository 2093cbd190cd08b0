import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Component, Driver } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

const monthHours = 730

function machines(count: string, more: Partial<Component> = {}): Component {
  return row({ id: 'web', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count }, ...more })
}

function onDemand(size: string): number {
  const found = context.book.compute('aws', size, 'us-east-1', 'on-demand')
  if (!found.ok) throw new Error(found.reason)
  return found.value.hourly
}

function reserved(size: string): number {
  const found = context.book.compute('aws', size, 'us-east-1', 'reserved-1y-no-upfront')
  if (!found.ok) throw new Error(found.reason)
  return found.value.hourly
}

function priced(...rows: readonly Component[]) {
  return estimate(book(rows), context)
}

const plan = (commitment: string, inputs: Record<string, string> = {}): Component =>
  row({ id: 'plan', service: 'aws.compute-savings-plan', inputs: { commitment, discount: '30%', ...inputs } })

describe('commitment rows', () => {
  it('cover machines at the rates of the plan and cost nothing that is used', () => {
    const rate = onDemand('m5.large') * 0.7
    const { components, total, commitments } = priced(machines('4'), plan(String(2 * rate)))
    const [web, bought] = components
    expect(web!.monthly).toBeCloseTo((2 * rate + 2 * onDemand('m5.large')) * monthHours, 8)
    expect(web!.charges[0]!.discounts[0]).toMatchObject({ kind: 'commitment', label: 'Covered by plan', share: expect.closeTo(0.5, 12) })
    expect(bought!.monthly).toBeCloseTo(0, 9)
    expect(total.list).toBeCloseTo(4 * onDemand('m5.large') * monthHours, 8)
    expect(commitments[0]).toMatchObject({
      utilisation: expect.closeTo(1, 12),
      coverage: expect.closeTo(0.5, 12),
      savingsRate: expect.closeTo(0.3, 9),
    })
  })

  it('cost what no hour uses: a plan for the peak is idle at night', () => {
    const rate = onDemand('m5.large') * 0.7
    const { components, commitments } = priced(machines('08-20 = 4, else 1'), plan(String(4 * rate)))
    const [web, bought] = components
    expect(web!.monthly).toBeCloseTo(2.5 * rate * monthHours, 8)
    expect(bought!.monthly).toBeCloseTo(1.5 * rate * monthHours, 8)
    expect(commitments[0]!.utilisation).toBeCloseTo(2.5 / 4, 12)
  })

  it('are filled by other rows in the hours that one of them leaves free', () => {
    const rate = onDemand('m5.large') * 0.7
    const day = machines('08-20 = 4, else 0')
    const night = machines('08-20 = 0, else 4', { id: 'batch' })
    const { commitments } = priced(day, night, plan(String(4 * rate)))
    expect(commitments[0]!.utilisation).toBeCloseTo(1, 12)
    expect(commitments[0]!.unused).toBeCloseTo(0, 9)
  })

  it('reserve a family by the sizes of its machines', () => {
    const large = row({ id: 'ri', service: 'aws.reserved-instances', region: 'us-east-1', inputs: { size: 'm5.large', count: '4' } })
    const { components, commitments } = priced(machines('1', { inputs: { size: 'm5.xlarge', count: '1' } }), large)
    expect(commitments[0]!.utilisation).toBeCloseTo(0.5, 12)
    expect(components[0]!.monthly).toBeCloseTo(2 * reserved('m5.large') * monthHours, 8)
    expect(components[1]!.monthly).toBeCloseTo(2 * reserved('m5.large') * monthHours, 8)
  })

  it('leave alone what a row buys otherwise, and what has a price of its own', () => {
    const spot = machines('4', { purchase: [{ kind: 'spot', coverage: '100%', discount: '60%' }] })
    const own = machines('4', { id: 'own', prices: { instances: { price: '0.01', note: '' } } })
    const { commitments } = priced(spot, own, plan('1'))
    expect(commitments[0]!.utilisation).toBe(0)
    expect(commitments[0]!.unused).toBeCloseTo(monthHours, 9)
  })

  it('are not known where the book has no rates and no discount is typed', () => {
    const { components, total } = priced(machines('4'), plan('1', { discount: '', payment: 'partial-upfront' }))
    expect(total.unknown).toBe(1)
    expect(components[1]!.charges[0]!.unknown?.message).toMatch(/no rates of Compute Savings Plan/)
  })

  it('cover Fargate at the discount typed for it, after the machines on which they save more', () => {
    const tasks = row({ id: 'tasks', service: 'aws.fargate', region: 'us-east-1', inputs: { tasks: '10', vcpus: '1', memory: '2' } })
    const alone = priced(tasks)
    const hourlyCost = alone.total.monthly / monthHours
    const most = plan(String(hourlyCost * 0.8), { fargateDiscount: '20%' })
    const { components, commitments } = priced(tasks, most)
    expect(components[0]!.monthly).toBeCloseTo(alone.total.monthly * 0.8, 8)
    expect(components[0]!.charges.slice(0, 2).map(({ discounts }) => discounts[0])).toEqual([
      expect.objectContaining({ kind: 'commitment', label: 'Covered by plan', share: expect.closeTo(1, 9) }),
      expect.objectContaining({ kind: 'commitment', label: 'Covered by plan', share: expect.closeTo(1, 9) }),
    ])
    expect(commitments[0]).toMatchObject({ utilisation: expect.closeTo(1, 9), coverage: expect.closeTo(1, 9) })
    const rate = onDemand('m5.large') * 0.7
    const both = priced(tasks, machines('2'), plan(String(2 * rate), { fargateDiscount: '20%' }))
    expect(both.components[0]!.monthly).toBeCloseTo(alone.total.monthly, 8)
    expect(both.components[1]!.monthly).toBeCloseTo(2 * rate * monthHours, 8)
  })

  it('leave Fargate alone where no discount on it is typed, on spot capacity and at a price of its own', () => {
    const tasks = row({ id: 'tasks', service: 'aws.fargate', region: 'us-east-1', inputs: { tasks: '10' } })
    const covered = (one: Component, inputs: Record<string, string>) =>
      priced(one, machines('1'), plan('1', inputs)).components[0]!.charges.flatMap(({ discounts }) => discounts).length
    expect(covered(tasks, {})).toBe(0)
    expect(covered(tasks, { fargateDiscount: '20%' })).toBe(2)
    expect(covered({ ...tasks, prices: { cpu: { price: '0.01', note: '' } } }, { fargateDiscount: '20%' })).toBe(1)
    expect(covered({ ...tasks, inputs: { tasks: '10', capacity: 'spot' } }, { fargateDiscount: '20%' })).toBe(0)
    const { components, total } = priced(tasks, plan('1'))
    expect(total.unknown).toBe(1)
    expect(components[1]!.charges[0]!.unknown?.message).toContain('for fargate')
  })

  it('cover Fargate hour by hour, the same in both calculators', () => {
    const tasks = row({ id: 'tasks', service: 'aws.fargate', region: 'us-east-1', inputs: { tasks: '08-20 = 10, else 2' } })
    const workbook = book([tasks, machines('08-20 = 4, else 1'), plan('0.2', { fargateDiscount: '20%' })])
    const [fast, plain] = [createCalculator(workbook, context), estimate(workbook, context)]
    for (const one of plain.components) expect(fast.explain(one.id)).toEqual(one)
    expect(fast.total()).toEqual(plain.total)
    expect(plain.commitments[0]!.utilisation).toBeLessThan(1)
  })

  it('say that machines whose hours nobody knows are counted as spread over the month, and how to say when they run', () => {
    const rate = onDemand('m5.large') * 0.7
    const notes = (inputs: Record<string, string>) => {
      const web = machines('4', { inputs: { size: 'm5.large', count: '4', ...inputs } })
      const { components, commitments } = priced(web, plan(String(2 * rate)))
      return { used: commitments[0]!.utilisation, notes: components[0]!.charges[0]!.discounts[0]!.notes }
    }
    const half = notes({ hours: '365' })
    expect(half.used).toBeCloseTo(1, 9)
    expect(half.notes?.[0]).toMatch(/^Nobody knows in which hours these run: counted as 2 in every hour, the best case/)
    const known = notes({ hours: '00-12 = 100%, else 0' })
    expect(known.used).toBeCloseTo(0.5, 9)
    expect(known.notes).toBeUndefined()
    expect(notes({}).notes).toBeUndefined()
    expect(notes({ count: '00-12 = 4, else 0' }).notes).toBeUndefined()
  })

  it('write their working with six places', () => {
    const working = (commitment: string) => priced(machines('1'), plan(commitment)).components[1]!.charges[0]!.working
    expect(working('0.28196789123')).toBe('0.281968 * 730')
    expect(working('12.345678912')).toBe('12.345679 * 730')
    expect(working('0.00001666671234')).toBe('0.0000166667 * 730')
  })

  it('wait for the amount that is committed', () => {
    const { total } = priced(machines('1'), plan(''))
    expect(total.unknown).toBe(1)
  })

  it('say #CYCLE! where the amount depends on what they cover', () => {
    const { components } = priced(machines('1'), plan('=cost("web") / 730'))
    expect(components[1]!.charges[0]!.problem?.code).toBe('#CYCLE!')
    expect(components[1]!.charges[0]!.problem?.message).toContain('what the commitments cover')
  })

  it('pay vCPUs and memory of Google apart, sustained use on what they leave', () => {
    const machine = row({
      id: 'vm',
      service: 'google.compute-engine',
      region: 'us-central1',
      inputs: { size: 'n2-standard-8', count: '2' },
    })
    const vcpus = row({ id: 'cud', service: 'google.committed-use', region: 'us-central1', inputs: { size: 'n2-standard-2', count: '16' } })
    const { components, commitments } = priced(machine, vcpus)
    expect(commitments[0]!.utilisation).toBeCloseTo(1, 12)
    const [covered, sustained] = components[0]!.charges[0]!.discounts
    expect(covered).toMatchObject({ kind: 'commitment', label: 'Covered by cud' })
    expect(sustained!.kind).toBe('sustained')
    expect(covered!.share).toBeGreaterThan(0.4)
    expect(covered!.share).toBeLessThan(0.95)
    expect(sustained!.amount).toBeLessThan(components[0]!.list * (1 - covered!.share) * 0.25)
  })

  it('are taken over by the incremental calculator when the first one comes and the last one goes', () => {
    const before = book([machines('4')])
    const calculator = createCalculator(before, context)
    const alone = calculator.total().monthly
    const bought = { ...plan('0.1'), order: 2 }
    const after = book([machines('4'), plan('0.1')])
    calculator.apply([{ table: 'components', id: 'plan', before: null, after: bought }], after)
    expect(calculator.total()).toEqual(estimate(after, context).total)
    expect(calculator.commitments()).toEqual(estimate(after, context).commitments)
    expect(calculator.total().monthly).toBeLessThan(alone)
    calculator.apply([{ table: 'components', id: 'plan', before: bought, after: null }], before)
    expect(calculator.total().monthly).toBe(alone)
  })
})

describe('what cannot be bought', () => {
  const wrong = (service: string, region: string, inputs: Readonly<Record<string, string>>, drivers: readonly Driver[] = []) => {
    const found = estimate(book([machines('4'), row({ id: 'bought', service, region, inputs })], {}, drivers), context)
    expect(found.commitments).toEqual([])
    expect(found.total.problems).toBe(1)
    expect(found.components[0]!.monthly).toBeCloseTo(4 * onDemand('m5.large') * monthHours, 9)
    return found.components[1]!.charges[0]!.problem
  }
  const ri = (count: string) => wrong('aws.reserved-instances', 'us-east-1', { size: 'm5.large', count })
  const cud = (resource: string, count: string) => wrong('google.committed-use', 'us-central1', { size: 'n2-standard-4', resource, count })

  it('is half a machine, half a vCPU, or a tenth of a GB', () => {
    expect(ri('1.5')).toMatchObject({ code: '#NUM!', message: 'This field takes whole numbers, not 1.5.' })
    expect(cud('vcpu', '2.5')).toMatchObject({
      message: expect.stringContaining('whole numbers, not 2.5'),
      fix: 'Write 3, or use ceil(…).',
    })
    expect(cud('memory', '2.1')).toMatchObject({ message: expect.stringContaining('quarters of one, not 2.1'), fix: 'Write 2.25.' })
  })

  it('follows the week, written there or in a driver', () => {
    const said = { code: '#VALUE!', message: expect.stringContaining('cannot follow a week') }
    const clock: Driver = { id: 'clock', order: 1, name: 'clock', value: '08-18 = 2, else 1', unit: '' }
    expect(ri('Mon-Fri 08-18 = 2, else 1')).toMatchObject(said)
    expect(wrong('aws.reserved-instances', 'us-east-1', { size: 'm5.large', count: '=clock' }, [clock])).toMatchObject(said)
    expect(wrong('aws.compute-savings-plan', '', { commitment: 'Mon-Fri 08-18 = 0.2, else 0.1', discount: '30%' })).toMatchObject(said)
  })

  it('is the same for both calculators', () => {
    const clock: Driver = { id: 'clock', order: 1, name: 'clock', value: '08-18 = 2, else 1', unit: '' }
    for (const count of ['1.5', '08-18 = 2, else 1', '=clock', '=clock - clock + 2']) {
      const bought = row({ id: 'bought', service: 'aws.reserved-instances', region: 'us-east-1', inputs: { size: 'm5.large', count } })
      const workbook = book([machines('4'), bought], {}, [clock])
      const plain = estimate(workbook, context)
      const quick = createCalculator(workbook, context)
      expect(quick.total()).toEqual(plain.total)
      expect(quick.commitments()).toEqual(plain.commitments)
    }
  })
})
