import { describe, expect, it } from 'vitest'
import { applyPlan } from '#pricing/purchase/apply.ts'
import { metricsOf } from '#pricing/purchase/metrics.ts'
import { isSizeFlexible, normalisationFactor } from '#pricing/purchase/normalisation.ts'
import { familySavingsPlan, reservedInstance, resourceCommitment, savingsPlan, sizeFlexibleReservation } from '#pricing/purchase/offers.ts'
import { effectiveHourly, type UsageLine } from '#pricing/purchase/usage.ts'
import { line, offer } from './arbitrary.ts'

const bought = { id: 'r', label: 'Reserved', term: '1y', payment: 'no-upfront', hourly: 0.06, upfront: 0 } as const
const sized = (id: string, size: string, units: number, price: number, hours: readonly number[], more: Partial<UsageLine['scope']> = {}) =>
  line(id, price, hours, { scope: { cloud: 'aws', region: 'us-east-1', family: 'm5', size, units, platform: 'linux', ...more } })

describe('commitments meet usage', () => {
  it('reserved instances first, then the family’s plan, then the wide plan, the rest on demand', () => {
    const usage = line('a', 1, [10])
    const offers = [offer('wide', 3, { a: 0.7 }), offer('family', 2, { a: 0.6 }), offer('reserved', 1, { a: 1 }, { hourly: 0.5, step: 1 })]
    const outcome = applyPlan(
      [usage],
      offers,
      new Map([
        ['wide', 1.4],
        ['family', 1.2],
        ['reserved', 3],
      ]),
    )
    expect(outcome.offers.map(({ offer: { id }, covered }) => [id, covered])).toEqual([
      ['reserved', 3],
      ['family', expect.closeTo(2, 12)],
      ['wide', expect.closeTo(2, 12)],
    ])
    expect(outcome.onDemand).toBeCloseTo(3, 12)
    expect(outcome.total).toBeCloseTo(1.5 + 1.2 + 1.4 + 3, 12)
  })

  it('a plan goes to the highest discount first', () => {
    const [little, much] = [line('little', 1, [1]), line('much', 1, [1])]
    const outcome = applyPlan([little, much], [offer('plan', 3, { little: 0.8, much: 0.5 })], new Map([['plan', 0.9]]))
    expect(outcome.lines.map(({ onDemand }) => onDemand)).toEqual([expect.closeTo(0.5, 12), 0])
  })

  it('what an hour does not use is lost', () => {
    const outcome = applyPlan([line('a', 1, [0, 4])], [offer('r', 1, { a: 1 }, { hourly: 0.5 })], new Map([['r', 2]]))
    expect(outcome.total).toBe(2 * 0.5 + 2 / 2)
    expect(outcome.offers[0]).toMatchObject({ utilisation: 0.5, unused: 0.5, covered: 1 })
    expect([...(outcome.lines[0]?.onDemandHours ?? [])]).toEqual([0, 2])
  })

  it('what is used but for the noise of adding hours up is used wholly', () => {
    const plan = new Map([['r', 0.28196347032]])
    const hours = Array.from({ length: 168 }, () => 0.28196347032 * (1 - 1e-15))
    const [one] = applyPlan([line('a', 1, hours)], [offer('r', 1, { a: 1 }, { hourly: 0.7 })], plan).offers
    expect(one).toMatchObject({ utilisation: 1, unused: 0 })
    const [short] = applyPlan(
      [
        line(
          'a',
          1,
          hours.map((units) => units * 0.999),
        ),
      ],
      [offer('r', 1, { a: 1 }, { hourly: 0.7 })],
      plan,
    ).offers
    expect(short?.utilisation).toBeCloseTo(0.999, 9)
  })

  it('reserved instances of one size leave other sizes, regions and systems alone', () => {
    const lines = [
      sized('same', 'm5.large', 4, 0.1, [2]),
      sized('larger', 'm5.xlarge', 8, 0.2, [2]),
      sized('elsewhere', 'm5.large', 4, 0.1, [2], { region: 'eu-west-1' }),
      sized('windows', 'm5.large', 4, 0.2, [2], { platform: 'windows' }),
    ]
    const like = lines[0]?.scope
    if (like === undefined) throw new Error('no scope')
    expect([...reservedInstance(bought, like, lines).covers]).toEqual([['same', 1]])
    expect([...sizeFlexibleReservation(bought, like, lines).covers]).toEqual([
      ['same', 1],
      ['larger', 2],
    ])
  })

  it('a size-flexible reservation covers half of an instance twice its size', () => {
    const lines = [sized('larger', 'm5.xlarge', 8, 0.2, [1, 1])]
    const reserved = sizeFlexibleReservation(
      bought,
      { cloud: 'aws', region: 'us-east-1', family: 'm5', size: 'm5.large', units: 4, platform: 'linux' },
      lines,
    )
    const outcome = applyPlan(lines, [reserved], new Map([['r', 1]]))
    expect(outcome.lines[0]).toMatchObject({ committed: 0.5, onDemand: 0.5 })
    expect(outcome.total).toBeCloseTo(0.06 + 0.1, 12)
  })

  it('resource commitments of Google Cloud come in whole vCPUs and quarters of a GB', () => {
    const vcpu = line('vcpu', 0.03, [8], {
      scope: { cloud: 'google', region: 'europe-west1', family: 'n2', size: '', units: 1, platform: 'vcpu' },
    })
    const memory = { ...vcpu, id: 'memory', scope: { ...vcpu.scope, platform: 'memory' } }
    expect(resourceCommitment(bought, vcpu.scope, [vcpu, memory])).toMatchObject({ step: 1, covers: new Map([['vcpu', 1]]) })
    expect(resourceCommitment(bought, memory.scope, [vcpu, memory])).toMatchObject({ step: 0.25, covers: new Map([['memory', 1]]) })
  })

  it('plans pay the shares upfront that their payment says, and the same in all', () => {
    const lines = [sized('a', 'm5.large', 4, 0.1, [2]), sized('b', 'c5.large', 4, 0.1, [2], { family: 'c5' })]
    const terms = { id: 'p', label: 'Plan', term: '3y', rate: (one: UsageLine) => (one.id === 'b' ? null : 0.07) } as const
    const plans = (['no-upfront', 'partial-upfront', 'all-upfront'] as const).map((payment) => savingsPlan({ ...terms, payment }, lines))
    expect(plans.map(({ hourly, upfront }) => [hourly, upfront])).toEqual([
      [1, 0],
      [0.5, 13_140],
      [0, 26_280],
    ])
    expect(plans.map(effectiveHourly)).toEqual([1, 1, 1])
    expect([...(plans[0]?.covers ?? [])]).toEqual([['a', 0.07]])
    const family = familySavingsPlan({ ...terms, payment: 'no-upfront', rate: () => 0.06 }, { region: 'us-east-1', family: 'c5' }, lines)
    expect([...family.covers.keys()]).toEqual(['b'])
  })

  it('the published savings plan example: 450 t3.medium for a year at 0.0261 an hour', () => {
    const usage = line('t3', 0.0416, [450])
    const plan = familySavingsPlan(
      { id: 'p', label: 'EC2 Instance Savings Plan', term: '1y', payment: 'no-upfront', rate: () => 0.0261 },
      { region: 'us-east-1', family: 'm5' },
      [usage],
    )
    const outcome = applyPlan([usage], [plan], new Map([['p', 450 * 0.0261]]))
    // 9,473.85 published with 450 × 20 GB of gp2 at 0.10.
    expect(outcome.total * 730 + 450 * 20 * 0.1).toBeCloseTo(9473.85, 2)
    expect(metricsOf(outcome, 730)).toMatchObject({ coverage: 1, upfront: 0 })
  })
})

describe('normalisation factors', () => {
  it('are AWS’s table', () => {
    const sizes = [
      't3.nano',
      't3.micro',
      't3.small',
      't3.medium',
      'm5.large',
      'm5.xlarge',
      'm5.2xlarge',
      'c5.9xlarge',
      'c5.18xlarge',
      'x1.32xlarge',
    ]
    expect(sizes.map(normalisationFactor)).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 72, 144, 256])
    expect(['m5.metal', 'n2-standard-8', '', 'm5.0xlarge'].map(normalisationFactor)).toEqual([null, null, null, null])
    expect([isSizeFlexible('m5'), isSizeFlexible('g4dn')]).toEqual([true, false])
  })
})
