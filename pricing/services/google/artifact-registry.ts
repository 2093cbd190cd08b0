import { dataStored, perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const artifactRegistry = service({
  id: 'google.artifact-registry',
  name: 'Artifact Registry',
  cloud: 'google',
  category: 'storage',
  source: 'https://cloud.google.com/artifact-registry/pricing',
  summary: 'Container images and packages, billed by what is stored and scanned; traffic to other regions is a row of its own.',
  keywords: ['container registry', 'docker', 'images', 'packages', 'gcr', 'vulnerability scanning'],
  inputs: {
    stored: dataStored({ label: 'Stored', help: 'GB of images and packages, as the month’s average.' }),
    scans: perMonth({
      label: 'Scanned images',
      help: 'Images a month scanned for vulnerabilities when they are pushed.',
      unit: 'images',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    stored: { label: 'Storage', unit: 'GB-month', quantity: 'stored', rate: 'google.artifact-registry/storage' },
    scans: { label: 'Scanned images', unit: 'image', quantity: 'scans', rate: 'google.artifact-registry/image-scan' },
  },
})
