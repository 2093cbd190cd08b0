import { dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A scale unit of a VPN gateway carries 500 Mbit/s, one of an ExpressRoute gateway 2 Gbit/s: https://learn.microsoft.com/azure/virtual-wan/pricing-concepts */
export const virtualWan = service({
  id: 'azure.virtual-wan',
  name: 'Azure Virtual WAN',
  cloud: 'azure',
  category: 'networking',
  source: 'https://azure.microsoft.com/pricing/details/virtual-wan/',
  summary: 'Hubs that join networks, branches and circuits, billed by the hour of hubs and scale units and by data.',
  keywords: ['vwan', 'virtual hub', 'sd-wan', 'hub and spoke', 'transit', 'vpn', 'expressroute'],
  inputs: {
    count: quantity({ label: 'Hubs', help: 'How many Standard hubs there are.', unit: 'hubs', default: '1' }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month that the routers of all hubs pass on.' }),
    vpnUnits: quantity({
      label: 'VPN scale units',
      help: 'Scale units of the site-to-site gateways of each hub.',
      unit: 'units',
      default: '0',
    }),
    vpnConnections: quantity({
      label: 'VPN connections',
      help: 'Branches connected to each hub.',
      unit: 'connections',
      default: '0',
      minor: true,
    }),
    expressrouteUnits: quantity({
      label: 'ExpressRoute scale units',
      help: 'Scale units of the ExpressRoute gateways of each hub.',
      unit: 'units',
      default: '0',
    }),
    expressrouteConnections: quantity({
      label: 'ExpressRoute connections',
      help: 'Circuits connected to each hub.',
      unit: 'connections',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    hubHours: 'count * hours',
  },
  charges: {
    hours: { label: 'Hub hours', unit: 'hour', quantity: 'hubHours', rate: 'azure.virtual-hub/hour' },
    processed: { label: 'Processed data', unit: 'GB', quantity: 'processed', rate: 'azure.virtual-hub/data-processed' },
    vpnUnits: { label: 'VPN scale units', unit: 'unit-hour', quantity: 'hubHours * vpnUnits', rate: 'azure.vwan-vpn-gateway/scale-unit' },
    vpnConnections: {
      label: 'VPN connections',
      unit: 'connection-hour',
      quantity: 'hubHours * vpnConnections',
      rate: 'azure.vwan-vpn-gateway/connection',
    },
    expressrouteUnits: {
      label: 'ExpressRoute scale units',
      unit: 'unit-hour',
      quantity: 'hubHours * expressrouteUnits',
      rate: 'azure.expressroute-gateway/scale-unit',
    },
    expressrouteConnections: {
      label: 'ExpressRoute connections',
      unit: 'connection-hour',
      quantity: 'hubHours * expressrouteConnections',
      rate: 'azure.expressroute-gateway/connection',
    },
  },
  columns: { count: 'count' },
})
