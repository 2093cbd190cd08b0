import type { ComputeSize } from '#pricing/catalog/types.ts'

/** What a machine has, in words to be joined: `4 vCPU`, `16 GiB`, `1 × A100`. What the price book does not know (0) is left out. */
export function machineParts(size: ComputeSize, number: (value: number) => string): readonly string[] {
  return [
    ...(size.vcpu > 0 ? [`${number(size.vcpu)} vCPU`] : []),
    ...(size.memoryGib > 0 ? [`${number(size.memoryGib)} GiB`] : []),
    ...(size.gpuCount > 0 ? [gpuText(size, number)] : []),
  ]
}

/** `1 × A100`; empty for a machine without graphics processors. */
export function gpuText({ gpuCount, gpuModel }: ComputeSize, number: (value: number) => string): string {
  return gpuCount === 0 ? '' : `${number(gpuCount)} × ${gpuModel.replace(/^NVIDIA /, '')}`
}
