import { describe, expect, it } from 'vitest'
import { addComponents, deleteComponents, duplicateComponents, moveComponents } from '#shared/commands/components.ts'
import { groupedRows } from '#shared/commands/grouped.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { book, done, driver, refused, row, shapes } from './kit.ts'

const shown = (workbook: Workbook) => groupedRows(workbook).map((one) => (one.group === '' ? one.name : `${one.group}/${one.name}`))

describe('adding rows', () => {
  it('puts a row after the selected one, in its group, environment and region', () => {
    const workbook = book([
      row('a', { service: 'aws.ec2', region: 'eu-west-1', group: 'Serving', environment: 'prod' }),
      row('b', { group: 'Serving' }),
    ])
    const after = done(workbook, addComponents, { components: [{ service: 'aws.ebs' }], after: 'a', services: shapes })
    expect(shown(after)).toEqual(['Serving/a', 'Serving/EBS volumes', 'Serving/b'])
    expect(after.components.get('new-1')).toMatchObject({ region: 'eu-west-1', environment: 'prod', service: 'aws.ebs' })
  })

  it('takes the region of the cloud’s last row when the selected row has none', () => {
    const workbook = book([row('a', { service: 'aws.ec2', region: 'us-west-2' }), row('b')])
    const after = done(workbook, addComponents, { components: [{ service: 'aws.ebs' }], after: 'b', services: shapes })
    expect(after.components.get('new-1')?.region).toBe('us-west-2')
  })

  it('gives no region to a service that is sold without one', () => {
    const after = done(book([row('a', { service: 'aws.ec2', region: 'us-east-1' })]), addComponents, {
      components: [{ service: 'general.flat' }],
      after: null,
      services: shapes,
    })
    expect(after.components.get('new-1')?.region).toBe('')
  })

  it('joins the end of the group it is asked for when no row is selected', () => {
    const workbook = book([row('a', { group: 'Compute' }), row('b', { group: 'Storage' })])
    const after = done(workbook, addComponents, {
      components: [{ service: 'aws.ec2', group: 'Compute' }],
      after: null,
      services: shapes,
    })
    expect(shown(after)).toEqual(['Compute/a', 'Compute/EC2 instances', 'Storage/b'])
  })

  it('numbers names so that cost("…") stays clear', () => {
    const workbook = book([row('x', { name: 'EC2 instances' })])
    const after = done(workbook, addComponents, {
      components: [{ service: 'aws.ec2' }, { service: 'aws.ec2' }],
      after: null,
      services: shapes,
    })
    expect(rows(after.components).map((one) => one.name)).toEqual(['EC2 instances', 'EC2 instances 2', 'EC2 instances 3'])
  })

  it('finds room between two rows a hundred times over', () => {
    let workbook = book([row('a'), row('z')])
    for (let count = 0; count < 100; count += 1)
      workbook = done(workbook, addComponents, {
        components: [{ service: 'general.flat', id: `n${String(count)}` }],
        after: 'a',
        services: shapes,
      })
    const ids = rows(workbook.components).map((one) => one.id)
    expect(ids.slice(0, 3)).toEqual(['a', 'n99', 'n98'])
    expect(ids.at(-1)).toBe('z')
    expect(new Set(rows(workbook.components).map((one) => one.order)).size).toBe(102)
  })

  it('refuses a service nobody declares, a row that is gone and an id that is taken', () => {
    const workbook = book([row('a')])
    expect(refused(workbook, addComponents, { components: [{ service: 'aws.nothing' }], after: null, services: shapes }).message).toContain(
      'aws.nothing',
    )
    expect(refused(workbook, addComponents, { components: [{ service: 'aws.ec2' }], after: 'gone', services: shapes }).code).toBe(
      'row-gone',
    )
    expect(refused(workbook, addComponents, { components: [{ service: 'aws.ec2', id: 'a' }], after: null, services: shapes }).code).toBe(
      'id-taken',
    )
    expect(refused(workbook, addComponents, { components: [], after: null, services: shapes }).code).toBe('nothing-added')
  })
})

