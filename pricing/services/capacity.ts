import { isBurstable, isMeasured } from '#pricing/catalog/equivalents.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'

/** What one managed database or cache has. */
export type Capacity = {
  /** 0 where nobody chooses by it: caches are sold by their memory. */
  readonly vcpu: number
  readonly memoryGib: number
  /** Its vCPUs are not there all the time. */
  readonly burstable: boolean
  /** Machines that one of the count stands for. */
  readonly nodes: 1 | 2
}

/** How a service says it: by a size of this kind, or by amounts, as much as anybody asks for up to `most` GiB of memory. */
export type CapacityInputs =
  | { readonly size: string; readonly kind: SizeKind }
  | {
      readonly vcpus?: string
      readonly memory: string
      readonly most: number
      readonly pair?: { readonly input: string; readonly value: string }
    }

export type SizeKind = 'rds' | 'flexible-server' | 'elasticache' | 'azure-redis'

/** What a size has; null where nobody knows. */
export function capacityOf(kind: SizeKind, size: string, book: PriceBook): Capacity | null {
  switch (kind) {
    case 'rds':
      return ofMachine('aws', size.replace(/^db\./, ''), book)
    case 'flexible-server':
      return ofMachine('azure', machineOf(size), book)
    case 'elasticache':
      return ofMemory(usableMemory(size), 1)
    case 'azure-redis':
      return size.startsWith('premium-') ? null : ofMemory(redisMemory[size.replace(/^\w+-/, '')], size.startsWith('basic-') ? 1 : 2)
  }
}

/** A database's class is a machine of the cloud under another name. */
function ofMachine(cloud: 'aws' | 'azure', name: string, book: PriceBook): Capacity | null {
  const machine = book.size(cloud, name)
  if (machine === undefined || !isMeasured(machine)) return null
  return { vcpu: machine.vcpu, memoryGib: machine.memoryGib, burstable: isBurstable(machine), nodes: 1 }
}

/** `Standard_D2ds_v5` of `d2ds-v5`. */
function machineOf(size: string): string {
  return `Standard_${size.charAt(0).toUpperCase()}${size.slice(1).replaceAll('-', '_')}`
}

function ofMemory(memoryGib: number | undefined, nodes: 1 | 2): Capacity | null {
  return memoryGib === undefined ? null : { vcpu: 0, memoryGib, burstable: false, nodes }
}

/** GB of a node of Azure Cache for Redis. Source: azure.microsoft.com/pricing/details/cache */
const redisMemory: Readonly<Record<string, number>> = { c0: 0.25, c1: 1, c2: 2.5, c3: 6, c4: 13, c5: 26, c6: 53 }

/**
 * GiB that Redis has of a node: its parameter maxmemory, less than the machine has.
 * Source: docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html, “Redis OSS node-type specific parameters”.
 */
function usableMemory(size: string): number | undefined {
  const [, family = '', step = ''] = /^cache\.([a-z]\d[a-z]*)\.(\w+)$/.exec(size) ?? []
  const known = Object.entries(nodeMemory).find(([families]) => families.split(' ').includes(family))?.[1]
  return known !== undefined && Object.hasOwn(known, step) ? known[step] : undefined
}

const nodeMemory: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  't2 t3 t4g': { micro: 0.5, small: 1.37, medium: 3.09 },
  'm5 m6g m7g': { large: 6.38, xlarge: 12.93, '2xlarge': 26.04, '4xlarge': 52.26, '12xlarge': 157.12 },
  'r5 r6g r7g': { large: 13.07, xlarge: 26.32, '2xlarge': 52.82, '4xlarge': 105.81, '12xlarge': 317.77 },
}
