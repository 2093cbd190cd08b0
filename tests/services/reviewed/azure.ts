import type { Reviewed } from './types.ts'

/** Every combination: `azure.<service>/<dimension>`. */
function keys(services: readonly string[], dimensions: readonly string[]): string[] {
  return services.flatMap((service) => dimensions.map((dimension) => `azure.${service}/${dimension}`))
}

/** Every combination of words, joined by dashes. */
function words(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (made, part) => (made.length === 0 ? [...part] : made.flatMap((word) => part.map((next) => `${word}-${next}`))),
    [],
  )
}

const redundancies = ['lrs', 'zrs', 'grs', 'ra-grs', 'gzrs', 'ra-gzrs']
const tableOperations = ['batch-write', 'delete', 'list', 'read', 'scan', 'write'].map((word) => `${word}-operations`)
const vcores = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80]
const gen5 = (except: readonly number[]) => vcores.filter((count) => !except.includes(count)).map((count) => `gen5-${count}`)

/** The sources have the hot tier’s lists and other operations alone, no archive beyond LRS, GRS and RA-GRS (none is sold), and no upper steps of GZRS. */
const blobs = [
  ...keys(words(['blob'], ['cool', 'cold', 'archive'], redundancies), ['request-list-create-container', 'request-other']),
  ...keys(words(['blob-archive'], ['zrs', 'gzrs', 'ra-gzrs']), ['storage', 'request-write', 'request-read', 'retrieval', 'early-delete']),
  ...keys(words(['blob-archive'], ['zrs', 'gzrs', 'ra-gzrs']), ['request-read-priority', 'retrieval-priority']),
  ...keys(['blob-cool-gzrs', 'blob-cool-ra-gzrs'], ['early-delete']),
  ...keys(['blob-cool-ra-gzrs', 'blob-hot-ra-gzrs'], ['request-write']),
  ...keys(['blob-hot-gzrs', 'blob-hot-ra-gzrs'], ['storage']),
  ...keys(['blob-premium-lrs', 'blob-premium-zrs'], ['request-list-create-container', 'request-other']),
  ...keys(words(['data-lake'], ['hot', 'cool', 'cold', 'archive'], redundancies), [
    'request-write',
    'request-read',
    'request-iterative',
    'request-other',
  ]),
  ...keys(words(['data-lake-hot'], redundancies), ['index']),
  ...keys(words(['queue-storage'], ['ra-grs', 'gzrs', 'ra-gzrs']), ['class-1-operations', 'class-2-operations', 'storage']),
  ...keys(words(['table-storage'], ['ra-grs', 'gzrs', 'ra-gzrs']), ['storage', ...tableOperations]),
  'azure.managed-disk-standard-ssd-zrs/disk-operations',
]

/** The sources have single sizes of each family. M-series is sold with Business Critical alone. */
const databases = [
  ...keys(['sql-database'], words(['gp', 'zone-redundancy-gp'], gen5([4]))),
  ...keys(['sql-database'], words(['bc'], gen5([8]))),
  ...keys(['sql-database'], words(['hs'], gen5([2]))),
  ...keys(['sql-database'], ['gp-m-8', 'hs-m-8', 'zone-redundancy-gp-m-8', 'backup-ltr-zrs', 'backup-pitr-zrs']),
  ...keys(['sql-database-dtu'], ['basic', 's2', 's3', 's4', 's6', 's7', 's9', 'p2', 'p4', 'p11', 'p15']),
  ...keys(['sql-elastic-pool'], [...words(['gp'], gen5([4])), ...words(['bc'], gen5([]))]),
  ...keys(['sql-elastic-pool'], words(['basic'], ['50', '200', '300', '400', '800', '1200', '1600'], ['edtu'])),
  ...keys(['sql-elastic-pool'], words(['standard'], ['50', '100', '300', '400', '800', '1200', '1600', '2000', '2500', '3000'], ['edtu'])),
  ...keys(['sql-elastic-pool'], words(['premium'], ['125', '250', '1000', '1500', '2000', '2500', '3000', '3500', '4000'], ['edtu'])),
  ...keys(['sql-elastic-pool'], ['extra-storage-standard', 'extra-storage-premium']),
  ...keys(['sql-managed-instance'], words(['gp-gen5'], ['8', '24', '32', '40', '64', '80'])),
  ...keys(['sql-managed-instance'], words(['bc-gen5'], ['4', '8', '16', '24', '32', '64', '80'])),
  ...keys(['sql-managed-instance'], ['licence-bc', 'backup-pitr']),
  ...keys(['mysql-flexible', 'postgresql-flexible'], ['backup-zrs', 'backup-grs']),
  'azure.postgresql-flexible/iops',
  ...keys(['mariadb-storage', 'mysql-single-storage', 'postgresql-single-storage'], ['storage']),
  ...keys(['cache-for-redis'], words(['basic'], ['c0', 'c1', 'c2', 'c3', 'c5', 'c6'])),
  ...keys(['cache-for-redis'], words(['standard'], ['c0', 'c1', 'c2', 'c4', 'c5', 'c6'])),
  ...keys(['cache-for-redis'], ['premium-p4', 'premium-p5']),
]

