import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const privateEndpoint = service({
  id: 'azure.private-endpoint',
  name: 'Azure Private Link endpoints',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/private-link/',
  summary: 'Private addresses of services inside a virtual network, billed by the hour and by data.',
  keywords: ['private link', 'private endpoint', 'vnet', 'service endpoint'],
  inputs: {
    count: quantity({ label: 'Endpoints', help: 'How many private endpoints there are.', unit: 'endpoints', default: '1' }),
    hours: hoursPerMonth(),
    dataIn: dataPerMonth({ label: 'Data in', help: 'GB a month sent through the endpoints to services.' }),
    dataOut: dataPerMonth({ label: 'Data out', help: 'GB a month that services answer through the endpoints.' }),
  },
  charges: {
    hours: { label: 'Endpoint hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.private-endpoint/hour' },
    dataIn: { label: 'Data in', unit: 'GB', quantity: 'dataIn', rate: 'azure.private-endpoint/data-inbound' },
    dataOut: { label: 'Data out', unit: 'GB', quantity: 'dataOut', rate: 'azure.private-endpoint/data-outbound' },
  },
  columns: { count: 'count' },
})
