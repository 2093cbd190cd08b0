import { dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A compute unit (OCU) has 6 GB of memory with its processor and disk; both kinds are billed also while nobody asks. */
export const opensearchServerless = service({
  id: 'aws.opensearch-serverless',
  name: 'OpenSearch Serverless',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/opensearch-service/pricing/',
  summary: 'Search and vectors without nodes, billed by compute units for indexing and search and by storage.',
  keywords: ['elasticsearch', 'search', 'logs', 'vector', 'ocu', 'serverless', 'knowledge base'],
  inputs: {
    indexing: quantity({ label: 'Indexing units', help: 'Compute units that take data in, on average.', unit: 'OCU' }),
    searching: quantity({ label: 'Search units', help: 'Compute units that answer searches, on average.', unit: 'OCU' }),
    hours: hoursPerMonth({ minor: true }),
    storage: dataStored({ label: 'Stored', help: 'GB of indexes kept in object storage.', default: '0' }),
  },
  charges: {
    indexing: {
      label: 'Indexing units',
      unit: 'OCU-hour',
      quantity: 'indexing * hours',
      rate: 'aws.opensearch-serverless/indexing-ocu-hour',
    },
    searching: {
      label: 'Search units',
      unit: 'OCU-hour',
      quantity: 'searching * hours',
      rate: 'aws.opensearch-serverless/search-ocu-hour',
    },
    storage: { label: 'Storage', unit: 'GB-month', quantity: 'storage', rate: 'aws.opensearch-serverless/storage' },
  },
})
