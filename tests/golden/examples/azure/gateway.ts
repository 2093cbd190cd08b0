import type { Example } from '../../kit.ts'

const page = 'https://learn.microsoft.com/azure/application-gateway/understanding-pricing'
const service = 'azure.application-gateway'
const idle = { connections: '0', throughput: '0', computeUnits: '0' }
const standard = { 'azure.application-gateway-standard-v2/hour': 0.246, 'azure.application-gateway-standard-v2/capacity-unit': 0.008 }
const firewall = { 'azure.application-gateway-waf-v2/hour': 0.443, 'azure.application-gateway-waf-v2/capacity-unit': 0.0144 }

export const gatewayExamples: readonly Example[] = [
  {
    name: 'a gateway that reserves eight instances for traffic of 88.8 Mbit/s pays for eighty units',
    source: `${page}, example 1a`,
    rows: [{ service, inputs: { ...idle, throughput: '88.8', instances: '8' } }],
    prices: standard,
    total: 646.78,
  },
  {
    name: 'one that reserves three instances for the same traffic pays for the forty it needs',
    source: `${page}, example 1b`,
    rows: [{ service, inputs: { ...idle, throughput: '88.8', instances: '3' } }],
    prices: standard,
    total: 413.18,
  },
  {
    name: 'a firewall that uses 65 units, sixty of them reserved',
    source: `${page}, example 2`,
    rows: [{ service, inputs: { ...idle, plan: 'waf-v2', computeUnits: '65', instances: '6' } }],
    prices: firewall,
    total: 1006.67,
  },
  {
    name: 'a firewall with a little load all the time pays for one whole unit',
    source: `${page}, example 3a`,
    rows: [{ service, inputs: { ...idle, plan: 'waf-v2', computeUnits: '0.2' } }],
    prices: firewall,
    total: 333.902,
    within: 0.0005,
  },
  {
    name: 'a firewall without load that reserves one instance pays for ten units',
    source: `${page}, example 3c`,
    rows: [{ service, inputs: { ...idle, plan: 'waf-v2', instances: '1' } }],
    prices: firewall,
    total: 428.51,
  },
  {
    name: 'a firewall with 25 new connections a second and 8.88 Mbit/s pays for four units',
    source: `${page}, example 4`,
    rows: [{ service, inputs: { connections: '0', throughput: '8.88', computeUnits: '=25 / 50', plan: 'waf-v2' } }],
    prices: firewall,
    total: 365.438,
    within: 0.0005,
  },
]
