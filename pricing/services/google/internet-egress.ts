import { choice, dataPerMonth } from '../fields.ts'
import { service } from '../service.ts'

export const internetEgress = service({
  id: 'google.internet-egress',
  name: 'Traffic to the internet',
  cloud: 'google',
  category: 'networking',
  source: 'https://cloud.google.com/vpc/network-pricing#internet_egress',
  summary: 'Traffic from machines and load balancers of a region to the internet, graded by volume; traffic in is free.',
  keywords: ['egress', 'bandwidth', 'data transfer out', 'premium tier', 'standard tier', 'network'],
  inputs: {
    route: choice({
      label: 'Network tier',
      help: 'Premium travels over Google’s network to the destination; standard leaves it near the region and costs less.',
      options: {
        premium: 'Premium, worldwide but China and Australia',
        'premium-to-china': 'Premium, to China but Hong Kong',
        'premium-to-australia': 'Premium, to Australia',
        standard: 'Standard',
      },
      default: 'premium',
    }),
    sent: dataPerMonth({ label: 'Out to the internet', help: 'GB a month sent to the internet, all services of the region together.' }),
  },
  charges: {
    sent: { label: 'Out to the internet', unit: 'GB', quantity: 'sent', rate: 'google.data-transfer/internet-egress-{route}' },
  },
  columns: { size: 'route' },
})
