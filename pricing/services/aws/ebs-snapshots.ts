import { dataPerMonth, dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const ebsSnapshots = service({
  id: 'aws.ebs-snapshots',
  name: 'EBS snapshots',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/ebs/pricing/',
  summary: 'Backups of volumes, billed by the changed blocks they keep; the archive tier is cheaper to keep and costs to read back.',
  keywords: ['backup', 'snapshot', 'archive', 'fast snapshot restore', 'fsr'],
  inputs: {
    stored: dataStored({ label: 'Standard tier', help: 'GB of changed blocks kept in the standard tier, as the month’s average.' }),
    archived: dataStored({
      label: 'Archive tier',
      help: 'GB of whole snapshots kept in the archive tier; the least time is 90 days and a snapshot deleted earlier still pays for them.',
      default: '0',
      minor: true,
    }),
    retrieved: dataPerMonth({
      label: 'Read back from the archive',
      help: 'GB a month restored from the archive tier.',
      default: '0',
      minor: true,
    }),
    fastSnapshots: quantity({
      label: 'Fast restore snapshots',
      help: 'Snapshots with fast restore switched on.',
      unit: 'snapshots',
      default: '0',
      minor: true,
    }),
    fastZones: quantity({
      label: 'Fast restore zones',
      help: 'Availability zones in which each of them is kept ready.',
      unit: 'zones',
      default: '1',
      minor: true,
    }),
    fastHours: hoursOfUse({
      label: 'Fast restore hours',
      help: 'Hours a month that fast restore is on; every enabling counts at least one hour.',
      default: '24 h/day',
      minor: true,
    }),
  },
  charges: {
    standard: { label: 'Standard tier storage', unit: 'GB-month', quantity: 'stored', rate: 'aws.ebs-snapshot/storage' },
    archive: { label: 'Archive tier storage', unit: 'GB-month', quantity: 'archived', rate: 'aws.ebs-snapshot-archive/storage' },
    retrieval: { label: 'Archive retrieval', unit: 'GB', quantity: 'retrieved', rate: 'aws.ebs-snapshot-archive/retrieval' },
    fastRestore: {
      label: 'Fast snapshot restore',
      unit: 'DSU-hour',
      quantity: 'fastSnapshots * fastZones * fastHours',
      rate: 'aws.ebs-snapshot/fast-restore',
    },
  },
})