/** Local circuits begin at 1 Gbit/s; of the other speeds the source has four. */
const networks = [
  ...keys(['expressroute-circuit-local-unlimited'], ['50m', '100m', '200m', '500m', '2g', '5g']),
  ...keys(words(['expressroute-circuit'], ['standard', 'premium'], ['metered', 'unlimited']), ['200m', '500m', '2g', '5g']),
  ...keys(['expressroute-circuit'], ['data-out']),
  ...keys(['expressroute-gateway'], ['connection', 'highperformance', 'ultraperformance', 'ergw2az']),
  ...keys(words(['cdn'], ['premium-verizon', 'standard-akamai', 'standard-microsoft', 'standard-verizon']), [
    'egress-zone2',
    'egress-zone3',
    'egress-zone4',
    'egress-zone5',
  ]),
  ...keys(['front-door-standard', 'front-door-premium'], ['egress-to-origin']),
  ...keys(['vnet-peering-global'], ['zone1-zone3-inbound', 'zone1-zone3-outbound']),
  ...keys(['vpn-gateway'], ['p2s-connection-hour', 's2s-tunnel-hour', 'vpngw2az', 'vpngw3az', 'vpngw4az', 'vpngw5az']),
  ...keys(['vwan-vpn-gateway'], ['connection']),
  ...keys(['private-dns'], ['query']),
  ...keys(['traffic-manager'], ['health-check-azure', 'health-check-external']),
  ...keys(['firewall-basic'], ['hour', 'data-processed']),
  ...keys(['firewall-premium'], ['data-processed']),
  ...keys(['ddos-protection'], ['extra-address', 'ip-protection']),
]

const others = [
  ...keys(['ai-search'], ['s1', 's3', 'l2', 'semantic-query']),
  ...keys(['api-management'], ['basic-v2', 'standard-v2', 'premium-v2', 'self-hosted-gateway']),
  ...keys(['api-management-standard-v2'], ['call-overage']),
  ...keys(['app-service'], ['ip-certificate']),
  ...keys(['application-insights'], words(['retention'], ['180', '270', '365', '550', '730'], ['days'])),
  ...keys(['backup'], ['protected-instance', 'storage-lrs', 'storage-zrs', 'storage-grs']),
  ...keys(['container-apps-dedicated'], ['plan', 'vcpu', 'memory']),
  ...keys(['container-instances'], ['vcpu', 'memory']),
  ...keys(['container-registry'], ['standard']),
  ...keys(['data-factory'], ['external-activity', 'orchestration-run-self-hosted', 'data-movement-self-hosted']),
  ...keys(['event-grid'], ['throughput-unit']),
  ...keys(['event-hubs-dedicated'], ['extended-retention']),
  ...keys(['functions-flex-always-ready'], ['execution']),
  ...keys(['iot-hub'], ['b1', 'b2', 'b3', 's2', 's3']),
  ...keys(['key-vault'], ['operation-advanced']),
  ...keys(['key-vault-premium'], ['hsm-key']),
  ...keys(['logic-apps-consumption'], ['action', 'connector-standard', 'connector-enterprise']),
  ...keys(['notification-hubs-basic', 'notification-hubs-standard'], ['push']),
  ...keys(['openai'], ['token-input', 'token-input-cached', 'token-output', 'provisioned-unit']),
  ...keys(['synapse'], ['dedicated-100-dwu', 'spark-vcore', 'storage']),
]

