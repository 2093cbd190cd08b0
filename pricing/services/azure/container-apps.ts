import { dataStored, hoursOfUse, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Replicas are billed by the second, active or idle: idle ones, kept as a minimum and serving nothing, pay less for the vCPU and as much for
 * memory (https://techcommunity.microsoft.com/blog/appsonazureblog/understanding-idle-usage-in-azure-container-apps/4419197). A dedicated
 * plan pays for its nodes instead, and a fee for the plan: https://learn.microsoft.com/azure/container-apps/billing
 */
export const containerApps = service({
  id: 'azure.container-apps',
  name: 'Azure Container Apps',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/container-apps/',
  summary: 'Containers without servers, billed by the seconds of vCPU and memory of the running replicas, and by requests.',
  keywords: ['containers', 'serverless', 'replicas', 'vcpu-second', 'microservices', 'kubernetes'],
  inputs: {
    replicas: quantity({
      label: 'Active replicas',
      help: 'Replicas at work on average while the app is active.',
      unit: 'replicas',
    }),
    activeHours: hoursOfUse({
      label: 'Active hours',
      help: 'Hours a month in which those replicas are at work.',
      default: '24 h/day',
    }),
    vcpus: quantity({ label: 'vCPUs of a replica', help: 'Virtual processors of each replica, 0.25 to 4.', unit: 'vCPUs', default: '0.5' }),
    memory: dataStored({ label: 'Memory of a replica', help: 'GB of memory of each replica, usually twice its vCPUs.', default: '1' }),
    requests: perMonth({ label: 'Requests', help: 'HTTP requests a month from outside; calls inside are free.', unit: 'requests' }),
    idleReplicas: quantity({
      label: 'Idle replicas',
      help: 'Replicas kept as a minimum that serve nothing.',
      unit: 'replicas',
      default: '0',
    }),
    idleHours: hoursOfUse({
      label: 'Idle hours',
      help: 'Hours a month in which those replicas are idle.',
      default: '24 h/day',
      minor: true,
    }),
    dedicatedPlans: quantity({
      label: 'Dedicated plans',
      help: 'Environments that have dedicated workload profiles; each pays a fee by the hour.',
      unit: 'plans',
      default: '0',
      minor: true,
    }),
    dedicatedVcpus: quantity({
      label: 'Dedicated vCPUs',
      help: 'Virtual processors of all dedicated nodes, on average.',
      unit: 'vCPUs',
      default: '0',
      minor: true,
    }),
    dedicatedMemory: dataStored({
      label: 'Dedicated memory',
      help: 'GB of memory of all dedicated nodes, on average.',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    activeSeconds: 'replicas * activeHours * 3600',
    idleSeconds: 'idleReplicas * idleHours * 3600',
  },
  charges: {
    active: {
      label: 'Active vCPU',
      unit: 'vCPU-second',
      quantity: 'activeSeconds * vcpus',
      rate: 'azure.container-apps-consumption/vcpu-active',
    },
    idle: { label: 'Idle vCPU', unit: 'vCPU-second', quantity: 'idleSeconds * vcpus', rate: 'azure.container-apps-consumption/vcpu-idle' },
    memory: {
      label: 'Memory of active replicas',
      unit: 'GiB-second',
      quantity: 'activeSeconds * memory',
      rate: 'azure.container-apps-consumption/memory-active',
    },
    idleMemory: {
      label: 'Memory of idle replicas',
      unit: 'GiB-second',
      quantity: 'idleSeconds * memory',
      rate: 'azure.container-apps-consumption/memory-active',
    },
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'azure.container-apps-consumption/request' },
    dedicatedPlans: {
      label: 'Dedicated plan',
      unit: 'hour',
      quantity: 'dedicatedPlans * hours_in_month',
      rate: 'azure.container-apps-dedicated/plan',
    },
    dedicatedVcpus: {
      label: 'Dedicated vCPU',
      unit: 'vCPU-hour',
      quantity: 'dedicatedVcpus * hours_in_month',
      rate: 'azure.container-apps-dedicated/vcpu',
    },
    dedicatedMemory: {
      label: 'Dedicated memory',
      unit: 'GiB-hour',
      quantity: 'dedicatedMemory * hours_in_month',
      rate: 'azure.container-apps-dedicated/memory',
    },
  },
  columns: { count: 'replicas' },
})
