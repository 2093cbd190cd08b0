import { start, term, unused } from '../commitment-fields.ts'
import { choice, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

export const committedUse = service({
  id: 'google.committed-use',
  name: 'Resource-based committed use',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/compute/docs/instances/signing-up-committed-use-discounts',
  summary: 'Virtual CPUs or memory of a machine series in a region, committed to for one or three years.',
  keywords: ['commitment', 'cud', 'committed use discount', 'vcpu', 'memory', 'reserved'],
  inputs: {
    size: size({
      label: 'Machine series',
      help: 'Any machine type of the series, such as n2-standard-2 for N2.',
      sizes: { from: 'compute', cloud: 'google' },
      default: 'n2-standard-2',
    }),
    resource: choice({
      label: 'Resource',
      help: 'What is committed to; machines need both, each with a row of its own.',
      options: { vcpu: 'vCPUs', memory: 'Memory' },
      default: 'vcpu',
    }),
    count: quantity({
      label: 'Committed',
      help: 'How many vCPUs, a whole number, or how many GB of memory, in quarters of one.',
      unit: 'vCPU or GB',
      steady: true,
    }),
    term,
    start,
  },
  charges: { unused: unused('count') },
  commitment: { kind: 'resource', quantity: 'count' },
  columns: { size: 'size', count: 'count' },
})
