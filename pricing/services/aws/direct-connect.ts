import { choice, dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const directConnect = service({
  id: 'aws.direct-connect',
  name: 'Direct Connect',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/directconnect/pricing/',
  summary: 'Line of your own into the cloud, billed by port hours and by GB out; data in is free.',
  keywords: ['dedicated line', 'hybrid', 'on-premises', 'private connection', 'port'],
  inputs: {
    port: choice({
      label: 'Port',
      help: 'Dedicated ports come from AWS, hosted ones through a partner; locations in Japan have prices of their own.',
      options: {
        'dedicated-port-1g': 'Dedicated, 1 Gbit/s',
        'dedicated-port-10g': 'Dedicated, 10 Gbit/s',
        'dedicated-port-100g': 'Dedicated, 100 Gbit/s',
        'dedicated-port-400g': 'Dedicated, 400 Gbit/s',
        'hosted-port-50m': 'Hosted, 50 Mbit/s',
        'hosted-port-100m': 'Hosted, 100 Mbit/s',
        'hosted-port-200m': 'Hosted, 200 Mbit/s',
        'hosted-port-300m': 'Hosted, 300 Mbit/s',
        'hosted-port-400m': 'Hosted, 400 Mbit/s',
        'hosted-port-500m': 'Hosted, 500 Mbit/s',
        'hosted-port-1g': 'Hosted, 1 Gbit/s',
        'hosted-port-2g': 'Hosted, 2 Gbit/s',
        'hosted-port-5g': 'Hosted, 5 Gbit/s',
        'hosted-port-10g': 'Hosted, 10 Gbit/s',
        'hosted-port-25g': 'Hosted, 25 Gbit/s',
      },
      default: 'dedicated-port-1g',
    }),
    count: quantity({
      label: 'Ports',
      help: 'Ports of this kind; two, at two locations, survive the loss of one.',
      unit: 'ports',
      default: '1',
    }),
    hours: hoursPerMonth(),
    dataOut: dataPerMonth({ label: 'Data out', help: 'GB a month sent from this region over all ports.' }),
  },
  charges: {
    ports: { label: 'Port hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.direct-connect/{port}' },
    dataOut: { label: 'Data out', unit: 'GB', quantity: 'dataOut', rate: 'aws.direct-connect/data-out' },
  },
  columns: { size: 'port', count: 'count' },
})
