import { azureSavingsPlan } from './savings-plan.ts'
import { reservation } from './reservation.ts'
import type { ServiceDeclaration } from '../declare.ts'
import { aiSearch } from './ai-search.ts'
import { aks } from './aks.ts'
import { apiManagement } from './api-management.ts'
import { appService } from './app-service.ts'
import { applicationGateway } from './application-gateway.ts'
import { applicationInsights } from './application-insights.ts'
import { backup } from './backup.ts'
import { bandwidth } from './bandwidth.ts'
import { blobPremium } from './blob-premium.ts'
import { blobStorage } from './blob-storage.ts'
import { cacheForRedis } from './cache-for-redis.ts'
import { cdn } from './cdn.ts'
import { containerApps } from './container-apps.ts'
import { containerInstances } from './container-instances.ts'
import { containerRegistry } from './container-registry.ts'
import { cosmosDb } from './cosmos-db.ts'
import { dataFactory } from './data-factory.ts'
import { dataLake } from './data-lake.ts'
import { databricks } from './databricks.ts'
import { ddosProtection } from './ddos-protection.ts'
import { diskPremiumSsd } from './disk-premium-ssd.ts'
import { diskPremiumSsdV2 } from './disk-premium-ssd-v2.ts'
import { diskSnapshots } from './disk-snapshots.ts'
import { diskStandardHdd } from './disk-standard-hdd.ts'
import { diskStandardSsd } from './disk-standard-ssd.ts'
import { diskUltra } from './disk-ultra.ts'
import { dns } from './dns.ts'
import { eventGrid } from './event-grid.ts'
import { eventHubs } from './event-hubs.ts'
import { expressrouteCircuit } from './expressroute-circuit.ts'
import { expressrouteGateway } from './expressroute-gateway.ts'
import { files } from './files.ts'
import { filesPremium } from './files-premium.ts'
import { filesProvisioned } from './files-provisioned.ts'
import { firewall } from './firewall.ts'
import { frontDoor } from './front-door.ts'
import { frontDoorClassic } from './front-door-classic.ts'
import { functionsConsumption } from './functions.ts'
import { functionsFlex } from './functions-flex.ts'
import { functionsPremium } from './functions-premium.ts'
import { iotHub } from './iot-hub.ts'
import { keyVault } from './key-vault.ts'
import { loadBalancer } from './load-balancer.ts'
import { logAnalytics } from './log-analytics.ts'
import { logicApps } from './logic-apps.ts'
import { machineLearning } from './machine-learning.ts'
import { machineLearningEndpoint } from './machine-learning-endpoint.ts'
import { managedHsm } from './managed-hsm.ts'
import { managedRedis } from './managed-redis.ts'
import { monitor } from './monitor.ts'
import { mysqlFlexible } from './mysql-flexible.ts'
import { azureNatGateway } from './nat-gateway.ts'
import { notificationHubs } from './notification-hubs.ts'
import { openai } from './openai.ts'
import { postgresqlFlexible } from './postgresql-flexible.ts'
import { privateDns } from './private-dns.ts'
import { privateEndpoint } from './private-endpoint.ts'
import { publicIp } from './public-ip.ts'
import { queueStorage } from './queue-storage.ts'
import { sentinel } from './sentinel.ts'
import { serviceBus } from './service-bus.ts'
import { singleServer } from './single-server.ts'
import { sqlDatabase } from './sql-database.ts'
import { sqlDatabaseDtu } from './sql-database-dtu.ts'
import { sqlDatabaseServerless } from './sql-database-serverless.ts'
import { sqlElasticPool } from './sql-elastic-pool.ts'
import { sqlElasticPoolDtu } from './sql-elastic-pool-dtu.ts'
import { sqlManagedInstance } from './sql-managed-instance.ts'
import { staticWebApps } from './static-web-apps.ts'
import { synapse } from './synapse.ts'
import { tableStorage } from './table-storage.ts'
import { trafficManager } from './traffic-manager.ts'
import { virtualMachines } from './virtual-machines.ts'
import { virtualWan } from './virtual-wan.ts'
import { vmScaleSet } from './vm-scale-set.ts'
import { vnetPeering } from './vnet-peering.ts'
import { vpnGateway } from './vpn-gateway.ts'
import { wafFrontDoor } from './waf-front-door.ts'

/** The services of Azure, in the order in which lists show them. */
export const azureServices: readonly ServiceDeclaration[] = [
  virtualMachines,
  vmScaleSet,
  aks,
  containerApps,
  containerInstances,
  containerRegistry,
  functionsConsumption,
  functionsFlex,
  functionsPremium,
  appService,
  staticWebApps,
  blobStorage,
  blobPremium,
  dataLake,
  diskPremiumSsd,
  diskPremiumSsdV2,
  diskStandardSsd,
  diskStandardHdd,
  diskUltra,
  diskSnapshots,
  files,
  filesPremium,
  filesProvisioned,
  backup,
  sqlDatabase,
  sqlDatabaseServerless,
  sqlDatabaseDtu,
  sqlElasticPool,
  sqlElasticPoolDtu,
  sqlManagedInstance,
  postgresqlFlexible,
  mysqlFlexible,
  singleServer,
  cosmosDb,
  tableStorage,
  cacheForRedis,
  managedRedis,
  loadBalancer,
  applicationGateway,
  frontDoor,
  frontDoorClassic,
  cdn,
  bandwidth,
  vnetPeering,
  privateEndpoint,
  azureNatGateway,
  vpnGateway,
  expressrouteCircuit,
  expressrouteGateway,
  virtualWan,
  publicIp,
  dns,
  privateDns,
  trafficManager,
  machineLearning,
  machineLearningEndpoint,
  openai,
  aiSearch,
  monitor,
  logAnalytics,
  applicationInsights,
  queueStorage,
  serviceBus,
  eventHubs,
  eventGrid,
  notificationHubs,
  iotHub,
  logicApps,
  apiManagement,
  dataFactory,
  databricks,
  synapse,
  keyVault,
  managedHsm,
  firewall,
  wafFrontDoor,
  ddosProtection,
  sentinel,
  reservation,
  azureSavingsPlan,
]
