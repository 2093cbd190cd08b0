import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A version in extended support pays the standard hour and a surcharge. */
export const eks = service({
  id: 'aws.eks',
  name: 'EKS control plane',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/eks/pricing/',
  summary: 'Managed Kubernetes control plane, billed by the hour of each cluster; nodes are rows of their own.',
  keywords: ['kubernetes', 'k8s', 'cluster', 'control plane', 'containers'],
  inputs: {
    support: choice({
      label: 'Version support',
      help: 'Standard for the 14 months after a Kubernetes version appears, extended for the 12 that follow.',
      options: { standard: 'Standard support', extended: 'Extended support' },
      default: 'standard',
    }),
    count: quantity({ label: 'Clusters', help: 'How many clusters there are.', unit: 'clusters', default: '1' }),
    hours: hoursPerMonth(),
  },
  charges: {
    clusters: { label: 'Cluster hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.eks/cluster-hour' },
    extended: {
      label: 'Extended support',
      unit: 'hour',
      quantity: 'count * hours',
      when: { support: ['extended'] },
      rate: 'aws.eks/extended-support-surcharge',
    },
  },
  columns: { size: 'support', count: 'count' },
})
