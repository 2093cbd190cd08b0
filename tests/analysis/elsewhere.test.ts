import { describe, expect, it } from 'vitest'
import { addDesigns } from '#shared/commands/designs.ts'
import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import type { Component, EnvironmentRule, Workbook } from '#shared/document/types.ts'
import { homeRegions, inputsOf, inRegion, onCloud, regionOffer, regionsNear } from '#pricing/analysis/elsewhere.ts'
import { pricingByDifference } from '#pricing/analysis/figures.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { equivalences } from '#pricing/services/equivalents.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/golden/kit.ts'

const context = { book: bundledBook(), services }

function row(id: string, service: string, inputs: Record<string, string>, more: Partial<Component> = {}): Component {
  return {
    id,
    order: id.charCodeAt(0),
    name: id,
    service,
    region: 'us-east-1',
    group: '',
    environment: '',
    inputs,
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

const design: Workbook = {
  ...newWorkbook('w', 'W', '2026-11-01'),
  components: new Map(
    [
      row('api', 'aws.ec2', { size: 'm5.large', count: '4' }),
      row('images', 'aws.s3', { stored: '500 GB', putRequests: '1000', getRequests: '2000', retrieved: '0 GB' }),
      row('names', 'aws.route53', { zones: '2', standardQueries: '1e6' }, { region: '' }),
      row('copy', 'aws.s3', { stored: '1 GB', putRequests: '0', getRequests: '0', retrieved: '0 GB' }, { region: 'eu-west-1' }),
      row('flags', 'aws.ssm-parameter-store', { advanced: '10' }),
      row('flat', 'general.flat', { monthly: '5' }, { region: '' }),
    ].map((one) => [one.id, one]),
  ),
}

const home = homeRegions(design, services)[0]!

const isPricedOn = (cloud: 'aws' | 'google', size: string, region: string): boolean =>
  !Number.isNaN(context.book.hourly(cloud, size, region, 'on-demand'))
const isPriced = (size: string, region: string): boolean => isPricedOn('aws', size, region)

describe('the same design in another region', () => {
  it('begins where most rows stand', () => {
    expect(homeRegions(design, services)).toEqual([
      { cloud: 'aws', region: 'us-east-1', rows: 3 },
      { cloud: 'aws', region: 'eu-west-1', rows: 1 },
    ])
  })

  it('moves the rows of that region alone', () => {
    const there = apply(design, inRegion(design, home, 'ap-southeast-2', services))
    expect(Array.from(there.components.values(), ({ region }) => region)).toEqual([
      'ap-southeast-2',
      'ap-southeast-2',
      '',
      'eu-west-1',
      'ap-southeast-2',
      '',
    ])
  })

  it('says what it costs there, to the cent of the scenario it becomes, and what the region lacks', () => {
    const price = pricingByDifference()
    const offer = regionOffer(design, home, 'eu-west-1', context, price)
    const there = apply(design, inRegion(design, home, 'eu-west-1', services))
    expect(offer.monthly).toBe(estimate(there, context).total.monthly)
    expect(offer.missing).toEqual([])
    const odd = { ...design, components: new Map([['gpu', row('gpu', 'aws.ec2', { size: 'p4d.24xlarge', count: '1' })]]) }
    const oddHome = homeRegions(odd, services)[0]!
    const regions = context.book.regions('aws').filter((region) => !isPriced('p4d.24xlarge', region) && isPriced('m5.large', region))
    expect(regions.length).toBeGreaterThan(0)
    expect(regionOffer(odd, oddHome, regions[0]!, context, price).missing).toEqual([{ id: 'gpu', name: 'gpu' }])
    expect(regionOffer(odd, oddHome, 'us-west-2', context, price)).toMatchObject({ missing: [], unpriced: [] })
    const without = context.book.regions('aws').filter((region) => !isPriced('m5.large', region))
    const unpriced = without.map((region) => regionOffer(odd, oddHome, region, context, price).unpriced)
    expect(unpriced).toEqual(without.map(() => [{ id: 'gpu', name: 'gpu' }]))
  })
})

describe('the same design on another cloud', () => {
  it.each([
    ['google', 'us-east4'],
    ['azure', 'eastus'],
  ] as const)('takes over what has an equivalent on %s, and lists what has not', (to, region) => {
    const found = onCloud(design, 'aws', to, region, context)
    const there = apply(design, found.edits)
    expect(found.kept.map(({ name }) => name)).toEqual(['flags'])
    expect(found.moved).toBe(4)
    const api = there.components.get('api')!
    expect(services.get(api.service)?.cloud).toBe(to)
    const machine = context.book.size(to, api.inputs['size'] ?? '')
    const asked = context.book.size('aws', 'm5.large')
    expect(machine?.vcpu).toBeGreaterThanOrEqual(asked?.vcpu ?? Infinity)
    expect(machine?.memoryGib).toBeGreaterThanOrEqual(asked?.memoryGib ?? Infinity)
    expect(api.inputs['count']).toBe('4')
    expect(there.components.get('images')?.inputs['stored']).toBe('500 GB')
    const priced = estimate(there, context)
    const wrong = priced.components.flatMap(({ name, issues }) => issues.map(({ message }) => `${name}: ${message}`))
    expect(wrong).toEqual([])
    expect(found.open).toEqual([])
    expect(priced.components.find(({ id }) => id === 'api')).toMatchObject({ unknown: 0, problems: 0 })
  })

  it('has no equivalent of a machine whose size nobody knows, rather than the smallest there is', () => {
    const own = { cloud: 'aws' as const, size: 'x1.unsaid', region: 'us-east-1', hourly: { 'on-demand': 9 } }
    const book = overlayBook(context.book, { compute: [own] })
    const row = { ...design.components.get('api')!, inputs: { size: 'x1.unsaid', count: '4' } }
    const found = onCloud({ ...design, components: new Map([['api', row]]) }, 'aws', 'google', 'us-east4', { ...context, book })
    const sizes = found.edits.flatMap((change) => (change.table === 'components' ? [change.after?.inputs['size']] : []))
    expect(sizes.filter((size) => size !== undefined)).toEqual([])
  })

  it('puts machines on the architecture they have, and says so where there is none of it', () => {
    const moved = (size: string, to: 'azure' | 'google', region: string) => {
      const one = { ...design, components: new Map([['m', row('m', 'aws.ec2', { size })]]) }
      const found = onCloud(one, 'aws', to, region, context)
      const there = apply(one, found.edits).components.get('m')?.inputs['size'] ?? ''
      return { architecture: context.book.size(to, there)?.architecture, lost: found.lost }
    }
    expect(moved('m5.large', 'azure', 'eastus')).toEqual({ architecture: 'x86_64', lost: [] })
    expect(moved('m6g.large', 'azure', 'eastus')).toEqual({ architecture: 'arm64', lost: [] })
    const arm = context.book.sizes('google').filter(({ architecture }) => architecture === 'arm64')
    const regions = context.book.regions('google').filter((region) => isPricedOn('google', 'e2-standard-2', region))
    const without = regions.find((region) => !arm.some(({ size }) => isPricedOn('google', size, region)))
    expect(moved('m6g.large', 'google', without ?? '')).toEqual({
      architecture: 'x86_64',
      lost: [{ name: 'm', what: ['architecture arm64 (x86_64 there)'] }],
    })
  })

  it('goes to the nearest region first', () => {
    expect(regionsNear('google', 'eu-west-1', context.book)[0]).toMatch(/^europe-west/)
    expect(regionsNear('aws', 'us-east-1', context.book)[0]).toBe('us-east-1')
  })

  it('becomes scenarios in one step, under names that are free', () => {
    const changes = inRegion(design, home, 'eu-west-1', services)
    let next = 0
    const supplies = { newId: () => `s${String((next += 1))}`, today: '2026-11-22' }
    const designs = [
      { name: 'Ireland', changes },
      { name: 'Ireland', changes: onCloud(design, 'aws', 'google', 'europe-west1', context).edits },
    ]
    const done = addDesigns.run(design, { parent: null, designs }, supplies)
    if ('refused' in done) throw new Error(done.message)
    const made = apply(design, done)
    expect(Array.from(made.scenarios.values(), ({ name }) => name)).toEqual(['Ireland', 'Ireland 2'])
    expect(made.scenarios.get('s1')?.overrides).toHaveLength(3)
    expect(shownWorkbook(made, 's1', factsOf).components.get('api')?.region).toBe('eu-west-1')
    expect(addDesigns.run(design, { parent: null, designs: [] }, supplies)).toMatchObject({ code: 'no-designs' })
  })
})

describe('rows that environments are made of', () => {
  const rules: readonly EnvironmentRule[] = [
    { match: 'service:aws.ec2', set: { 'inputs.count': '1', 'inputs.size': 't3.small' } },
    { match: 'service:aws.s3', leaveOut: true },
  ]
  const prod = new Map(['api', 'images'].map((id) => [id, { ...design.components.get(id)!, environment: 'prod' }]))
  const document = {
    ...design,
    components: prod,
    environments: new Map([
      ['dev', { id: 'dev', order: 1, name: 'dev', from: 'prod', rules }],
      ['abroad', { id: 'abroad', order: 2, name: 'abroad', from: 'prod', rules: [{ match: 'all', set: { region: 'sa-east-1' } }] }],
    ]),
  }
  const shown = shownWorkbook(document, null, factsOf)
  const supplies = { newId: () => 's', today: '2026-11-22' }

  it('move once, with the rows of their environments as their rules have them', () => {
    const edits = inRegion(shown, home, 'eu-west-1', services)
    expect(edits.map(({ id }) => id)).toEqual(['api', 'images', 'api@dev', 'api@abroad', 'images@abroad'])
    const done = addDesigns.run(document, { parent: null, designs: [{ name: 'Ireland', changes: edits }] }, supplies)
    if ('refused' in done) throw new Error(done.message)
    const made = apply(document, done)
    expect(made.scenarios.get('s')?.overrides).toMatchObject([{ id: 'api' }, { id: 'images' }])
    const there = shownWorkbook(made, 's', factsOf)
    expect(Array.from(there.components.values(), ({ id, region }) => `${id} ${region}`)).toEqual([
      'api eu-west-1',
      'images eu-west-1',
      'api@dev eu-west-1',
      'api@abroad sa-east-1',
      'images@abroad sa-east-1',
    ])
  })

  it('stand on another cloud with what their rules gave them, and what was left out stays so', () => {
    const found = onCloud(shown, 'aws', 'azure', 'eastus', context)
    const done = addDesigns.run(document, { parent: null, designs: [{ name: 'On Azure', changes: found.edits }] }, supplies)
    if ('refused' in done) throw new Error(done.message)
    const there = shownWorkbook(apply(document, done), 's', factsOf)
    expect([...there.components.keys()]).toEqual(['api', 'images', 'api@dev', 'api@abroad', 'images@abroad'])
    const dev = there.components.get('api@dev')
    expect(dev).toMatchObject({ service: 'azure.virtual-machines', region: 'eastus' })
    expect(dev?.inputs['count']).toBeUndefined()
    expect(context.book.size('azure', dev?.inputs['size'] ?? '')?.vcpu).toBe(2)
    const issues = estimate(there, context).components.flatMap(({ name, issues: of }) => of.map(({ message }) => `${name}: ${message}`))
    expect(issues).toEqual([])
  })
})

describe('what another cloud does not take over', () => {
  it('is listed, with what stands in for the size of a database also where it is the usual one', () => {
    const odd = {
      ...design,
      components: new Map(
        [
          row('db', 'aws.rds-postgres', { deployment: 'multi-az', storage: '100 GB' }),
          row('disk', 'aws.ebs', { type: 'io2', storage: '10 GB' }, { prices: { storage: { price: '1', note: '' } } }),
          row('usual', 'aws.ebs', { type: 'gp3', storage: '10 GB' }),
          row('old', 'aws.ec2', { size: 'nothing.large' }),
          row('flat', 'general.flat', { monthly: '5' }, { region: '' }),
        ].map((one) => [one.id, one]),
      ),
    }
    const found = onCloud(odd, 'aws', 'google', 'us-east4', context)
    expect(found).toMatchObject({
      moved: 3,
      others: 1,
      lost: [
        { name: 'db', what: ['Instance class db.m5.large (2 vCPUs, 8 GB of memory there)'] },
        { name: 'disk', what: [expect.stringMatching(/io2/), 'prices typed on the row'] },
      ],
      kept: [{ name: 'old', what: ['the price book does not know what nothing.large has'] }],
    })
  })
})

describe('the table of equivalents', () => {
  it('names services and inputs that exist', () => {
    const wrong: string[] = []
    for (const { name, services: of, inputs, machine = {}, capacity = {}, choices = [], given = {} } of equivalences) {
      for (const cloud of ['aws', 'google', 'azure'] as const) {
        const id = of[cloud]
        if (id === undefined) continue
        const declared = services.get(id)?.inputs
        if (declared === undefined) wrong.push(`${name}: ${id}`)
        const used = [
          ...inputs.map((pair) => pair[cloud]),
          machine[cloud],
          ...Object.keys(given[cloud] ?? {}),
          ...inputsOf(capacity[cloud]),
        ]
        for (const input of used) if (input !== undefined && declared?.[input] === undefined) wrong.push(`${id}: ${input}`)
        const chosen = [
          ...choices.flatMap((choice) => (choice[cloud] === undefined ? [] : [choice[cloud]])),
          ...Object.entries(given[cloud] ?? {}),
        ]
        for (const [input, value] of chosen) {
          const choice = declared?.[input]
          if (choice?.kind !== 'choice' || !Object.hasOwn(choice.options, value)) wrong.push(`${id}: ${input} = ${value}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
