import type { CapacityInputs } from './capacity.ts'
import type { Cloud } from './declare.ts'

/** Clouds that sell the same things under other names. */
export type VendorCloud = Exclude<Cloud, 'general'>

type OnClouds<T> = { readonly [C in VendorCloud]?: T }

/**
 * Services of different clouds that do the same work, with the quantities they share. What one of them charges for and another does
 * not has no place here: it stays to be filled in.
 * Sources: the vendors' own tables of equivalents, learn.microsoft.com/azure/architecture/aws-professional/services and
 * cloud.google.com/docs/get-started/aws-azure-gcp-service-comparison.
 */
export type Equivalence = {
  readonly name: string
  readonly services: OnClouds<string>
  /** An input of each service that counts the same in the same unit. */
  readonly inputs: readonly OnClouds<string>[]
  /** The input that holds the machine size: the nearest machine of the other cloud stands in for it. */
  readonly machine?: OnClouds<string>
  /** How each says what one of a count has, where that is no machine: what has as much of it on the other cloud stands in for it. */
  readonly capacity?: OnClouds<CapacityInputs>
  /** A choice of each service that means the same. */
  readonly choices?: readonly OnClouds<readonly [input: string, value: string]>[]
  /** Choices that must be made so that the shared quantities are what is charged. */
  readonly given?: OnClouds<Readonly<Record<string, string>>>
}

const everywhere = (input: string): OnClouds<string> => ({ aws: input, google: input, azure: input })

