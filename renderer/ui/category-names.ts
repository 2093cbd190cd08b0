import type { Category } from '#pricing/services/declare.ts'

/** Categories of services as a person reads them; new rows without a neighbour are grouped under these. */
export const categoryNames: Readonly<Record<Category, string>> = {
  compute: 'Compute',
  storage: 'Storage',
  databases: 'Databases',
  networking: 'Networking',
  'machine-learning': 'Machine learning',
  observability: 'Observability',
  integration: 'Integration',
  analytics: 'Analytics',
  security: 'Security',
  other: 'Other',
}
