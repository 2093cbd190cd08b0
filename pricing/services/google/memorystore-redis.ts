import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** The price of a GB falls with the size of the instance: M1 up to 4 GB, M2 to 10, M3 to 35, M4 to 100, M5 above. */
export const memorystoreRedis = service({
  id: 'google.memorystore-redis',
  name: 'Memorystore for Redis',
  cloud: 'google',
  category: 'databases',
  source: 'https://cloud.google.com/memorystore/docs/redis/pricing',
  summary: 'Managed Redis instances, billed by the memory provisioned.',
  keywords: ['redis', 'cache', 'in-memory', 'session store', 'memorystore'],
  inputs: {
    serviceTier: choice({
      label: 'Service tier',
      help: 'Basic has one node; standard keeps a replica in another zone.',
      options: { basic: 'Basic', standard: 'Standard, with a replica' },
      default: 'basic',
    }),
    memory: dataStored({
      label: 'Memory',
      help: 'Provisioned memory of one instance in GB, 1 to 300; a replica is in the price.',
      max: 300,
    }),
    count: quantity({ label: 'Instances', help: 'How many instances of this size there are.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth(),
  },
  derived: {
    memoryHours: 'count * hours * memory',
  },
  charges: {
    m1: {
      label: 'Memory, M1 up to 4 GB',
      unit: 'GB-hour',
      quantity: 'if(memory <= 4, memoryHours, 0)',
      rate: 'google.memorystore-redis/{serviceTier}-m1',
    },
    m2: {
      label: 'Memory, M2 up to 10 GB',
      unit: 'GB-hour',
      quantity: 'if(memory > 4, if(memory <= 10, memoryHours, 0), 0)',
      rate: 'google.memorystore-redis/{serviceTier}-m2',
    },
    m3: {
      label: 'Memory, M3 up to 35 GB',
      unit: 'GB-hour',
      quantity: 'if(memory > 10, if(memory <= 35, memoryHours, 0), 0)',
      rate: 'google.memorystore-redis/{serviceTier}-m3',
    },
    m4: {
      label: 'Memory, M4 up to 100 GB',
      unit: 'GB-hour',
      quantity: 'if(memory > 35, if(memory <= 100, memoryHours, 0), 0)',
      rate: 'google.memorystore-redis/{serviceTier}-m4',
    },
    m5: {
      label: 'Memory, M5 above 100 GB',
      unit: 'GB-hour',
      quantity: 'if(memory > 100, memoryHours, 0)',
      rate: 'google.memorystore-redis/{serviceTier}-m5',
    },
  },
  columns: { size: 'serviceTier', count: 'count' },
})
