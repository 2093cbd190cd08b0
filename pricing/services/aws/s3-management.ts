import { quantity } from '../fields.ts'
import { service } from '../service.ts'

export const s3Management = service({
  id: 'aws.s3-management',
  name: 'S3 management',
  cloud: 'aws',
  category: 'storage',
  source: 'https://aws.amazon.com/s3/pricing/',
  summary: 'Inventory lists, access analysis and tags of objects in S3, billed by the object.',
  keywords: ['s3', 'inventory', 'storage class analysis', 'object tags', 'bucket'],
  inputs: {
    inventory: quantity({ label: 'Objects in inventories', help: 'Objects a month written into inventory lists.', unit: 'objects' }),
    analysed: quantity({ label: 'Objects analysed', help: 'Objects watched by storage class analysis.', unit: 'objects', default: '0' }),
    tags: quantity({ label: 'Object tags', help: 'Tags on objects, all of them counted.', unit: 'tags', default: '0' }),
  },
  charges: {
    inventory: { label: 'Inventory', unit: 'object', quantity: 'inventory', rate: 'aws.s3-management/inventory' },
    analysed: { label: 'Storage class analysis', unit: 'object-month', quantity: 'analysed', rate: 'aws.s3-management/analytics' },
    tags: { label: 'Object tags', unit: 'tag-month', quantity: 'tags', rate: 'aws.s3-management/object-tagging' },
  },
})
