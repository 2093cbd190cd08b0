import { choice, hoursOfUse, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Databricks units (DBU) come on top of the machines, which are rows of their own; SQL serverless includes its machines. */
export const databricks = service({
  id: 'azure.databricks',
  name: 'Azure Databricks',
  cloud: 'azure',
  category: 'analytics',
  source: 'https://azure.microsoft.com/pricing/details/databricks/',
  summary: 'Spark clusters and warehouses, billed by Databricks units on top of the machines.',
  keywords: ['spark', 'dbu', 'lakehouse', 'notebook', 'warehouse', 'machine learning'],
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Premium adds access control and SQL warehouses.',
      options: { premium: 'Premium', standard: 'Standard' },
      default: 'premium',
    }),
    workload: choice({
      label: 'Workload',
      help: 'Clusters that people share cost more than those made for a job.',
      options: { 'all-purpose': 'All-purpose clusters', jobs: 'Jobs', 'jobs-light': 'Jobs light' },
      default: 'jobs',
    }),
    nodes: quantity({ label: 'Nodes', help: 'Nodes of the cluster on average, the driver included.', unit: 'nodes', default: '1' }),
    dbuPerHour: quantity({
      label: 'DBU of a node',
      help: 'Databricks units a node uses an hour, by its machine size: 0.75 for Standard_DS3_v2.',
      unit: 'DBU/h',
    }),
    hours: hoursOfUse({ label: 'Hours', help: 'Hours a month that the cluster runs, such as 4 h/day.' }),
    sqlServerless: quantity({
      label: 'SQL serverless',
      help: 'DBU a month of serverless SQL warehouses, with the Premium plan.',
      unit: 'DBU',
      default: '0',
    }),
  },
  charges: {
    work: {
      label: 'Databricks units',
      unit: 'DBU',
      quantity: 'nodes * dbuPerHour * hours',
      rate: 'azure.databricks-{plan}/dbu-{workload}',
    },
    sqlServerless: {
      label: 'SQL serverless',
      unit: 'DBU',
      quantity: 'sqlServerless',
      when: { plan: ['premium'] },
      rate: 'azure.databricks-premium/dbu-sql-serverless',
    },
  },
  columns: { size: 'workload', count: 'nodes' },
})
