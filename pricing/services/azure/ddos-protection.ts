import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A plan covers 100 public addresses of a tenant; IP protection is bought for single addresses instead. */
export const ddosProtection = service({
  id: 'azure.ddos-protection',
  name: 'Azure DDoS Protection',
  cloud: 'azure',
  category: 'security',
  source: 'https://azure.microsoft.com/pricing/details/ddos-protection/',
  summary: 'Protection of public addresses against floods, by a plan for many or for single addresses.',
  keywords: ['ddos', 'denial of service', 'network protection'],
  inputs: {
    plans: quantity({ label: 'Plans', help: 'Protection plans, usually one for the whole tenant.', unit: 'plans', default: '1' }),
    hours: hoursPerMonth({ minor: true }),
    extraAddresses: quantity({
      label: 'Addresses above 100',
      help: 'Protected addresses beyond the 100 of each plan.',
      unit: 'addresses',
      default: '0',
      minor: true,
    }),
    singleAddresses: quantity({
      label: 'IP protection',
      help: 'Addresses protected one by one, without a plan.',
      unit: 'addresses',
      default: '0',
    }),
  },
  charges: {
    plans: { label: 'Plan hours', unit: 'hour', quantity: 'plans * hours', rate: 'azure.ddos-protection/plan-hour' },
    extraAddresses: {
      label: 'Addresses above 100',
      unit: 'address-month',
      quantity: 'extraAddresses',
      rate: 'azure.ddos-protection/extra-address',
    },
    singleAddresses: {
      label: 'IP protection',
      unit: 'address-month',
      quantity: 'singleAddresses',
      rate: 'azure.ddos-protection/ip-protection',
    },
  },
  columns: { count: 'plans' },
})
