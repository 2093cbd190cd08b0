import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#shared/document/file.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { services } from '#pricing/services/registry.ts'

function estimated(components: readonly object[]) {
  const read = readWorkbook(JSON.stringify({ format: 'skytally', version: 1, name: 'Test', components }), () => 'new')
  if (!read.ok) throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join('; '))
  return estimate(read.workbook, { book: overlayBook(null, { id: 'ours-2027' }), services })
}

describe('a workbook whose price book is not here', () => {
  it('has unknown figures that name the book, and nothing in error', () => {
    const { components, total } = estimated([
      { id: '1', name: 'Servers', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 't3.medium', count: '4' } },
      { id: '2', name: 'Gateway', service: 'aws.nat-gateway', region: 'us-east-1', inputs: { count: '1', processed: '1 TB' } },
      {
        id: '3',
        name: 'Machines',
        service: 'azure.virtual-machines',
        region: 'westeurope',
        inputs: { size: 'Standard_D2s_v5', count: '1' },
      },
    ])
    expect(components.flatMap(({ issues }) => issues)).toEqual([])
    const charges = components.flatMap((component) => component.charges)
    expect(charges.map(({ cost }) => cost)).toEqual(charges.map(() => null))
    for (const { unknown } of charges) expect(unknown?.message).toContain('The price book "ours-2027" is not on this machine')
    expect(total).toMatchObject({ monthly: 0, problems: 0, unknown: charges.length })
  })
})
