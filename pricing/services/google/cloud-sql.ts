import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** PostgreSQL and MySQL cost the same. Storage is kept whether the instance runs or not. */
export const cloudSql = service({
  id: 'google.cloud-sql',
  name: 'Cloud SQL by vCPU and memory',
  cloud: 'google',
  category: 'databases',
  source: 'https://cloud.google.com/sql/pricing',
  summary: 'Managed PostgreSQL or MySQL instances of any shape, billed by vCPU, memory, storage and backups.',
  keywords: ['database', 'sql', 'relational', 'postgresql', 'mysql', 'db-custom', 'high availability', 'enterprise plus'],
  inputs: {
    edition: choice({
      label: 'Edition',
      help: 'Enterprise Plus has faster machines and a shorter maintenance, at a higher price.',
      options: { enterprise: 'Enterprise', 'enterprise-plus': 'Enterprise Plus' },
      default: 'enterprise',
    }),
    availability: choice({
      label: 'Availability',
      help: 'High availability keeps a standby in another zone, at twice the price.',
      options: { zonal: 'One zone', regional: 'High availability' },
      default: 'zonal',
    }),
    count: quantity({ label: 'Instances', help: 'Instances of this shape, read replicas included.', unit: 'instances', default: '1' }),
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs of one instance.', unit: 'vCPU', default: '2' }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one instance in GB.', default: '8' }),
    hours: hoursPerMonth({ help: 'Hours a month that the instances run; storage is charged for the whole month.' }),
    storageType: choice({
      label: 'Storage type',
      help: 'SSD suits nearly every database; HDD is for the Enterprise edition alone.',
      options: { ssd: 'SSD', hdd: 'HDD' },
      default: 'ssd',
    }),
    storage: dataStored({ label: 'Storage', help: 'Storage of each instance in GB; for high availability type it once.' }),
    backups: dataStored({ label: 'Backups', help: 'GB of backups and binary logs, as the month’s average.', default: '0' }),
    idleAddresses: quantity({
      label: 'Idle addresses',
      help: 'Public IPv4 addresses of instances that do not run.',
      unit: 'addresses',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    instanceHours: 'count * hours',
  },
  charges: {
    vcpu: {
      label: 'Virtual CPU',
      unit: 'vCPU-hour',
      quantity: 'instanceHours * vcpus',
      when: { edition: ['enterprise'] },
      rate: 'google.cloud-sql/vcpu-{availability}',
    },
    memory: {
      label: 'Memory',
      unit: 'GB-hour',
      quantity: 'instanceHours * memory',
      when: { edition: ['enterprise'] },
      rate: ['google.cloud-sql/memory-{availability}', 'google.cloud-sql/ram-{availability}'],
    },
    plusVcpu: {
      label: 'Virtual CPU, Enterprise Plus',
      unit: 'vCPU-hour',
      quantity: 'instanceHours * vcpus',
      when: { edition: ['enterprise-plus'] },
      rate: 'google.cloud-sql/enterprise-plus-n-vcpu-{availability}',
    },
    plusMemory: {
      label: 'Memory, Enterprise Plus',
      unit: 'GB-hour',
      quantity: 'instanceHours * memory',
      when: { edition: ['enterprise-plus'] },
      rate: 'google.cloud-sql/enterprise-plus-n-ram-{availability}',
    },
    storage: {
      label: 'SSD storage',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { edition: ['enterprise'], storageType: ['ssd'] },
      rate: ['google.cloud-sql/storage-ssd-{availability}', 'google.cloud-sql/standard-storage-{availability}'],
    },
    hddStorage: {
      label: 'HDD storage',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { edition: ['enterprise'], storageType: ['hdd'] },
      rate: 'google.cloud-sql/storage-hdd-{availability}',
    },
    plusStorage: {
      label: 'Storage, Enterprise Plus',
      unit: 'GB-month',
      quantity: 'count * storage',
      when: { edition: ['enterprise-plus'] },
      rate: 'google.cloud-sql/enterprise-plus-standard-storage-{availability}',
    },
    backups: { label: 'Backups', unit: 'GB-month', quantity: 'backups', rate: 'google.cloud-sql/backup' },
    addresses: {
      label: 'Idle addresses',
      unit: 'hour',
      quantity: 'idleAddresses * hours_in_month',
      rate: 'google.cloud-sql/ip-idle-hour',
    },
  },
  columns: { size: 'edition', count: 'count' },
})
