import { dataPerMonth, dataStored } from '../fields.ts'
import { service } from '../service.ts'

/** Pulls within the region are free; those from elsewhere are data transfer. */
export const ecr = service({
  id: 'aws.ecr',
  name: 'ECR registry',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/ecr/pricing/',
  summary: 'Container image registry, billed by what it holds and by what leaves the region.',
  keywords: ['container', 'image', 'docker', 'registry', 'repository'],
  inputs: {
    stored: dataStored({
      label: 'Images kept',
      help: 'GB of compressed image layers kept; without a lifecycle rule it grows with each build.',
    }),
    internet: dataPerMonth({
      label: 'Pulled from the internet',
      help: 'GB a month pulled from outside the cloud; 0 where a Data transfer row counts them.',
      default: '0',
      minor: true,
    }),
    crossRegion: dataPerMonth({
      label: 'Replicated to other regions',
      help: 'GB a month pulled from or copied to other regions of the cloud.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'aws.ecr/storage' },
    internet: { label: 'Pulled from the internet', unit: 'GB', quantity: 'internet', rate: 'aws.data-transfer/internet-egress' },
    crossRegion: { label: 'Replicated to other regions', unit: 'GB', quantity: 'crossRegion', rate: 'aws.data-transfer/cross-region' },
  },
})