describe('deleting and duplicating rows', () => {
  it('deletes the rows given and no other', () => {
    expect(shown(done(book([row('a'), row('b'), row('c')]), deleteComponents, { ids: ['a', 'c'] }))).toEqual(['b'])
  })

  it('puts copies after the last of the rows, under names of their own', () => {
    const workbook = book([row('a', { inputs: { monthly: '5' } }), row('b'), row('c')])
    const after = done(workbook, duplicateComponents, { ids: ['b', 'a'] })
    expect(shown(after)).toEqual(['a', 'b', 'a 2', 'b 2', 'c'])
    expect(after.components.get('new-1')?.inputs).toEqual({ monthly: '5' })
  })

  it('refuses when nothing is selected or a row is gone', () => {
    expect(refused(book([row('a')]), deleteComponents, { ids: [] }).code).toBe('nothing-selected')
    expect(refused(book([row('a')]), duplicateComponents, { ids: ['b'] }).code).toBe('row-gone')
  })
})

describe('moving rows', () => {
  const workbook = book([row('a', { group: 'X' }), row('b', { group: 'Y' }), row('c', { group: 'X' }), row('d', { group: 'Y' })])

  it('moves a row within its group as the sheet shows it', () => {
    expect(shown(done(workbook, moveComponents, { ids: ['c'], to: 'up' }))).toEqual(['X/c', 'X/a', 'Y/b', 'Y/d'])
    expect(shown(done(workbook, moveComponents, { ids: ['a'], to: 'down' }))).toEqual(['X/c', 'X/a', 'Y/b', 'Y/d'])
  })

  it('moves a row past the edge of its group into the next one', () => {
    expect(shown(done(workbook, moveComponents, { ids: ['c'], to: 'down' }))).toEqual(['X/a', 'Y/c', 'Y/b', 'Y/d'])
    expect(shown(done(workbook, moveComponents, { ids: ['b'], to: 'up' }))).toEqual(['X/a', 'X/c', 'X/b', 'Y/d'])
  })

  it('leaves the first and the last row where they are', () => {
    expect(done(workbook, moveComponents, { ids: ['a'], to: 'up' })).toBe(workbook)
    expect(done(workbook, moveComponents, { ids: ['d'], to: 'down' })).toBe(workbook)
  })

  it('moves several rows together and keeps their order', () => {
    const flat = book([row('a'), row('b'), row('c'), row('d')])
    expect(shown(done(flat, moveComponents, { ids: ['c', 'b'], to: 'up' }))).toEqual(['b', 'c', 'a', 'd'])
    expect(shown(done(flat, moveComponents, { ids: ['a', 'b'], to: { after: 'd' } }))).toEqual(['c', 'd', 'a', 'b'])
    expect(shown(done(flat, moveComponents, { ids: ['d'], to: { before: 'a' } }))).toEqual(['d', 'a', 'b', 'c'])
    expect(shown(done(flat, moveComponents, { ids: ['a'], to: { endOf: 'New' } }))).toEqual(['b', 'c', 'd', 'New/a'])
  })
})

describe('what is said after rows are deleted', () => {
  const workbook = book(
    [
      row('API', { group: 'Serving' }),
      row('Cache', { inputs: { monthly: '=cost("API") * 2' } }),
      row('Support', { inputs: { monthly: '=subtotal("Serving") * 0.1' } }),
      row('Twin', { name: 'API', group: 'Other' }),
    ],
    [driver('share', '=cost("Cache") / 2')],
  )
  const said = (...ids: string[]) => deleteComponents.afterwards?.(workbook, { ids })

  it('names the formulas that now miss a row, or the group that went with its last row', () => {
    expect(said('Cache')).toBe('“Cache” is gone, but 1 formula still names it: driver share.')
    expect(said('API')).toBe('“API” is gone, but 1 formula still names it: Support (monthly).')
    expect(said('API', 'Twin')).toBe('2 rows are gone, but 2 formulas still name them: Cache (monthly), Support (monthly).')
  })

  it('is only what was deleted when no formula that stays misses anything', () => {
    expect(said('Support')).toBe('Deleted “Support”.')
    expect(said('Twin')).toBe('Deleted “API”.')
    expect(deleteComponents.afterwards?.(book([row('a'), row('b', { inputs: { monthly: '=cost("a")' } })]), { ids: ['a', 'b'] })).toBe(
      'Deleted 2 rows.',
    )
  })

  it('counts the formulas beyond three', () => {
    const many = book([row('a'), ...['b', 'c', 'd', 'e', 'f'].map((id) => row(id, { inputs: { monthly: '=cost("a")' } }))])
    expect(deleteComponents.afterwards?.(many, { ids: ['a'] })).toContain(
      '5 formulas still name it: b (monthly), c (monthly), d (monthly) and 2 more.',
    )
  })
})
