/** How one kind of meter of the Azure Retail Prices API is called here. The first rule that fits wins. */
export type AzureRule = {
  readonly product: RegExp
  readonly meter: RegExp
  readonly sku?: RegExp
  /**
   * `$1` … `$3`: groups of `product`, then `sku`, then `meter`, in this order; `{size}`: the size as Azure's
   * tools call it. Lower case, joined with hyphens.
   */
  readonly key: string
  readonly unit: string
  /** The vendor's noun of the unit (`unitOfMeasure` without its number). */
  readonly noun: RegExp
  /** A first tier at price 0 is paid with another meter of the service. */
  readonly included?: true
}

type Extras = Pick<AzureRule, 'sku' | 'included'>

function rule(product: RegExp, meter: RegExp, key: string, unit: string, noun: RegExp, extras: Extras = {}): AzureRule {
  return { product, meter, key, unit, noun, ...extras }
}

const hour = /^hour$/i
const gigabyteMonth = /^gi?b\/month$/i
const gigabyte = /^gb$/i
const one = /^$/
const month = /^month$/i

const redundancy = 'LRS|ZRS|GRS|RA-GRS|GZRS|RA-GZRS'
const blobs = /^General Block Blob v2$/
const blobSku = new RegExp(`^(Hot|Cool|Cold|Archive) (${redundancy})$`)
const blob = (meter: RegExp, dimension: string, unit: string, noun: RegExp): AzureRule => ({
  product: blobs,
  sku: blobSku,
  meter,
  key: `azure.blob-$1-$2/${dimension}`,
  unit,
  noun,
})

const storage: readonly AzureRule[] = [
  blob(/ Data Stored$/, 'storage', 'GB-month', gigabyteMonth),
  blob(/(?:^| )Write Operations$/, 'request-write', 'request', one),
  blob(/(?:^| )Priority Read Operations$/, 'request-read-priority', 'request', one),
  blob(/(?:^| )Read Operations$/, 'request-read', 'request', one),
  blob(/List and Create Container Operations$/, 'request-list-create-container', 'request', one),
  blob(/All Other Operations$/, 'request-other', 'request', one),
  blob(/Priority Data Retrieval$/, 'retrieval-priority', 'GB', gigabyte),
  blob(/Data Retrieval$/, 'retrieval', 'GB', gigabyte),
  blob(/Early Delete$/, 'early-delete', 'GB', gigabyte),
  ...(['Premium SSD', 'Standard SSD', 'Standard HDD'] as const).map((name): AzureRule =>
    rule(
      new RegExp(`^${name} Managed Disks$`),
      /^([PES]\d+) (?:LRS|ZRS) Disk$/,
      `azure.managed-disk-${name.toLowerCase().replace(' ', '-')}-$1/$2`,
      'disk-month',
      month,
      { sku: /^[PES]\d+ (LRS|ZRS)$/ },
    ),
  ),
  rule(/^Azure Premium SSD v2$/, /Provisioned Capacity$/, 'azure.managed-disk-premium-ssd-v2/storage', 'GiB-hour', /^(?:gi?b\/)?hour$/i),
  rule(/^Azure Premium SSD v2$/, /Provisioned IOPS$/, 'azure.managed-disk-premium-ssd-v2/iops', 'IOPS-hour', hour),
  rule(/^Azure Premium SSD v2$/, /Provisioned Throughput \(MBps\)$/, 'azure.managed-disk-premium-ssd-v2/throughput', 'MBps-hour', hour),
]

const network: readonly AzureRule[] = [
  rule(/^Load Balancer$/, /^Standard Included LB Rules and Outbound Rules$/, 'azure.load-balancer-standard/rules-first-5', 'hour', hour),
  rule(/^Load Balancer$/, /^Standard Overage LB Rules and Outbound Rules$/, 'azure.load-balancer-standard/rule-over-5', 'rule-hour', hour),
  rule(/^Load Balancer$/, /^Standard Data Processed$/, 'azure.load-balancer-standard/data-processed', 'GB', gigabyte),
  rule(/^NAT Gateway$/, /^Standard Gateway$/, 'azure.nat-gateway/hour', 'hour', hour),
  rule(/^NAT Gateway$/, /^Standard Data Processed$/, 'azure.nat-gateway/data-processed', 'GB', gigabyte),
  ...(['Standard v2', 'WAF v2'] as const).flatMap((name): AzureRule[] => {
    const product = new RegExp(`^Application Gateway ${name}$`)
    const service = `azure.application-gateway-${name.toLowerCase().replace(' ', '-')}`
    return [
      rule(product, /Fixed Cost$/, `${service}/hour`, 'hour', hour),
      rule(product, /Capacity Units$/, `${service}/capacity-unit`, 'CU-hour', hour),
    ]
  }),
  rule(/^IP Addresses$/, /^Standard IPv4 Static Public IP$/, 'azure.public-ip-standard/static-hour', 'hour', hour),
  rule(/^IP Addresses$/, /^Basic IPv4 Dynamic Public IP$/, 'azure.public-ip-basic/dynamic-hour', 'hour', hour),
  rule(/^Rtn Preference: MGN$/, /^Standard Data Transfer Out$/, 'azure.data-transfer/internet-egress', 'GB', gigabyte),
  rule(
    /^Bandwidth - Routing Preference: Internet$/,
    /Data Transfer Out$/,
    'azure.data-transfer/internet-egress-isp-routing',
    'GB',
    gigabyte,
  ),
  rule(
    /^Bandwidth Inter-Region$/,
    /^Intra Continent Data Transfer Out$/,
    'azure.data-transfer/cross-region-intra-continent',
    'GB',
    gigabyte,
  ),
]

