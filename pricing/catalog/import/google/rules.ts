/** How one kind of SKU of the Cloud Billing Catalog is called here. The first rule that fits wins. */
export type GoogleRule = {
  /** `category.serviceDisplayName`. */
  readonly service: RegExp
  readonly description: RegExp
  /** `$1`: the first group of `description`, in lower case. */
  readonly key: string
  readonly unit: string
  /** `usageUnit` of the SKU, and how many of our units it is. */
  readonly per: Readonly<Record<string, number>>
}

function rule(service: RegExp, description: RegExp, key: string, unit: string, per: GoogleRule['per']): GoogleRule {
  return { service, description, key, unit, per }
}

const gibMonth = { 'GiBy.mo': 1 }
const gib = { GiBy: 1 }
const gibHour = { 'GiBy.h': 1 }
const hour = { h: 1 }
const second = { s: 1 }
const gibSecond = { 'GiBy.s': 1 }
const count = { count: 1 }

const engine = /^Compute Engine$/
const network = /^(?:Compute Engine|Networking)$/
const disks: readonly (readonly [words: string, name: string])[] = [
  ['Storage PD Capacity', 'pd-standard'],
  ['SSD backed PD Capacity', 'pd-ssd'],
  ['Balanced PD Capacity', 'pd-balanced'],
  ['Extreme PD Capacity', 'pd-extreme'],
]
const diskRules: readonly GoogleRule[] = disks.flatMap(([words, name]): GoogleRule[] => [
  rule(engine, new RegExp(`^Regional ${words}(?: in .+)?$`), `google.${name}-regional/storage`, 'GiB-month', gibMonth),
  rule(engine, new RegExp(`^${words}(?: in .+)?$`), `google.${name}/storage`, 'GiB-month', gibMonth),
])

const storage = /^Cloud Storage$/
const classes = 'Standard|Nearline|Coldline|Archive'

