import type { Worked } from '../../kit.ts'

export const analyticsMonths: readonly Worked[] = [
  {
    name: 'Data Factory: 2,000 runs, 480 DIU-hours, lookups and data flows',
    rows: [
      {
        service: 'azure.data-factory',
        region: 'westeurope',
        inputs: { runs: '2,000', diuHours: '480', pipelineHours: '20', dataFlowHours: '80', entities: '100,000', monitored: '100,000' },
      },
    ],
    working: '2,000 × 0.001 + 480 × 0.25 + 20 × 0.005 + 80 × 0.268 + 100,000 × 0.00001 + 100,000 × 0.000005',
    total: 145.04,
  },
  {
    name: 'Databricks: jobs of four nodes at 0.75 DBU for 4 h a day, and an all-purpose cluster of the Standard plan',
    rows: [
      { service: 'azure.databricks', inputs: { nodes: '4', dbuPerHour: '0.75', hours: '4 h/day' } },
      { service: 'azure.databricks', inputs: { plan: 'standard', workload: 'all-purpose', dbuPerHour: '1.5', hours: '100' } },
    ],
    working: '4 × 0.75 × 730 × 4 ÷ 24 × 0.3 + 1.5 × 100 × 0.4',
    total: 169.5,
  },
  {
    name: 'Databricks SQL serverless in São Paulo',
    rows: [
      { service: 'azure.databricks', region: 'brazilsouth', inputs: { nodes: '0', dbuPerHour: '0', hours: '0', sqlServerless: '200' } },
    ],
    working: '200 × 1.09',
    total: 218,
  },
  {
    name: 'Synapse: 10 TB read by serverless queries',
    rows: [{ service: 'azure.synapse', region: 'westeurope', inputs: { scanned: '10 TB' } }],
    working: '10 × 5',
    total: 50,
  },
  {
    name: 'AI Search: two replicas over two partitions of S2',
    rows: [{ service: 'azure.ai-search', inputs: { plan: 's2', replicas: '2', partitions: '2' } }],
    working: '4 × 730 × 1.344',
    total: 3924.48,
  },
  {
    name: 'Azure Monitor: log alerts every minute and Prometheus samples',
    rows: [
      { service: 'azure.monitor', region: 'westeurope', inputs: { timeSeries: '0', frequency: '1min', logAlerts: '4', samples: '1e9' } },
    ],
    working: '4 × 3 + 1,000,000,000 × 0.000000016',
    total: 28,
  },
  {
    name: 'Azure Monitor: metric alerts, some of them dynamic, and emails',
    rows: [{ service: 'azure.monitor', inputs: { timeSeries: '50', dynamicSeries: '10', emails: '10,000' } }],
    working: '50 × 0.1 + 10 × 0.1 + 10,000 × 0.00002',
    total: 6.2,
  },
  {
    name: 'Log Analytics: 500 GB taken in and everything else a workspace does',
    rows: [
      {
        service: 'azure.log-analytics',
        region: 'westeurope',
        inputs: {
          ingested: '500',
          retained: '1,000',
          basicLogs: '200',
          searched: '100',
          archived: '2,000',
          searchJobs: '100',
          restored: '50',
          exported: '20',
        },
      },
    ],
    working: '500 × 2.99 + 1,000 × 0.13 + 200 × 0.65 + 100 × 0.0065 + 2,000 × 0.026 + 100 × 0.0065 + 50 × 0.13 + 20 × 0.13',
    total: 1817.4,
  },
  {
    name: 'Log Analytics: a commitment of 100 GB a day, filled and exceeded',
    rows: [
      { service: 'azure.log-analytics', region: 'westeurope', inputs: { plan: 'commitment', ingested: '1,000', retained: '0' } },
      { service: 'azure.log-analytics', region: 'westeurope', inputs: { plan: 'commitment', ingested: '4,000', retained: '0' } },
    ],
    working: '(730 ÷ 24 + 40) × 252.84',
    total: 17804.15,
  },
  {
    name: 'Application Insights: 100 GB taken in and 50 kept for 120 days',
    rows: [{ service: 'azure.application-insights', inputs: { ingested: '100', retention: '120', retained: '50' } }],
    working: '100 × 2.3 + 50 × 0.1',
    total: 235,
  },
  {
    name: 'Sentinel: 500 GB analysed',
    rows: [{ service: 'azure.sentinel', region: 'westeurope', inputs: { analysed: '500' } }],
    working: '500 × 2.99',
    total: 1495,
  },
]