export const equivalences: readonly Equivalence[] = [
  {
    name: 'Virtual machines',
    services: { aws: 'aws.ec2', google: 'google.compute-engine', azure: 'azure.virtual-machines' },
    inputs: [everywhere('count'), everywhere('hours')],
    machine: everywhere('size'),
  },
  {
    name: 'Groups of machines that grow with the load',
    services: { aws: 'aws.auto-scaling-group', google: 'google.instance-group', azure: 'azure.vm-scale-set' },
    inputs: [everywhere('average'), everywhere('minimum'), { aws: 'maximum', google: 'maximum' }, everywhere('hours')],
    machine: everywhere('size'),
  },
  {
    name: 'Object storage',
    services: { aws: 'aws.s3', google: 'google.cloud-storage', azure: 'azure.blob-storage' },
    inputs: [
      everywhere('stored'),
      everywhere('retrieved'),
      { aws: 'putRequests', google: 'classA', azure: 'writes' },
      { aws: 'getRequests', google: 'classB', azure: 'reads' },
    ],
    choices: [
      { aws: ['class', 'standard'], google: ['class', 'standard'], azure: ['accessTier', 'hot'] },
      { aws: ['class', 'standard-ia'], google: ['class', 'nearline'], azure: ['accessTier', 'cool'] },
      { aws: ['class', 'glacier-instant'], google: ['class', 'coldline'], azure: ['accessTier', 'cold'] },
      { aws: ['class', 'glacier-deep-archive'], google: ['class', 'archive'], azure: ['accessTier', 'archive'] },
    ],
  },
  {
    name: 'Disks',
    services: { aws: 'aws.ebs', google: 'google.persistent-disk', azure: 'azure.disk-premium-ssd-v2' },
    inputs: [everywhere('storage'), everywhere('count'), everywhere('hours'), { aws: 'iops', azure: 'iops' }],
    given: { aws: { type: 'gp3' }, google: { type: 'balanced' } },
  },
  {
    name: 'Load balancers for web traffic',
    services: { aws: 'aws.application-load-balancer', google: 'google.cloud-load-balancing', azure: 'azure.application-gateway' },
    inputs: [{ aws: 'count', azure: 'count' }, everywhere('hours')],
  },
  {
    name: 'Load balancers for connections',
    services: { aws: 'aws.network-load-balancer', azure: 'azure.load-balancer' },
    inputs: [everywhere('count'), everywhere('hours'), everywhere('processed')],
  },
  {
    name: 'Gateways to the internet',
    services: { aws: 'aws.nat-gateway', google: 'google.cloud-nat', azure: 'azure.nat-gateway' },
    inputs: [everywhere('count'), everywhere('hours'), everywhere('processed')],
  },
  {
    name: 'Functions',
    services: { aws: 'aws.lambda', google: 'google.cloud-functions', azure: 'azure.functions' },
    inputs: [{ aws: 'requests', google: 'invocations', azure: 'executions' }, everywhere('duration'), everywhere('memory')],
  },
  {
    name: 'Containers without machines',
    services: { aws: 'aws.fargate', google: 'google.cloud-run', azure: 'azure.container-apps' },
    inputs: [
      { aws: 'tasks', google: 'instances', azure: 'replicas' },
      everywhere('vcpus'),
      everywhere('memory'),
      { aws: 'hours', google: 'hours', azure: 'activeHours' },
    ],
    given: { google: { billing: 'instance' } },
  },
  {
    name: 'Kubernetes',
    services: { aws: 'aws.eks', google: 'google.gke', azure: 'azure.aks' },
    inputs: [everywhere('count'), everywhere('hours')],
  },
  {
    name: 'Names',
    services: { aws: 'aws.route53', google: 'google.cloud-dns', azure: 'azure.dns' },
    inputs: [everywhere('zones'), { aws: 'standardQueries', google: 'queries', azure: 'queries' }],
  },
  {
    name: 'Traffic to the internet',
    services: { aws: 'aws.data-transfer', google: 'google.internet-egress', azure: 'azure.bandwidth' },
    inputs: [{ aws: 'internet', google: 'sent', azure: 'internet' }],
  },
  {
    name: 'Content delivery',
    services: { aws: 'aws.cloudfront', google: 'google.cloud-cdn', azure: 'azure.front-door' },
    inputs: [everywhere('egress'), { aws: 'httpsRequests', google: 'requests', azure: 'requests' }],
  },
  {
    name: 'PostgreSQL',
    services: { aws: 'aws.rds-postgres', google: 'google.cloud-sql', azure: 'azure.postgresql-flexible' },
    inputs: [everywhere('count'), everywhere('hours'), everywhere('storage'), { aws: 'backup', google: 'backups', azure: 'backup' }],
    choices: [
      { aws: ['deployment', 'single-az'], google: ['availability', 'zonal'], azure: ['availability', 'none'] },
      { aws: ['deployment', 'multi-az'], google: ['availability', 'regional'], azure: ['availability', 'standby'] },
    ],
    capacity: {
      aws: { size: 'size', kind: 'rds' },
      google: { vcpus: 'vcpus', memory: 'memory', most: 624 },
      azure: { size: 'size', kind: 'flexible-server' },
    },
  },
  {
    name: 'Caches',
    services: { aws: 'aws.elasticache', google: 'google.memorystore-redis', azure: 'azure.cache-for-redis' },
    inputs: [everywhere('count'), everywhere('hours')],
    capacity: {
      aws: { size: 'size', kind: 'elasticache' },
      google: { memory: 'memory', most: 300, pair: { input: 'serviceTier', value: 'standard' } },
      azure: { size: 'size', kind: 'azure-redis' },
    },
  },
  {
    name: 'Container images',
    services: { aws: 'aws.ecr', google: 'google.artifact-registry', azure: 'azure.container-registry' },
    inputs: [{ aws: 'stored', google: 'stored', azure: 'storage' }],
  },
  {
    name: 'Secrets',
    services: { aws: 'aws.secrets-manager', google: 'google.secret-manager', azure: 'azure.key-vault' },
    inputs: [
      { aws: 'secrets', google: 'versions' },
      { aws: 'requests', google: 'accesses', azure: 'operations' },
    ],
  },
  {
    name: 'Logs',
    services: { aws: 'aws.cloudwatch', google: 'google.cloud-logging', azure: 'azure.log-analytics' },
    inputs: [{ aws: 'logsIngested', google: 'ingested', azure: 'ingested' }],
  },
  {
    name: 'Public addresses',
    services: { aws: 'aws.public-ipv4', google: 'google.static-ip', azure: 'azure.public-ip' },
    inputs: [everywhere('count'), everywhere('hours')],
  },
  {
    name: 'Queues',
    services: { aws: 'aws.sqs', azure: 'azure.service-bus' },
    inputs: [{ aws: 'requests', azure: 'operations' }],
  },
]

/** What another cloud has in place of a service. Null where nothing there does the same work by the same quantities. */
export function equivalentOf(
  service: string,
  from: VendorCloud,
  to: VendorCloud,
): { readonly service: string; readonly by: Equivalence } | null {
  for (const by of equivalences) {
    const there = by.services[to]
    if (by.services[from] === service && there !== undefined) return { service: there, by }
  }
  return null
}
