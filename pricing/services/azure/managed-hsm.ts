import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const managedHsm = service({
  id: 'azure.managed-hsm',
  name: 'Azure Managed HSM',
  cloud: 'azure',
  category: 'security',
  source: 'https://azure.microsoft.com/pricing/details/key-vault/',
  summary: 'Hardware security modules for one customer alone, billed by the hour of each pool.',
  keywords: ['hsm', 'keys', 'encryption', 'key vault', 'fips'],
  inputs: {
    count: quantity({ label: 'Pools', help: 'How many pools of modules there are.', unit: 'pools', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the pools exist; they cannot be stopped.' }),
  },
  charges: {
    pools: { label: 'Pool hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.managed-hsm/pool' },
  },
  columns: { count: 'count' },
})
