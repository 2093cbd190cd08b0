import { dataPerMonth, dataStored, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'
import { accessTier, colder, readBack, readBackCharge, redundancy, storageCharge } from './blob-tiers.ts'
import { geoRedundant } from './redundancy.ts'

/**
 * Block blobs of a standard account. The colder tiers charge for what is read back, and the rest of their least time (cool 30, cold 90,
 * archive 180 days) for what is deleted or moved before: https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview
 */
export const blobStorage = service({
  id: 'azure.blob-storage',
  name: 'Azure Blob Storage',
  cloud: 'azure',
  category: 'storage',
  source: 'https://azure.microsoft.com/pricing/details/storage/blobs/',
  summary: 'Object storage of one access tier, billed by what it holds, by operations and by what is read back.',
  keywords: ['blob', 'object storage', 'storage account', 'hot', 'cool', 'cold', 'archive', 'data lake', 'backup'],
  inputs: {
    accessTier,
    redundancy,
    stored: dataStored({ label: 'Stored', help: 'GB held in this tier, as the month’s average.' }),
    writes: perMonth({ label: 'Write operations', help: 'Puts, copies and blocks written a month.', unit: 'operations' }),
    reads: perMonth({ label: 'Read operations', help: 'Gets a month; in the archive tier, blobs brought back.', unit: 'operations' }),
    retrieved: readBack,
    lists: perMonth({
      label: 'List operations',
      help: 'Lists of blobs and creations of containers a month.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    others: perMonth({
      label: 'Other operations',
      help: 'All other operations a month but deletes, which are free.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    replicated: dataPerMonth({
      label: 'Written to the second region',
      help: 'GB a month written, which are sent to the second region; only with geo-redundancy.',
      default: '0',
      minor: true,
    }),
    deletedEarly: dataStored({
      label: 'Deleted early',
      help: 'GB-months left of the least time of what is deleted or moved: GB × days left ÷ 30.',
      default: '0',
      minor: true,
    }),
    priorityReads: perMonth({
      label: 'Priority reads',
      help: 'Blobs a month brought back from the archive within an hour, besides the others.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    priorityRetrieved: dataPerMonth({
      label: 'Read back, priority',
      help: 'GB a month brought back from the archive within an hour, besides the others.',
      default: '0',
      minor: true,
    }),
    indexTags: quantity({
      label: 'Index tags',
      help: 'Tags on blobs by which they can be found.',
      unit: 'tags',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    storage: storageCharge,
    writes: {
      label: 'Write operations',
      unit: 'operation',
      quantity: 'writes',
      rate: 'azure.blob-{accessTier}-{redundancy}/request-write',
    },
    reads: { label: 'Read operations', unit: 'operation', quantity: 'reads', rate: 'azure.blob-{accessTier}-{redundancy}/request-read' },
    retrieved: readBackCharge,
    lists: {
      label: 'List operations',
      unit: 'operation',
      quantity: 'lists',
      rate: 'azure.blob-{accessTier}-{redundancy}/request-list-create-container',
    },
    others: {
      label: 'Other operations',
      unit: 'operation',
      quantity: 'others',
      rate: 'azure.blob-{accessTier}-{redundancy}/request-other',
    },
    replicated: {
      label: 'Traffic to the second region',
      unit: 'GB',
      quantity: 'replicated',
      when: { redundancy: geoRedundant },
      rate: 'azure.storage-geo-replication/data-transfer',
    },
    deletedEarly: {
      label: 'Deleted early',
      unit: 'GB-month',
      quantity: 'deletedEarly',
      when: { accessTier: colder },
      rate: 'azure.blob-{accessTier}-{redundancy}/early-delete',
    },
    priorityReads: {
      label: 'Priority reads',
      unit: 'operation',
      quantity: 'priorityReads',
      when: { accessTier: ['archive'] },
      rate: 'azure.blob-{accessTier}-{redundancy}/request-read-priority',
    },
    priorityRetrieved: {
      label: 'Read back, priority',
      unit: 'GB',
      quantity: 'priorityRetrieved',
      when: { accessTier: ['archive'] },
      rate: 'azure.blob-{accessTier}-{redundancy}/retrieval-priority',
    },
    indexTags: { label: 'Index tags', unit: 'tag-month', quantity: 'indexTags', rate: 'azure.blob-features/index-tags' },
  },
  columns: { size: 'accessTier' },
})