const applications: readonly AzureRule[] = [
  rule(/^Functions$/, /^Standard Execution Time$/, 'azure.functions-consumption/duration', 'GB-second', /^gb second$/i),
  rule(/^Functions$/, /^Standard Total Executions$/, 'azure.functions-consumption/execution', 'execution', one),
  rule(/^Azure Container Apps$/, /^Standard vCPU Active Usage$/, 'azure.container-apps-consumption/vcpu-active', 'vCPU-second', /second$/i),
  rule(/^Azure Container Apps$/, /^Standard vCPU Idle Usage$/, 'azure.container-apps-consumption/vcpu-idle', 'vCPU-second', /second$/i),
  rule(
    /^Azure Container Apps$/,
    /^Standard Memory Active Usage$/,
    'azure.container-apps-consumption/memory-active',
    'GiB-second',
    /second$/i,
  ),
  rule(/^Azure Container Apps$/, /^Standard Requests$/, 'azure.container-apps-consumption/request', 'request', one),
  rule(/^Azure Kubernetes Service$/, /^Standard Uptime SLA$/, 'azure.aks/control-plane-standard', 'hour', hour),
  rule(/^Service Bus$/, /^Standard Messaging Operations$/, 'azure.service-bus-standard/operation', 'operation', one, { included: true }),
  rule(/^Service Bus$/, /^Standard Base Unit$/, 'azure.service-bus-standard/base', 'hour', hour),
  rule(/^Service Bus$/, /^Basic Messaging Operations$/, 'azure.service-bus-basic/operation', 'operation', one),
  rule(/^Service Bus$/, /^Premium Messaging Unit$/, 'azure.service-bus-premium/messaging-unit', 'unit-hour', hour),
  rule(/^Event Hubs$/, /^(Basic|Standard) Throughput Unit$/, 'azure.event-hubs-$1/throughput-unit', 'TU-hour', hour),
  rule(/^Event Hubs$/, /^(Basic|Standard) Ingress Events$/, 'azure.event-hubs-$1/ingress-event', 'event', one),
  rule(/^Log Analytics$/, /^(?:Pay-as-you-go|Analytics Logs) Data Ingestion$/, 'azure.monitor/logs-ingest', 'GB', gigabyte),
  rule(/^Key Vault$/, /^Operations$/, 'azure.key-vault/operation', 'operation', one),
]

const servers = 'Burstable|General Purpose|Memory Optimized'
const databases: readonly AzureRule[] = [
  ...(['PostgreSQL', 'MySQL'] as const).map((engine): AzureRule =>
    rule(
      new RegExp(`^Azure Database for ${engine} Flexible Server (${servers}) .*Series Compute$`),
      /^(?!.*\b(?:Spot|Free)\b).+$/,
      `azure.${engine.toLowerCase()}-flexible/$1-{size}`,
      'hour',
      hour,
    ),
  ),
  rule(/^SQL Database Single General Purpose - Compute Gen5$/, /^vCore$/, 'azure.sql-database/gp-gen5-$1', 'hour', hour, {
    sku: /^(\d+) vCore$/,
  }),
  rule(/^SQL Database Single Business Critical - Compute Gen5$/, /^vCore$/, 'azure.sql-database/bc-gen5-$1', 'hour', hour, {
    sku: /^(\d+) vCore$/,
  }),
  rule(/^SQL Database Single Hyperscale - Compute Gen5$/, /^vCore$/, 'azure.sql-database/hs-gen5-$1', 'hour', hour, {
    sku: /^(\d+) vCore$/,
  }),
  rule(/^SQL Database Single General Purpose - Storage$/, /Data Stored$/, 'azure.sql-database/storage-gp', 'GB-month', gigabyteMonth, {
    sku: /^General Purpose$/,
  }),
  rule(/^SQL Database Single Business Critical - Storage$/, /Data Stored$/, 'azure.sql-database/storage-bc', 'GB-month', gigabyteMonth, {
    sku: /^Business Critical$/,
  }),
  rule(/^Azure Cosmos DB$/, /^100 RU\/s$/, 'azure.cosmos-db/throughput-provisioned', '100-RU/s-hour', hour, { sku: /^RUs$/ }),
  rule(/^Azure Cosmos DB$/, /^Data Stored$/, 'azure.cosmos-db/storage', 'GB-month', gigabyteMonth),
  rule(
    /^Azure (?:Redis Cache|Cache for Redis) (Basic|Standard|Premium)$/,
    /^[CP]\d Cache(?: Instance)?$/,
    'azure.cache-for-redis/$1-$2',
    'node-hour',
    hour,
    { sku: /^([CP]\d)$/ },
  ),
]

export const azureRules: readonly AzureRule[] = [...storage, ...network, ...applications, ...databases]

/** Services of the API that have something these rules or the machines know; what an update asks for unless told otherwise. */
export const azureServices = [
  'Virtual Machines',
  'Storage',
  'Bandwidth',
  'Load Balancer',
  'NAT Gateway',
  'Application Gateway',
  'Virtual Network',
  'Functions',
  'Azure Container Apps',
  'Azure Kubernetes Service',
  'Service Bus',
  'Event Hubs',
  'Log Analytics',
  'Key Vault',
  'SQL Database',
  'Azure Database for PostgreSQL',
  'Azure Database for MySQL',
  'Azure Cosmos DB',
  'Redis Cache',
] as const
