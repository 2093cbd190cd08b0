import { dataStored, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A processing unit (RPU) has 16 GB of memory. Billed by the second while queries run, one minute at least. */
export const redshiftServerless = service({
  id: 'aws.redshift-serverless',
  name: 'Redshift Serverless',
  cloud: 'aws',
  category: 'analytics',
  source: 'https://aws.amazon.com/redshift/pricing/',
  summary: 'Data warehouse without nodes, billed by processing units while queries run and by storage.',
  keywords: ['data warehouse', 'sql', 'analytics', 'rpu', 'serverless'],
  inputs: {
    units: quantity({ label: 'Processing units', help: 'RPU while queries run, 4 to 1,024.', unit: 'RPU', default: '8', max: 1024 }),
    hours: hoursOfUse({ label: 'Hours of queries', help: 'Hours a month in which queries run, such as 3 h/day.' }),
    storage: dataStored({ label: 'Managed storage', help: 'GB of tables kept, as the month’s average.' }),
  },
  charges: {
    units: { label: 'Processing units', unit: 'RPU-hour', quantity: 'units * hours', rate: 'aws.redshift-serverless/rpu-hour' },
    storage: { label: 'Managed storage', unit: 'GB-month', quantity: 'storage', rate: 'aws.redshift-serverless/managed-storage' },
  },
})
