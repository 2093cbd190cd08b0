import { choice, dataStored, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A registry is billed by the day and includes storage: Basic 10 GB, Standard 100 GB, Premium 500 GB. */
export const containerRegistry = service({
  id: 'azure.container-registry',
  name: 'Azure Container Registry',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/container-registry/',
  summary: 'Container images, billed by the day of each registry and by what is stored beyond its size.',
  keywords: ['acr', 'docker', 'images', 'containers', 'artifacts'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Larger tiers include more storage and throughput; Premium can stand in several regions.',
      options: { basic: 'Basic, 10 GB', standard: 'Standard, 100 GB', premium: 'Premium, 500 GB' },
      default: 'basic',
    }),
    count: quantity({ label: 'Registries', help: 'How many registries there are.', unit: 'registries', default: '1' }),
    storage: dataStored({ label: 'Stored', help: 'GB held in each registry, as the month’s average.' }),
    replicas: quantity({
      label: 'Other regions',
      help: 'Regions that each Premium registry is copied to, besides its own; each is billed as a registry.',
      unit: 'regions',
      default: '0',
      minor: true,
    }),
    buildSeconds: perMonth({
      label: 'Build seconds',
      help: 'Seconds a month that build tasks run, times their vCPUs.',
      unit: 'vCPU-seconds',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    days: 'count * hours_in_month / 24',
  },
  charges: {
    registries: { label: 'Registry days', unit: 'day', quantity: 'days', rate: 'azure.container-registry/{plan}' },
    replicas: {
      label: 'Registry days in other regions',
      unit: 'day',
      quantity: 'days * replicas',
      when: { plan: ['premium'] },
      rate: 'azure.container-registry/premium',
    },
    basicStorage: {
      label: 'Storage above 10 GB',
      unit: 'GB-month',
      quantity: 'count * max(0, storage - 10)',
      when: { plan: ['basic'] },
      rate: 'azure.container-registry/storage-over-included',
    },
    standardStorage: {
      label: 'Storage above 100 GB',
      unit: 'GB-month',
      quantity: 'count * max(0, storage - 100)',
      when: { plan: ['standard'] },
      rate: 'azure.container-registry/storage-over-included',
    },
    premiumStorage: {
      label: 'Storage above 500 GB',
      unit: 'GB-month',
      quantity: 'count * max(0, storage - 500)',
      when: { plan: ['premium'] },
      rate: 'azure.container-registry/storage-over-included',
    },
    builds: { label: 'Build tasks', unit: 'vCPU-second', quantity: 'buildSeconds', rate: 'azure.container-registry/build-vcpu' },
  },
  columns: { size: 'plan', count: 'count' },
})
