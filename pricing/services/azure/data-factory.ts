import { hoursOfUse, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A copy takes data integration units (DIU) for its time, four unless told otherwise; each activity and each trigger counts as a run. */
export const dataFactory = service({
  id: 'azure.data-factory',
  name: 'Azure Data Factory',
  cloud: 'azure',
  category: 'analytics',
  source: 'https://azure.microsoft.com/pricing/details/data-factory/data-pipeline/',
  summary: 'Pipelines that copy and transform data, billed by runs, by copying and by the time of activities.',
  keywords: ['etl', 'pipeline', 'copy', 'integration runtime', 'data flow', 'orchestration'],
  inputs: {
    runs: perMonth({ label: 'Runs', help: 'Activities, triggers and test runs a month.', unit: 'runs' }),
    diuHours: quantity({
      label: 'Copying',
      help: 'DIU-hours a month: copies × hours × data integration units, 4 by default.',
      unit: 'DIU-hours',
    }),
    pipelineHours: hoursOfUse({
      label: 'Pipeline activities',
      help: 'Hours a month of activities such as lookups and deletes.',
      default: '0',
    }),
    externalHours: hoursOfUse({
      label: 'External activities',
      help: 'Hours a month that activities wait for other services, such as Databricks.',
      default: '0',
    }),
    dataFlowHours: quantity({
      label: 'Data flows',
      help: 'Hours × vCores a month of data flows on general purpose clusters, at least 8 vCores each.',
      unit: 'vCore-hours',
      default: '0',
    }),
    selfHostedRuns: perMonth({
      label: 'Runs, self-hosted',
      help: 'Activities a month on integration runtimes of your own.',
      unit: 'runs',
      default: '0',
      minor: true,
    }),
    selfHostedHours: quantity({
      label: 'Copying, self-hosted',
      help: 'Hours a month of copies on integration runtimes of your own.',
      unit: 'hours',
      default: '0',
      minor: true,
    }),
    entities: perMonth({
      label: 'Entities read and written',
      help: 'Pipelines, datasets and triggers created, read and changed a month.',
      unit: 'entities',
      default: '0',
      minor: true,
    }),
    monitored: perMonth({
      label: 'Run records read',
      help: 'Records of runs that are read for monitoring a month.',
      unit: 'records',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    runs: { label: 'Runs', unit: 'run', quantity: 'runs', rate: 'azure.data-factory/orchestration-run' },
    copying: { label: 'Copying', unit: 'DIU-hour', quantity: 'diuHours', rate: 'azure.data-factory/data-movement' },
    pipeline: { label: 'Pipeline activities', unit: 'hour', quantity: 'pipelineHours', rate: 'azure.data-factory/pipeline-activity' },
    external: { label: 'External activities', unit: 'hour', quantity: 'externalHours', rate: 'azure.data-factory/external-activity' },
    dataFlows: { label: 'Data flows', unit: 'vCore-hour', quantity: 'dataFlowHours', rate: 'azure.data-factory/dataflow-gp' },
    selfHostedRuns: {
      label: 'Runs, self-hosted',
      unit: 'run',
      quantity: 'selfHostedRuns',
      rate: 'azure.data-factory/orchestration-run-self-hosted',
    },
    selfHostedCopying: {
      label: 'Copying, self-hosted',
      unit: 'hour',
      quantity: 'selfHostedHours',
      rate: 'azure.data-factory/data-movement-self-hosted',
    },
    entities: { label: 'Entities read and written', unit: 'entity', quantity: 'entities', rate: 'azure.data-factory/read-write' },
    monitored: { label: 'Run records read', unit: 'entity', quantity: 'monitored', rate: 'azure.data-factory/monitoring' },
  },
})
