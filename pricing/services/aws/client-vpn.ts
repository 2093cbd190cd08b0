import { hoursOfUse, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const clientVpn = service({
  id: 'aws.client-vpn',
  name: 'Client VPN',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/vpn/pricing/',
  summary: 'Lets people reach a private network, billed by associated subnets and by connected hours.',
  keywords: ['remote access', 'openvpn', 'employees', 'virtual private network'],
  inputs: {
    associations: quantity({
      label: 'Associated subnets',
      help: 'Subnets associated with the endpoint, one for each zone.',
      unit: 'subnets',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the endpoint is associated; the whole month unless you say otherwise.' }),
    people: quantity({ label: 'People', help: 'People who connect.', unit: 'people' }),
    connectedHours: hoursOfUse({ label: 'Connected hours', help: 'Hours a month that each of them is connected, such as 160.' }),
  },
  charges: {
    associations: {
      label: 'Association hours',
      unit: 'hour',
      quantity: 'associations * hours',
      rate: 'aws.client-vpn/association-hour',
    },
    connections: {
      label: 'Connection hours',
      unit: 'hour',
      quantity: 'people * connectedHours',
      rate: 'aws.client-vpn/connection-hour',
    },
  },
})
