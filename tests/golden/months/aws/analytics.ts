import type { Worked } from '../../kit.ts'

export const analyticsMonths: readonly Worked[] = [
  {
    name: 'Glue: sixty runs of a quarter of an hour on ten units, flexible ones, a crawler and the catalogue',
    rows: [
      { service: 'aws.glue', inputs: { runs: '60', hours: '15 min', crawlerHours: '5', objects: '200,000', requests: '2e6' } },
      { service: 'aws.glue', inputs: { job: 'etl-flex', runs: '10', hours: '1' } },
    ],
    working: '60 × 0.25 × 10 × 0.44 + 5 × 0.44 + 200,000 × 0.00001 + 2 M × 0.000001 + 100 × 0.29',
    total: 101.2,
  },
  {
    name: 'EMR Serverless in Singapore: five workers for 100 hours on Arm',
    rows: [{ service: 'aws.emr-serverless', region: 'ap-southeast-1', inputs: { architecture: 'arm', workers: '5', hours: '100' } }],
    working: '500 × 4 × 0.052585 + 500 × 16 × 0.005746',
    total: 151.138,
  },
  {
    name: 'Athena: 10,000 queries of 500 MB, and 1,000 of 2 MB that count as 10',
    rows: [
      { service: 'aws.athena', inputs: { queries: '10,000', scanned: '500' } },
      { service: 'aws.athena', inputs: { queries: '1,000', scanned: '2' } },
    ],
    working: '(5,000,000 + 10,000) / 1,048,576 × 5',
    total: 25_050_000 / 1_048_576,
  },
  {
    name: 'Redshift: two ra3.xlplus, 2 TB, 20 TB of files read, an added cluster for ten hours',
    rows: [{ service: 'aws.redshift', inputs: { storage: '2 TB', scanned: '20 TB', scalingHours: '10', backup: '100' } }],
    working: '2 × 740 × 1.086 + 2,048 × 0.024 + 20 × 5 + 100 × 0.023',
    total: 1758.732,
  },
  {
    name: 'Redshift Serverless: 16 units for three hours a day and 500 GB',
    rows: [{ service: 'aws.redshift-serverless', inputs: { units: '16', hours: '3 h/day', storage: '500' } }],
    working: '16 × 730/8 × 0.375 + 500 × 0.024',
    total: 559.5,
  },
  {
    name: 'OpenSearch: three m6g.large with 100 GB each and three managers of t3.small',
    rows: [{ service: 'aws.opensearch', inputs: { count: '3', masterSize: 't3.small', masters: '3', storage: '100' } }],
    working: '3 × 730 × 0.128 + 3 × 730 × 0.036 + 300 × 0.122',
    total: 395.76,
  },
]
