import { wholeUp } from './scaling-policy.ts'

/** Cores and GiB. */
export type Resources = { readonly cpu: number; readonly memoryGib: number }

export type NodeSize = Resources & {
  /** What the node keeps for itself. */
  readonly reserved: Resources
  /** Most pods a node takes; 110 unless the platform says otherwise (https://kubernetes.io/docs/setup/best-practices/cluster-large/). */
  readonly maximumPods: number
}

export type NodesNeeded =
  | { readonly ok: true; readonly nodes: number; readonly podsPerNode: number; readonly limitedBy: 'cpu' | 'memory' | 'pods' }
  | { readonly ok: false; readonly reason: string; readonly fix: string }

/**
 * Nodes for so many replicas of one request: the scheduler places pods by their requests, not their limits.
 * Source: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export function nodesFor(replicas: number, request: Resources, node: NodeSize): NodesNeeded {
  const fits = {
    cpu: fitting(node.cpu - node.reserved.cpu, request.cpu),
    memory: fitting(node.memoryGib - node.reserved.memoryGib, request.memoryGib),
    pods: node.maximumPods,
  }
  const podsPerNode = Math.min(fits.cpu, fits.memory, fits.pods)
  const limitedBy = fits.cpu === podsPerNode ? 'cpu' : fits.memory === podsPerNode ? 'memory' : 'pods'
  if (podsPerNode >= 1) return { ok: true, nodes: wholeUp(replicas / podsPerNode), podsPerNode, limitedBy }
  const what = limitedBy === 'cpu' ? `${request.cpu} CPU` : limitedBy === 'memory' ? `${request.memoryGib} GiB` : 'a single pod'
  return { ok: false, reason: `One node cannot hold a replica: it has no room for ${what}`, fix: 'Choose a larger node or request less.' }
}

function fitting(free: number, request: number): number {
  return request > 0 ? Math.max(0, Math.floor(free / request + 1e-9)) : Infinity
}

/**
 * What Google Kubernetes Engine keeps: 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next 112, 2 % above,
 * and 100 MiB for eviction; 6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % above. Nodes below 1 GiB keep 255 MiB.
 * Source: https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
 */
export function reservedByGke(node: Resources): Resources {
  const memory = node.memoryGib < 1 ? 255 / 1024 : graduated(node.memoryGib, memorySteps)
  return { cpu: graduated(node.cpu, cpuSteps), memoryGib: memory + 100 / 1024 }
}

/**
 * What an EKS node keeps: 255 MiB and 11 MiB for each pod it may run, 100 MiB for eviction; cores as on GKE.
 * Source: https://github.com/awslabs/amazon-eks-ami (get_memory_mebibytes_to_reserve, get_cpu_millicores_to_reserve)
 */
export function reservedByEks(node: Resources, maximumPods: number): Resources {
  return { cpu: graduated(node.cpu, cpuSteps), memoryGib: (255 + 11 * maximumPods + 100) / 1024 }
}

type Step = { readonly upTo: number; readonly share: number }
const memorySteps: readonly Step[] = [
  { upTo: 4, share: 0.25 },
  { upTo: 8, share: 0.2 },
  { upTo: 16, share: 0.1 },
  { upTo: 128, share: 0.06 },
  { upTo: Infinity, share: 0.02 },
]
const cpuSteps: readonly Step[] = [
  { upTo: 1, share: 0.06 },
  { upTo: 2, share: 0.01 },
  { upTo: 4, share: 0.005 },
  { upTo: Infinity, share: 0.0025 },
]

function graduated(amount: number, steps: readonly Step[]): number {
  let [kept, from] = [0, 0]
  for (const { upTo, share } of steps) {
    kept += Math.max(0, Math.min(amount, upTo) - from) * share
    from = upTo
  }
  return kept
}
