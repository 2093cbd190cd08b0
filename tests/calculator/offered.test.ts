import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { namedRegions } from '#pricing/catalog/regions.ts'
import type { Component } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

type Placed = Partial<Component> & Pick<Component, 'service' | 'region'>

const issues = (placed: Placed) =>
  estimate(book([row(placed)]), context).components[0]?.issues.map(({ message, fix }) => `${message} ${fix}`)

const p3 = { service: 'aws.ec2', region: 'eu-south-9', inputs: { size: 'p3.2xlarge', count: '1' } }

describe('a row in a region where its service is not offered', () => {
  it('names the nearest regions that have the size', () => {
    expect(issues(p3)).toEqual([
      'p3.2xlarge is not offered in eu-south-9; nearest: eu-central-1 (Frankfurt), eu-west-2 (London), eu-west-1 (Ireland). Choose another region, for example eu-central-1, or type the prices on the row.',
    ])
  })

  it('is told so on every cloud, and a region of another cloud stands where it stands', () => {
    expect(issues({ service: 'aws.s3', region: 'europe-west1', inputs: { stored: '1 TB' } })?.[0]).toContain(
      'is not offered in europe-west1; nearest: eu-central-1 (Frankfurt)',
    )
    expect(issues({ service: 'google.compute-engine', region: 'mars-1', inputs: { size: 'n2-standard-8', count: '1' } })?.[0]).toContain(
      'n2-standard-8 is not offered in mars-1; nearest: ',
    )
    expect(issues({ service: 'azure.virtual-machines', region: 'atlantis', inputs: { count: '1' } })?.[0]).toContain(
      ' is not offered in atlantis; nearest: ',
    )
  })

  it('is no longer told so once every price is typed, and not where it is offered or stands nowhere', () => {
    expect(issues({ ...p3, prices: { instances: { price: '3.06', note: '' } } })).toEqual([])
    expect(issues({ ...p3, region: 'us-east-1' })).toEqual([])
    expect(issues({ ...p3, region: '' })).toEqual([])
  })

  it('is told that a price is unknown, not that it is not offered, where the book just lacks a region’s price', () => {
    const gateway = { service: 'aws.vpc-endpoint', region: 'us-east-1', inputs: { kind: 'gateway', processed: '1 TB' } }
    expect(issues(gateway)).toEqual([])
    const unknown = estimate(book([row(gateway)]), context).components[0]?.charges.find(({ id }) => id === 'gatewayData')?.unknown
    expect(unknown?.message).toContain('nearest regions with a price: ap-southeast-1')
  })

  it('is told that its price is unknown where the book has no machine of the region at all', () => {
    const bare = namedRegions('aws').find(({ code }) =>
      context.book.sizes('aws').every(({ size }) => Number.isNaN(context.book.hourly('aws', size, code, 'on-demand'))),
    )?.code
    expect(bare).toBeDefined()
    const component = estimate(book([row({ ...p3, region: bare ?? '' })]), context).components[0]
    expect(component?.issues).toEqual([])
    expect(component?.charges.find(({ id }) => id === 'instances')?.unknown?.message).toBe(
      `p3.2xlarge is not priced in ${bare}: the book has no machine prices there.`,
    )
    expect(createCalculator(book([row({ ...p3, region: bare ?? '' })]), context).total()).toMatchObject({ problems: 0 })
  })

  it.each([
    ['aws.ec2', 'm5.large', 'EU-WEST-1', 'EU-WEST-1 is no region of AWS; did you mean eu-west-1?'],
    ['aws.ec2', 'm5.large', 'Frankfurt', 'Frankfurt is no region of AWS; did you mean eu-central-1?'],
    ['aws.ec2', 'm5.large', 'Europe (Ireland)', 'Europe (Ireland) is no region of AWS; did you mean eu-west-1?'],
    ['azure.virtual-machines', 'Standard_D2s_v5', 'West Europe', 'West Europe is no region of Azure; did you mean westeurope?'],
    ['google.compute-engine', 'n2-standard-8', 'são paulo', 'são paulo is no region of Google Cloud; did you mean southamerica-east1?'],
  ])('is told the region that was meant: %s %s in %s', (service, size, region, message) => {
    expect(issues({ service, region, inputs: { size, count: '1' } })?.[0]).toContain(message)
  })

  it.each([
    ['aws.ec2', 'M5.LARGE', 'us-east-1', 'm5.large'],
    ['aws.rds-postgres', 'm5.large', 'us-east-1', 'db.m5.large'],
    ['azure.virtual-machines', 'D2s_v5', 'westeurope', 'Standard_D2s_v5'],
  ])('is told the size that was meant: %s %s in %s', (service, size, region, meant) => {
    expect(issues({ service, region, inputs: { size, count: '1' } })?.[0]).toContain(
      `the price book has no "${size}". Did you mean "${meant}"?`,
    )
  })

  it('is not told of a size by a word that many have', () => {
    expect(issues({ service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'large', count: '1' } })?.[0]).toContain(
      'Choose one from the list.',
    )
  })

  it('counts as a problem in both calculators', () => {
    const workbook = book([row(p3)])
    expect(createCalculator(workbook, context).total()).toMatchObject({ monthly: 0, problems: 1, unknown: 1 })
    expect(createCalculator(workbook, context).total()).toEqual(estimate(workbook, context).total)
  })
})