export const googleRules: readonly GoogleRule[] = [
  ...diskRules,
  rule(engine, /^Storage PD Snapshot(?: in .+)?$/, 'google.pd-snapshot/storage', 'GiB-month', gibMonth),
  rule(engine, /^Storage Image(?: in .+)?$/, 'google.disk-image/storage', 'GB-month', gibMonth),
  rule(network, /^Networking Cloud Nat Data Processing(?: in .+)?$/i, 'google.cloud-nat/data-processed', 'GiB', gib),
  rule(
    network,
    /^(?:Network Load Balancing: )?Forwarding Rule Minimum Service Charge(?: in .+)?$/,
    'google.cloud-load-balancing/forwarding-rules-first-5-hour',
    'hour',
    hour,
  ),
  rule(
    network,
    /^(?:Network Load Balancing: )?Forwarding Rule Additional Service Charge(?: in .+)?$/,
    'google.cloud-load-balancing/forwarding-rule-additional-hour',
    'hour',
    hour,
  ),
  rule(network, /^External IP Charge on a Standard VM(?: in .+)?$/, 'google.static-ip/in-use-vm-hour', 'hour', hour),
  rule(network, /^Static Ip Charge(?: in .+)?$/i, 'google.static-ip/unused-hour', 'hour', hour),
  rule(network, /^Network Inter Zone (?:Egress|Data Transfer Out)(?: in .+)?$/i, 'google.data-transfer/cross-zone', 'GiB', gib),
  rule(
    storage,
    new RegExp(`^(${classes}) Storage (?!.*(?:Multi-region|Dual-region|Early Delet|Class [AB])).+$`),
    'google.gcs-$1/storage',
    'GiB-month',
    gibMonth,
  ),
  rule(storage, new RegExp(`^Regional (${classes}) Class A Operations$`), 'google.gcs-$1/operation-class-a', 'operation', count),
  rule(storage, new RegExp(`^Regional (${classes}) Class B Operations$`), 'google.gcs-$1/operation-class-b', 'operation', count),
  rule(storage, /^(Nearline|Coldline|Archive) Data Retrieval$/, 'google.gcs-$1/retrieval', 'GiB', gib),
  rule(/^Kubernetes Engine$/, /^(?:Regional|Zonal) Kubernetes Clusters$/, 'google.gke/cluster-hour', 'hour', hour),
  rule(
    /^Cloud Run$/,
    /^(?:Services )?CPU (?:Allocation Time|\(Request-based billing\))(?: in .+)?$/,
    'google.cloud-run/cpu-request-based',
    'vCPU-second',
    second,
  ),
  rule(
    /^Cloud Run$/,
    /^(?:Services )?Memory (?:Allocation Time|\(Request-based billing\))(?: in .+)?$/,
    'google.cloud-run/memory-request-based',
    'GiB-second',
    gibSecond,
  ),
  rule(
    /^Cloud Run$/,
    /^(?:Services )?CPU \(Instance-based billing\)(?: in .+)?$/,
    'google.cloud-run/cpu-instance-based',
    'vCPU-second',
    second,
  ),
  rule(
    /^Cloud Run$/,
    /^(?:Services )?Memory \(Instance-based billing\)(?: in .+)?$/,
    'google.cloud-run/memory-instance-based',
    'GiB-second',
    gibSecond,
  ),
  rule(/^Cloud Run$/, /^Requests$/, 'google.cloud-run/request', 'request', count),
  rule(/^Cloud (?:Run )?Functions$/, /^Invocations$/, 'google.cloud-functions/invocation', 'invocation', count),
  rule(/^BigQuery$/, /^Analysis(?: \(.+\))?$/, 'google.bigquery/query-on-demand', 'TiB', { TiBy: 1 }),
  rule(/^BigQuery$/, /^Active Logical Storage(?: \(.+\))?$/, 'google.bigquery/storage-active', 'GiB-month', gibMonth),
  rule(/^BigQuery$/, /^Long[- ]Term Logical Storage(?: \(.+\))?$/, 'google.bigquery/storage-long-term', 'GiB-month', gibMonth),
  rule(/^Cloud Pub\/Sub$/, /^Message Delivery Basic$/, 'google.pubsub/throughput', 'TiB', { TiBy: 1 }),
  rule(/^Cloud SQL$/, /^Cloud SQL for (?:PostgreSQL|MySQL): (Zonal|Regional) - vCPU in .+$/, 'google.cloud-sql/vcpu-$1', 'vCPU-hour', hour),
  rule(
    /^Cloud SQL$/,
    /^Cloud SQL for (?:PostgreSQL|MySQL): (Zonal|Regional) - RAM in .+$/,
    'google.cloud-sql/memory-$1',
    'GB-hour',
    gibHour,
  ),
  rule(
    /^Cloud SQL$/,
    /^Cloud SQL for (?:PostgreSQL|MySQL): (Zonal|Regional) - Standard storage in .+$/,
    'google.cloud-sql/storage-ssd-$1',
    'GB-month',
    gibMonth,
  ),
  rule(/^Secret Manager$/, /^Secret version replica storage$/i, 'google.secret-manager/version', 'version-month', { mo: 1, 'count.mo': 1 }),
]

/**
 * Parts of machines: `N2 Instance Core running in Belgium`, `Spot Preemptible N2D AMD Instance Ram running in …`,
 * `Commitment v1: Compute optimized Cpu in Americas for 1 Year`. Groups: family, part.
 */
export const machinePart =
  /^(?:Commitment v1: )?(?:Spot Preemptible |Preemptible )?(?:(N1 Predefined|[A-Z]\d+[A-Z]?|Compute optimized)(?: AMD| Arm)? ?)?(?:Instance )?(Core|Cpu|Ram) (?:running )?in /

/** Services of the catalog, by display name, with their ids; what an update asks for unless told otherwise. */
export const googleServices: Readonly<Record<string, string>> = {
  'Compute Engine': '6F81-5844-456A',
  'Cloud Storage': '95FF-2EF5-5EA1',
  'Cloud SQL': '9662-B51E-5089',
  'Cloud Run': '152E-C115-5142',
  'Cloud Run Functions': '29E7-DA93-CA13',
  BigQuery: '24E6-581D-38E5',
  'Cloud Pub/Sub': 'A1E8-BE35-7EBC',
  'Kubernetes Engine': 'CCD8-9BF1-090E',
  Networking: 'E505-1604-58F8',
}
