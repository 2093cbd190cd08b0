import { describe, expect, it } from 'vitest'
import { setCells } from '#shared/commands/cells.ts'
import type { CellWrite } from '#shared/commands/cells.ts'
import type { Workbook } from '#shared/document/types.ts'
import { book, done, driver, refused, row, shapes } from './kit.ts'

const server = row('server', { service: 'aws.ec2', region: 'us-east-1', inputs: { size: 't3.medium', count: '4', hours: '100' } })
const workbook = book([server, row('fee', { inputs: { monthly: '10' } })])
const write = (cells: readonly CellWrite[], on: Workbook = workbook) => done(on, setCells, { cells, services: shapes })
const refusal = (cells: readonly CellWrite[]) => refused(workbook, setCells, { cells, services: shapes })

describe('writing cells', () => {
  it('writes every kind of column into its field', () => {
    const after = write([
      { row: 'server', column: 'name', text: ' API servers ' },
      { row: 'server', column: 'region', text: 'eu-west-1' },
      { row: 'server', column: 'size', text: 'm5.large' },
      { row: 'server', column: 'count', text: '=2 + 1' },
      { row: 'server', column: 'buys', text: '1y no upfront 50%' },
      { row: 'server', column: 'group', text: 'Serving' },
      { row: 'server', column: 'environment', text: 'prod' },
      { row: 'server', column: 'tags', text: 'team=ml' },
      { row: 'server', column: 'note', text: 'two zones' },
      { row: 'server', column: 'input:hours', text: '8 h/day' },
    ]).components.get('server')
    expect(after).toMatchObject({
      name: 'API servers',
      region: 'eu-west-1',
      group: 'Serving',
      environment: 'prod',
      note: 'two zones',
      tags: { team: 'ml' },
      inputs: { size: 'm5.large', count: '=2 + 1', hours: '8 h/day' },
      purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '50%' }],
    })
  })

  it('changes nothing when the text is what stands there', () => {
    expect(write([{ row: 'server', column: 'count', text: '4' }])).toBe(workbook)
  })

  it('takes an input away when its cell is cleared, so that the default or “unknown” comes back', () => {
    expect(write([{ row: 'server', column: 'count', text: '' }]).components.get('server')?.inputs).toEqual({
      size: 't3.medium',
      hours: '100',
    })
  })

  it('clears what can be empty in a block and leaves names and services', () => {
    const after = write([
      { row: 'server', column: 'name', text: '' },
      { row: 'server', column: 'service', text: '' },
      { row: 'server', column: 'count', text: '' },
      { row: 'server', column: 'monthly', text: '' },
    ]).components.get('server')
    expect(after).toMatchObject({ name: 'server', service: 'aws.ec2', inputs: { size: 't3.medium', hours: '100' } })
  })

  it('says why when clearing alone could change nothing', () => {
    expect(refusal([{ row: 'server', column: 'name', text: '' }]).code).toBe('needs-name')
    expect(refusal([{ row: 'server', column: 'monthly', text: '5' }]).code).toBe('computed')
  })

  it('writes a whole block or nothing of it', () => {
    const said = refusal([
      { row: 'server', column: 'count', text: '9' },
      { row: 'fee', column: 'size', text: 'm5.large' },
    ])
    expect(said.message).toBe('“fee” is Flat monthly rate, which has no size.')
  })

  it('refuses unknown services, choices, ways of buying and tags, and says what would do', () => {
    expect(refusal([{ row: 'server', column: 'service', text: 'EC2' }]).fix).toBe('Did you mean EC2 instances?')
    expect(refusal([{ row: 'server', column: 'buys', text: 'lease' }]).fix).toContain('Spot 80%')
    expect(refusal([{ row: 'server', column: 'tags', text: '=x' }]).fix).toContain('team=ml')
    const disks = book([row('disk', { service: 'aws.ebs' })])
    expect(refused(disks, setCells, { cells: [{ row: 'disk', column: 'size', text: 'gp9' }], services: shapes }).fix).toContain(
      'gp3 general purpose SSD',
    )
  })

  it('takes a choice by its key or by the words a person sees', () => {
    const disks = book([row('disk', { service: 'aws.ebs' })])
    expect(write([{ row: 'disk', column: 'size', text: 'ST1 throughput HDD' }], disks).components.get('disk')?.inputs).toEqual({
      type: 'st1',
    })
  })

  it('keeps inputs of like names and the count when the service changes', () => {
    const after = write([{ row: 'server', column: 'service', text: 'ebs volumes' }]).components.get('server')
    expect(after).toMatchObject({ service: 'aws.ebs', region: 'us-east-1', inputs: { volumes: '4', hours: '100' } })
    expect(after?.inputs).not.toHaveProperty('size')
  })

  it('reads Size and Count by the service that the same block brings', () => {
    const after = write([
      { row: 'fee', column: 'size', text: 'gp3' },
      { row: 'fee', column: 'service', text: 'aws.ebs' },
    ])
    expect(after.components.get('fee')?.inputs).toEqual({ type: 'gp3' })
  })

  it('adds rows and fills them in one step', () => {
    const after = done(workbook, setCells, {
      add: { components: [{ id: 'pasted', service: 'general.flat' }], after: 'fee' },
      cells: [
        { row: 'pasted', column: 'name', text: 'Licence' },
        { row: 'pasted', column: 'input:monthly', text: '99' },
      ],
      services: shapes,
    })
    expect(after.components.get('pasted')).toMatchObject({ name: 'Licence', inputs: { monthly: '99' } })
  })
})

describe('renaming a row', () => {
  const linked = book(
    [row('a', { name: 'Servers' }), row('b', { name: 'Support', inputs: { monthly: '=0.1 * cost("Servers")' } })],
    [driver('share', '=cost("Servers") / 2')],
  )

  it('lets every cost("…") follow', () => {
    const after = write([{ row: 'a', column: 'name', text: 'API "blue" servers' }], linked)
    expect(after.components.get('b')?.inputs).toEqual({ monthly: '=0.1 * cost("API ""blue"" servers")' })
    expect(after.drivers.get('share')?.value).toBe('=cost("API ""blue"" servers") / 2')
  })

  it('lets names change places', () => {
    const after = write(
      [
        { row: 'a', column: 'name', text: 'Support' },
        { row: 'b', column: 'name', text: 'Servers' },
      ],
      linked,
    )
    expect(after.components.get('b')).toMatchObject({ name: 'Servers', inputs: { monthly: '=0.1 * cost("Support")' } })
  })

  it('leaves formulas alone when two rows bore the name', () => {
    const twins = book([row('a', { name: 'Twin' }), row('b', { name: 'Twin' }), row('c', { inputs: { monthly: '=cost("Twin")' } })])
    expect(write([{ row: 'a', column: 'name', text: 'Other' }], twins).components.get('c')?.inputs).toEqual({ monthly: '=cost("Twin")' })
  })
})
