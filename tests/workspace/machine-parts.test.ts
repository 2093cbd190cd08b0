import { describe, expect, it } from 'vitest'
import type { ComputeSize } from '#pricing/catalog/types.ts'
import { machineParts } from '#renderer/workspace/machine-parts.ts'

const size: ComputeSize = {
  cloud: 'aws',
  size: 'g5.xlarge',
  family: 'g5',
  vcpu: 4,
  memoryGib: 16,
  gpuCount: 1,
  gpuModel: 'NVIDIA A10G',
  architecture: 'x86',
}

describe('what a machine has', () => {
  it('is said in vCPU, memory and graphics processors', () => {
    expect(machineParts(size, String)).toEqual(['4 vCPU', '16 GiB', '1 × A10G'])
  })

  it('leaves out what the price book does not know, instead of calling it 0', () => {
    expect(machineParts({ ...size, vcpu: 0, memoryGib: 0, gpuCount: 0 }, String)).toEqual([])
  })
})
