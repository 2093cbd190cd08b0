import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const trafficManager = service({
  id: 'azure.traffic-manager',
  name: 'Azure Traffic Manager',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/traffic-manager/',
  summary: 'DNS answers that send visitors to the best endpoint, billed by query and by watched endpoint.',
  keywords: ['dns', 'failover', 'geo routing', 'global load balancing', 'health check'],
  inputs: {
    queries: perMonth({ label: 'Queries', help: 'DNS queries answered a month.', unit: 'queries' }),
    endpoints: quantity({
      label: 'Azure endpoints',
      help: 'Endpoints in Azure whose health is checked.',
      unit: 'endpoints',
      default: '0',
    }),
    externalEndpoints: quantity({
      label: 'External endpoints',
      help: 'Endpoints outside of Azure whose health is checked.',
      unit: 'endpoints',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    queries: { label: 'Queries', unit: 'query', quantity: 'queries', rate: 'azure.traffic-manager/query' },
    endpoints: {
      label: 'Health checks, Azure',
      unit: 'endpoint-month',
      quantity: 'endpoints',
      rate: 'azure.traffic-manager/health-check-azure',
    },
    externalEndpoints: {
      label: 'Health checks, external',
      unit: 'endpoint-month',
      quantity: 'externalEndpoints',
      rate: 'azure.traffic-manager/health-check-external',
    },
  },
})
