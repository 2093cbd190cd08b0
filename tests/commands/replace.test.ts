import { describe, expect, it } from 'vitest'
import { replaceTexts, type ReplaceTexts } from '#shared/commands/replace.ts'
import { apply, invert } from '#shared/document/change.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import { book, done, driver, refused, row, shapes, supplies } from './kit.ts'

const workbook = book(
  [
    row('api', { name: 'API', service: 'aws.ec2', group: 'Serving', inputs: { size: 't3.medium', count: '=users / 10' } }),
    row('disk', { name: 'Disk', service: 'aws.ebs', group: 'Storage', inputs: { type: 'gp3', volumes: '2' } }),
    row('sum', { name: 'Sum', inputs: { monthly: '=cost("API") + subtotal("Serving")' } }),
  ],
  [driver('users', '100')],
)
const args = (more: Partial<ReplaceTexts>): ReplaceTexts => ({ cells: [], groups: [], services: shapes, ...more })

describe('replacing texts', () => {
  it('writes every cell, and formulas follow rows and groups that are called otherwise', () => {
    const after = done(
      workbook,
      replaceTexts,
      args({
        cells: [
          { row: 'api', column: 'name', text: 'Web' },
          { row: 'api', column: 'count', text: '=users / 20' },
        ],
        groups: [{ from: 'Serving', to: 'Front' }],
      }),
    )
    expect(after.components.get('api')).toMatchObject({ name: 'Web', group: 'Front', inputs: { count: '=users / 20' } })
    expect(after.components.get('sum')?.inputs['monthly']).toBe('=cost("Web") + subtotal("Front")')
  })

  it('is one step that can be taken back', () => {
    const changes = replaceTexts.run(
      workbook,
      args({ cells: [{ row: 'api', column: 'name', text: 'Web' }], groups: [{ from: 'Storage', to: 'Disks' }] }),
      supplies(),
    )
    if (isRefusal(changes)) throw new Error(changes.message)
    expect(apply(apply(workbook, changes), invert(changes))).toEqual(workbook)
  })

  it('leaves what a cell does not take, writes the rest and says so', () => {
    const asked = args({
      cells: [
        { row: 'disk', column: 'input:type', text: 'gp9' },
        { row: 'api', column: 'count', text: '=users /' },
        { row: 'disk', column: 'name', text: 'Disk B' },
      ],
      groups: [{ from: 'Serving', to: 'Storage' }],
    })
    const after = done(workbook, replaceTexts, asked)
    expect(after.components.get('disk')).toMatchObject({ name: 'Disk B', inputs: { type: 'gp3' } })
    expect(after.components.get('api')).toMatchObject({ group: 'Serving', inputs: { count: '=users / 10' } })
    const said = replaceTexts.afterwards?.(workbook, asked)
    expect(said).toContain('Replaced the text of 1 cell. 3 were left as they are.')
    expect(said).toContain('Disk (type): “gp9” is not a choice of Volume type.')
    expect(said).toContain('API (count): ')
    expect(said).toContain('Group Serving: There is a group called “Storage” already.')
  })

  it('is refused in the words of the first cell when no cell takes its text', () => {
    const refusal = refused(workbook, replaceTexts, args({ cells: [{ row: 'disk', column: 'name', text: ' ' }] }))
    expect(refusal.message).toBe('Disk (name): A row cannot be without a name.')
  })

  it('mends a formula that could not be read before, whatever it becomes', () => {
    const broken = book([row('x', { inputs: { monthly: '=1 +' } })])
    expect(
      done(broken, replaceTexts, args({ cells: [{ row: 'x', column: 'input:monthly', text: '=1 *' }] })).components.get('x')?.inputs,
    ).toEqual({ monthly: '=1 *' })
  })
})
