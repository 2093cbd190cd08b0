import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { DocumentCommand, Refusal, ServiceShapes, Supplies } from '#shared/commands/types.ts'

/** Three services with what the commands look at: sizes, counts, a choice, no region. */
export const shapes: ServiceShapes = new Map([
  [
    'aws.ec2',
    {
      id: 'aws.ec2',
      name: 'EC2 instances',
      inputs: {
        size: { label: 'Instance type', kind: 'size' },
        count: { label: 'Instances', kind: 'number' },
        hours: { label: 'Hours', kind: 'number' },
      },
      columns: { size: 'size', count: 'count' },
    },
  ],
  [
    'aws.ebs',
    {
      id: 'aws.ebs',
      name: 'EBS volumes',
      inputs: {
        type: { label: 'Volume type', kind: 'choice', options: { gp3: 'gp3 general purpose SSD', st1: 'st1 throughput HDD' } },
        volumes: { label: 'Volumes', kind: 'number' },
        hours: { label: 'Hours', kind: 'number' },
      },
      columns: { size: 'type', count: 'volumes' },
    },
  ],
  [
    'general.flat',
    { id: 'general.flat', name: 'Flat monthly rate', region: 'none', inputs: { monthly: { label: 'Monthly amount', kind: 'number' } } },
  ],
])

export function supplies(): Supplies {
  let next = 0
  return {
    newId: () => {
      next += 1
      return `new-${String(next)}`
    },
    today: '2026-11-22',
  }
}

export function row(id: string, more: Partial<Component> = {}): Component {
  return {
    id,
    order: 0,
    name: id,
    service: 'general.flat',
    region: '',
    group: '',
    environment: '',
    inputs: {},
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

export function driver(name: string, value: string, more: Partial<Driver> = {}): Driver {
  return { id: name, order: 0, name, value, unit: '', ...more }
}

/** A workbook with these rows and drivers in this order. */
export function book(components: readonly Component[], drivers: readonly Driver[] = []): Workbook {
  return {
    ...newWorkbook('book', 'Test', '2026-11-01'),
    components: new Map(components.map((one, at) => [one.id, { ...one, order: (at + 1) * 1024 }])),
    drivers: new Map(drivers.map((one, at) => [one.id, { ...one, order: (at + 1) * 1024 }])),
  }
}

/** The workbook after a command; a refusal fails the test with its words. */
export function done<Args>(workbook: Workbook, command: DocumentCommand<Args>, args: Args): Workbook {
  const outcome = command.run(workbook, args, supplies())
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.message} ${outcome.fix}`)
  return apply(workbook, outcome)
}

/** The refusal of a command; carrying it out fails the test. */
export function refused<Args>(workbook: Workbook, command: DocumentCommand<Args>, args: Args): Refusal {
  const outcome = command.run(workbook, args, supplies())
  if (!isRefusal(outcome)) throw new Error('the command was carried out')
  return outcome
}
