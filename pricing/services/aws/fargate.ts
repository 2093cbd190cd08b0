import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Billed from the start of the image download to the end of the task, by the second, one minute at least. 20 GB of disk are included. */
export const fargate = service({
  id: 'aws.fargate',
  name: 'Fargate tasks',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/fargate/pricing/',
  summary: 'Containers without servers for ECS and EKS, billed by virtual CPU, memory and time.',
  keywords: ['container', 'ecs', 'eks', 'pod', 'serverless', 'docker'],
  inputs: {
    architecture: choice({
      label: 'Processor',
      help: 'Processor of the tasks; Arm costs a fifth less than x86.',
      options: { x86: 'Linux x86', arm: 'Linux Arm (Graviton)' },
      default: 'x86',
    }),
    capacity: choice({
      label: 'Capacity',
      help: 'Spot capacity costs less and may be taken back with two minutes’ notice; its price here is for x86.',
      options: { standard: 'Standard', spot: 'Fargate Spot' },
      default: 'standard',
    }),
    tasks: quantity({ label: 'Tasks', help: 'Tasks or pods running side by side.', unit: 'tasks', default: '1' }),
    vcpus: quantity({
      label: 'Virtual CPUs',
      help: 'Virtual CPUs of one task, 0.25 to 16.',
      unit: 'vCPU',
      default: '0.25',
      min: 0.25,
      max: 16,
    }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one task in GB, 0.5 to 120.', default: '0.5', min: 0.5, max: 120 }),
    storage: dataStored({
      label: 'Disk',
      help: 'Disk of one task in GB, 20 to 200; 20 are included.',
      default: '20',
      min: 20,
      max: 200,
      minor: true,
    }),
    hours: hoursPerMonth({ help: 'Hours a month that each task runs, such as 1 h/day; the whole month unless you say otherwise.' }),
  },
  derived: {
    taskHours: 'tasks * hours',
  },
  charges: {
    cpu: {
      label: 'Virtual CPU',
      unit: 'vCPU-hour',
      quantity: 'taskHours * vcpus',
      when: { capacity: ['standard'] },
      rate: 'aws.fargate/vcpu-hour-{architecture}',
      covered: 'fargate',
    },
    memory: {
      label: 'Memory',
      unit: 'GB-hour',
      quantity: 'taskHours * memory',
      when: { capacity: ['standard'] },
      rate: 'aws.fargate/gb-hour-{architecture}',
      covered: 'fargate',
    },
    spotCpu: {
      label: 'Virtual CPU, Spot',
      unit: 'vCPU-hour',
      quantity: 'taskHours * vcpus',
      when: { capacity: ['spot'], architecture: ['x86'] },
      rate: 'aws.fargate-spot/vcpu-hour',
    },
    spotMemory: {
      label: 'Memory, Spot',
      unit: 'GB-hour',
      quantity: 'taskHours * memory',
      when: { capacity: ['spot'], architecture: ['x86'] },
      rate: 'aws.fargate-spot/memory-gb-hour',
    },
    spotCpuArm: {
      label: 'Virtual CPU, Spot on Arm',
      unit: 'vCPU-hour',
      quantity: 'taskHours * vcpus',
      when: { capacity: ['spot'], architecture: ['arm'] },
      rate: 'aws.fargate-spot/vcpu-hour-arm',
    },
    spotMemoryArm: {
      label: 'Memory, Spot on Arm',
      unit: 'GB-hour',
      quantity: 'taskHours * memory',
      when: { capacity: ['spot'], architecture: ['arm'] },
      rate: 'aws.fargate-spot/memory-gb-hour-arm',
    },
    storage: { label: 'Disk above 20 GB', unit: 'GB-hour', quantity: 'taskHours * (storage - 20)', rate: 'aws.fargate/storage-gb-hour' },
  },
  columns: { size: 'architecture', count: 'tasks' },
})
