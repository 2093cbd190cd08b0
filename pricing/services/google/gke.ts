import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Standard and Autopilot clusters pay the same fee, of which one zonal or Autopilot cluster of an account is free. */
export const gke = service({
  id: 'google.gke',
  name: 'GKE cluster',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/kubernetes-engine/pricing',
  summary: 'Managed Kubernetes control plane, billed by the hour of each cluster; nodes and Autopilot pods are rows of their own.',
  keywords: ['kubernetes', 'k8s', 'cluster', 'control plane', 'containers', 'google kubernetes engine'],
  inputs: {
    support: choice({
      label: 'Version support',
      help: 'Standard for the 14 months after a Kubernetes version appears, extended for the 10 that follow.',
      options: { standard: 'Standard support', extended: 'Extended support' },
      default: 'standard',
    }),
    count: quantity({
      label: 'Clusters',
      help: 'How many clusters there are, zonal, regional or Autopilot.',
      unit: 'clusters',
      default: '1',
    }),
    hours: hoursPerMonth(),
  },
  charges: {
    clusters: { label: 'Cluster hours', unit: 'hour', quantity: 'count * hours', rate: 'google.gke/cluster-hour' },
    extended: {
      label: 'Extended support',
      unit: 'hour',
      quantity: 'count * hours',
      when: { support: ['extended'] },
      rate: 'google.gke/extended-support-surcharge',
    },
  },
  columns: { size: 'support', count: 'count' },
})
