import { choice, dataPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** The zone is that of the peering location: https://azure.microsoft.com/pricing/details/expressroute/ */
export const expressrouteCircuit = service({
  id: 'azure.expressroute-circuit',
  name: 'Azure ExpressRoute circuits',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/expressroute/',
  summary: 'Private lines into Azure, billed by the month of each circuit; the provider of the line charges its own part.',
  keywords: ['expressroute', 'private line', 'dedicated', 'hybrid', 'direct connect', 'circuit'],
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Local reaches near regions, Standard a geography, Premium the world; unlimited includes traffic out.',
      options: {
        'local-unlimited': 'Local, unlimited',
        'standard-metered': 'Standard, metered',
        'standard-unlimited': 'Standard, unlimited',
        'premium-metered': 'Premium, metered',
        'premium-unlimited': 'Premium, unlimited',
      },
      default: 'standard-metered',
    }),
    speed: choice({
      label: 'Speed',
      help: 'Bandwidth of each circuit; Local begins at 1 Gbit/s.',
      options: {
        '50m': '50 Mbit/s',
        '100m': '100 Mbit/s',
        '200m': '200 Mbit/s',
        '500m': '500 Mbit/s',
        '1g': '1 Gbit/s',
        '2g': '2 Gbit/s',
        '5g': '5 Gbit/s',
        '10g': '10 Gbit/s',
      },
      default: '1g',
    }),
    count: quantity({ label: 'Circuits', help: 'How many circuits there are.', unit: 'circuits', default: '1' }),
    egress: dataPerMonth({ label: 'Traffic out', help: 'GB a month from Azure over all circuits; metered plans charge it.' }),
  },
  charges: {
    circuits: {
      label: 'Circuits',
      unit: 'circuit-month',
      quantity: 'count',
      rate: 'azure.expressroute-circuit-{plan}/{speed}',
    },
    egress: {
      label: 'Traffic out',
      unit: 'GB',
      quantity: 'egress',
      when: { plan: ['standard-metered', 'premium-metered'] },
      rate: 'azure.expressroute-circuit/data-out',
    },
  },
  columns: { size: 'speed', count: 'count' },
})
