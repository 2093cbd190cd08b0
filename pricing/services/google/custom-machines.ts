import { choice, dataStored, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Priced by the vCPU and the GiB. What runs longer than a quarter of the month costs less and less (N1: 100, 80, 60 and 40 %
 * of the price in the four quarters; N2 and N2D: 100, 86.78, 73.3 and 60 %; E2 and N4: always 100 %), not on spot capacity.
 * Machines that change by the hour are counted together, those of custom types apart from predefined ones: both are listed for themselves.
 * https://cloud.google.com/compute/docs/sustained-use-discounts
 */
export const customMachines = service({
  id: 'google.custom-machines',
  name: 'Compute Engine custom machines',
  cloud: 'google',
  category: 'compute',
  source: 'https://cloud.google.com/compute/all-pricing',
  summary: 'Virtual machines with vCPUs and memory of your choice, billed by the second for each vCPU and GB.',
  keywords: ['vm', 'custom machine type', 'n2-custom', 'e2-custom', 'extended memory', 'gce'],
  inputs: {
    family: choice({
      label: 'Machine family',
      help: 'The series of the machine; E2 costs least, N2 and newer series compute faster.',
      options: { n1: 'N1', n2: 'N2', n2d: 'N2D', e2: 'E2', n4: 'N4', n4a: 'N4A', n4d: 'N4D' },
      default: 'e2',
    }),
    capacity: choice({
      label: 'Capacity',
      help: 'Spot machines cost less and may be stopped at any time with 30 seconds’ notice.',
      options: { standard: 'Standard', spot: 'Spot' },
      default: 'standard',
    }),
    count: quantity({ label: 'Machines', help: 'How many machines of this shape run side by side.', unit: 'machines', default: '1' }),
    vcpus: quantity({ label: 'Virtual CPUs', help: 'Virtual CPUs of one machine.', unit: 'vCPU', default: '2' }),
    memory: dataStored({ label: 'Memory', help: 'Memory of one machine in GB, within what its vCPUs may have.', default: '8' }),
    extendedMemory: dataStored({
      label: 'Extended memory',
      help: 'GB of one machine above what its vCPUs may have, which have a price of their own.',
      default: '0',
      minor: true,
    }),
    hours: hoursPerMonth(),
  },
  derived: {
    machineHours: 'count * hours',
    used: 'min(1, hours / hours_in_month)',
    paidN1: 'min(used, 0.25) + 0.8 * max(0, min(used, 0.5) - 0.25) + 0.6 * max(0, min(used, 0.75) - 0.5) + 0.4 * max(0, used - 0.75)',
    paidN2: 'min(used, 0.25) + 0.8678 * max(0, min(used, 0.5) - 0.25) + 0.733 * max(0, min(used, 0.75) - 0.5) + 0.6 * max(0, used - 0.75)',
    savedN1: 'if(used > 0, 1 - paidN1 / used, 0)',
    savedN2: 'if(used > 0, 1 - paidN2 / used, 0)',
  },
  charges: {
    vcpuN1: {
      label: 'Virtual CPU, sustained use',
      unit: 'vCPU-hour',
      quantity: 'machineHours * vcpus',
      when: { family: ['n1'], capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/vcpu-hour',
      discount: 'savedN1',
      together: { resource: 'vcpu', series: 'family', runs: 'used' },
    },
    vcpuN2: {
      label: 'Virtual CPU, sustained use',
      unit: 'vCPU-hour',
      quantity: 'machineHours * vcpus',
      when: { family: ['n2', 'n2d'], capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/vcpu-hour',
      discount: 'savedN2',
      together: { resource: 'vcpu', series: 'family', runs: 'used' },
    },
    vcpu: {
      label: 'Virtual CPU',
      unit: 'vCPU-hour',
      quantity: 'machineHours * vcpus',
      when: { family: ['e2', 'n4', 'n4a', 'n4d'], capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/vcpu-hour',
    },
    memoryN1: {
      label: 'Memory, sustained use',
      unit: 'GB-hour',
      quantity: 'machineHours * memory',
      when: { family: ['n1'], capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/memory-hour',
      discount: 'savedN1',
      together: { resource: 'memory', series: 'family', runs: 'used' },
    },
    memoryN2: {
      label: 'Memory, sustained use',
      unit: 'GB-hour',
      quantity: 'machineHours * memory',
      when: { family: ['n2', 'n2d'], capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/memory-hour',
      discount: 'savedN2',
      together: { resource: 'memory', series: 'family', runs: 'used' },
    },
    memory: {
      label: 'Memory',
      unit: 'GB-hour',
      quantity: 'machineHours * memory',
      when: { family: ['e2', 'n4', 'n4a', 'n4d'], capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/memory-hour',
    },
    extendedMemory: {
      label: 'Extended memory',
      unit: 'GB-hour',
      quantity: 'machineHours * extendedMemory',
      when: { capacity: ['standard'] },
      rate: 'google.compute-custom-{family}/extended-memory-hour',
    },
    spotVcpu: {
      label: 'Virtual CPU, spot',
      unit: 'vCPU-hour',
      quantity: 'machineHours * vcpus',
      when: { capacity: ['spot'] },
      rate: 'google.compute-custom-{family}/spot-vcpu-hour',
    },
    spotMemory: {
      label: 'Memory, spot',
      unit: 'GB-hour',
      quantity: 'machineHours * (memory + extendedMemory)',
      when: { capacity: ['spot'] },
      rate: 'google.compute-custom-{family}/spot-memory-hour',
    },
  },
  columns: { size: 'family', count: 'count' },
})
