import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Billed by what running pods request, not by nodes; the book has the prices of the general-purpose class. */
export const gkeAutopilot = service({
  id: 'google.gke-autopilot',
  name: 'GKE Autopilot pods',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/kubernetes-engine/pricing',
  summary: 'Pods on nodes that Google runs, billed by the virtual CPU, memory and temporary disk that they request.',
  keywords: ['kubernetes', 'k8s', 'containers', 'serverless', 'pod', 'autopilot'],
  inputs: {
    capacity: choice({
      label: 'Capacity',
      help: 'Spot pods cost less and may be stopped at any time.',
      options: { standard: 'Standard', spot: 'Spot pods' },
      default: 'standard',
    }),
    pods: quantity({ label: 'Pods', help: 'Pods running side by side.', unit: 'pods', default: '1' }),
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs that one pod requests, such as 0.5.', unit: 'vCPU', default: '0.5' }),
    memory: dataStored({ label: 'Memory', help: 'Memory that one pod requests, in GB.', default: '2' }),
    storage: dataStored({ label: 'Temporary disk', help: 'Temporary storage that one pod requests, in GB.', default: '1', minor: true }),
    hours: hoursPerMonth({ help: 'Hours a month that each pod runs, such as 8 h/day; the whole month unless you say otherwise.' }),
  },
  derived: {
    podHours: 'pods * hours',
  },
  charges: {
    vcpu: {
      label: 'Virtual CPU',
      unit: 'vCPU-hour',
      quantity: 'podHours * vcpus',
      when: { capacity: ['standard'] },
      rate: 'google.gke-autopilot/vcpu-hour',
    },
    memory: {
      label: 'Memory',
      unit: 'GB-hour',
      quantity: 'podHours * memory',
      when: { capacity: ['standard'] },
      rate: 'google.gke-autopilot/memory-hour',
    },
    spotVcpu: {
      label: 'Virtual CPU, spot',
      unit: 'vCPU-hour',
      quantity: 'podHours * vcpus',
      when: { capacity: ['spot'] },
      rate: 'google.gke-autopilot/spot-vcpu-hour',
    },
    spotMemory: {
      label: 'Memory, spot',
      unit: 'GB-hour',
      quantity: 'podHours * memory',
      when: { capacity: ['spot'] },
      rate: 'google.gke-autopilot/spot-memory-hour',
    },
    storage: {
      label: 'Temporary disk',
      unit: 'GB-month',
      quantity: 'podHours * storage / hours_in_month',
      rate: 'google.gke-autopilot/ephemeral-storage',
    },
  },
  columns: { size: 'capacity', count: 'pods' },
})
