import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** eDTUs a pool may have: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-elastic-pools */
const steps = {
  basic: [50, 100, 200, 300, 400, 800, 1200, 1600],
  standard: [50, 100, 200, 300, 400, 800, 1200, 1600, 2000, 2500, 3000],
  premium: [125, 250, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000],
} as const
type Tier = keyof typeof steps

function pools(tier: Tier): readonly string[] {
  return steps[tier].map((dtus) => `${tier}-${dtus}-edtu`)
}

function named(tier: Tier, word: string): Readonly<Record<string, string>> {
  return Object.fromEntries(steps[tier].map((dtus) => [`${tier}-${dtus}-edtu`, `${word}, ${dtus} eDTUs`]))
}

export const sqlElasticPoolDtu = service({
  id: 'azure.sql-elastic-pool-dtu',
  name: 'Azure SQL elastic pool, DTUs',
  cloud: 'azure',
  category: 'databases',
  source: 'https://azure.microsoft.com/pricing/details/azure-sql-database/elastic/',
  summary: 'Many SQL Server databases on the bundled compute and storage of one pool.',
  keywords: ['sql server', 'mssql', 'database', 'relational', 'elastic pool', 'edtu', 'multi-tenant'],
  inputs: {
    size: choice({
      label: 'Size',
      help: 'The bundle of each pool, shared by its databases.',
      options: { ...named('basic', 'Basic'), ...named('standard', 'Standard'), ...named('premium', 'Premium') },
      default: 'standard-200-edtu',
    }),
    count: quantity({ label: 'Pools', help: 'How many pools of this size there are.', unit: 'pools', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the pools exist.' }),
    extraStorage: dataStored({
      label: 'Storage beyond the included',
      help: 'GB of each pool above what its size includes; Basic pools cannot have more.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    compute: { label: 'Pools', unit: 'hour', quantity: 'count * hours', rate: 'azure.sql-elastic-pool/{size}' },
    extraStandard: {
      label: 'Storage beyond the included',
      unit: 'GB-month',
      quantity: 'count * extraStorage',
      when: { size: pools('standard') },
      rate: 'azure.sql-elastic-pool/extra-storage-standard',
    },
    extraPremium: {
      label: 'Storage beyond the included',
      unit: 'GB-month',
      quantity: 'count * extraStorage',
      when: { size: pools('premium') },
      rate: 'azure.sql-elastic-pool/extra-storage-premium',
    },
  },
  columns: { size: 'size', count: 'count' },
})
