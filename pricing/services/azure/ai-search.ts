import { choice, hoursPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Search units are replicas × partitions. */
export const aiSearch = service({
  id: 'azure.ai-search',
  name: 'Azure AI Search',
  cloud: 'azure',
  category: 'machine-learning',
  source: 'https://azure.microsoft.com/pricing/details/search/',
  summary: 'Full-text and vector search, billed by the hour of search units.',
  keywords: ['search', 'cognitive search', 'vector', 'rag', 'index', 'retrieval'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Storage and speed of each unit grow along the list; L tiers hold much and answer slowly.',
      options: {
        basic: 'Basic',
        s1: 'Standard S1',
        s2: 'Standard S2',
        s3: 'Standard S3',
        l1: 'Storage optimized L1',
        l2: 'Storage optimized L2',
      },
      default: 'basic',
    }),
    replicas: quantity({
      label: 'Replicas',
      help: 'Copies of the index that answer; three for a full service level.',
      unit: 'replicas',
      default: '1',
    }),
    partitions: quantity({ label: 'Partitions', help: 'Parts that the index is spread over.', unit: 'partitions', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the service exists; it cannot be stopped.' }),
    semanticQueries: perMonth({
      label: 'Semantic queries',
      help: 'Queries a month that the semantic ranker orders.',
      unit: 'queries',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    units: { label: 'Search units', unit: 'unit-hour', quantity: 'replicas * partitions * hours', rate: 'azure.ai-search/{plan}' },
    semantic: { label: 'Semantic queries', unit: 'query', quantity: 'semanticQueries', rate: 'azure.ai-search/semantic-query' },
  },
  columns: { size: 'plan', count: 'replicas' },
})
