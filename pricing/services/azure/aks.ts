import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const aks = service({
  id: 'azure.aks',
  name: 'AKS control plane',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/kubernetes-service/',
  summary: 'Managed Kubernetes control plane, billed by the hour of each cluster; nodes are rows of their own.',
  keywords: ['kubernetes', 'k8s', 'aks', 'cluster', 'control plane', 'containers'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Free has no service level, Standard has one, Premium adds two years of version support.',
      options: {
        free: 'Free, no service level',
        standard: 'Standard',
        'premium-lts': 'Premium, long-term support',
        automatic: 'AKS Automatic',
      },
      default: 'standard',
    }),
    count: quantity({ label: 'Clusters', help: 'How many clusters there are.', unit: 'clusters', default: '1' }),
    hours: hoursPerMonth(),
  },
  charges: {
    clusters: {
      label: 'Cluster hours',
      unit: 'hour',
      quantity: 'count * hours',
      when: { plan: ['standard', 'premium-lts', 'automatic'] },
      rate: 'azure.aks/control-plane-{plan}',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