const asMachine = 'the price of the virtual machine, which the machine table has for every region'
const retiredMachine = 'a machine size that is no longer sold'

/** Regions that have all prices of these services; the usual one, eastus, has the others. */
const regions = Object.entries({
  westeurope:
    'blob-storage data-lake disk-premium-ssd disk-premium-ssd-v2 disk-standard-ssd disk-standard-hdd disk-ultra disk-snapshots ' +
    'files files-premium files-provisioned queue-storage table-storage sql-elastic-pool-dtu sql-managed-instance ' +
    'front-door-classic vnet-peering nat-gateway virtual-wan dns traffic-manager ddos-protection ' +
    'monitor log-analytics sentinel service-bus event-grid iot-hub logic-apps data-factory synapse',
  westus: 'blob-premium postgresql-flexible mysql-flexible cosmos-db private-endpoint private-dns',
  japaneast: 'container-apps',
  centralus: 'static-web-apps',
  brazilsouth: 'expressroute-gateway',
}).flatMap(([region, services]) => services.split(' ').map((service): [string, string] => [`azure.${service}`, region]))

export const azureReviewed: Reviewed = {
  unpriced: [...blobs, ...databases, ...networks, ...others],
  unreachable: {
    'azure.functions-premium/vcpu-month-ep1': 'the hourly vCPU price again, for a month of 730 hours',
    ...Object.fromEntries(
      ['d2s-v3', 'd4s-v3', 'd8s-v3', 'd16s-v3', 'ds12-v2', 'e4s-v3', 'e8s-v3', 'e16s-v3', 'f4s-v2', 'f8s-v2', 'f16s-v2'].map((size) => [
        `azure.machine-learning-compute/standard-${size}`,
        asMachine,
      ]),
    ),
    ...Object.fromEntries(
      ['nc6', 'nc12', 'nc24', 'nv6', 'nv12', 'nv24'].map((size) => [`azure.machine-learning-compute/standard-${size}`, retiredMachine]),
    ),
  },
  fixed: [
    'azure.virtual-machines machines',
    'azure.vm-scale-set machines',
    'azure.aks clusters',
    'azure.container-registry registries',
    'azure.functions-premium ep1Vcpus',
    'azure.functions-premium ep1Memory',
    'azure.app-service instances',
    'azure.static-web-apps apps',
    'azure.disk-premium-ssd disks',
    'azure.disk-standard-ssd disks',
    'azure.disk-standard-hdd disks',
    'azure.sql-database compute',
    'azure.sql-database licence_gen5_4',
    'azure.sql-database-dtu compute',
    'azure.sql-elastic-pool compute',
    'azure.sql-elastic-pool licence_gen5_4',
    'azure.sql-elastic-pool-dtu compute',
    'azure.sql-managed-instance compute',
    'azure.sql-managed-instance licenceGp4',
    'azure.postgresql-flexible compute',
    'azure.mysql-flexible compute',
    'azure.single-server compute',
    'azure.cache-for-redis standard',
    'azure.managed-redis pairs',
    'azure.load-balancer firstRules',
    'azure.application-gateway hours',
    'azure.front-door base',
    'azure.private-endpoint hours',
    'azure.nat-gateway hours',
    'azure.vpn-gateway hours',
    'azure.expressroute-circuit circuits',
    'azure.expressroute-gateway hours',
    'azure.virtual-wan hours',
    'azure.public-ip addresses',
    'azure.dns zones',
    'azure.private-dns zones',
    'azure.machine-learning-endpoint instances',
    'azure.ai-search units',
    'azure.service-bus base',
    'azure.event-hubs throughput',
    'azure.notification-hubs namespaces',
    'azure.iot-hub units',
    'azure.logic-apps vcpus',
    'azure.logic-apps memory',
    'azure.managed-hsm pools',
    'azure.firewall hours',
    'azure.waf-front-door policies',
    'azure.ddos-protection plans',
  ],
  standsForAnother: [],
  falls: { 'azure.functions-flex concurrency': 'runs that one instance serves at the same time share its time' },
  regions: Object.fromEntries(regions),
}
