import { flexibleCommittedUse } from './flexible-committed-use.ts'
import { committedUse } from './committed-use.ts'
import type { ServiceDeclaration } from '../declare.ts'
import { artifactRegistry } from './artifact-registry.ts'
import { bigquery } from './bigquery.ts'
import { bigtable } from './bigtable.ts'
import { cloudArmor } from './cloud-armor.ts'
import { cloudCdn } from './cloud-cdn.ts'
import { cloudDns } from './cloud-dns.ts'
import { cloudFunctions } from './cloud-functions.ts'
import { cloudKms } from './cloud-kms.ts'
import { cloudLoadBalancing } from './cloud-load-balancing.ts'
import { cloudLogging } from './cloud-logging.ts'
import { cloudMonitoring } from './cloud-monitoring.ts'
import { cloudNat } from './cloud-nat.ts'
import { cloudRun } from './cloud-run.ts'
import { cloudScheduler } from './cloud-scheduler.ts'
import { cloudSql } from './cloud-sql.ts'
import { cloudSqlMachines } from './cloud-sql-machines.ts'
import { cloudStorage } from './cloud-storage.ts'
import { cloudStorageMultiRegion } from './cloud-storage-multi-region.ts'
import { cloudTasks } from './cloud-tasks.ts'
import { cloudTrace } from './cloud-trace.ts'
import { cloudVpn } from './cloud-vpn.ts'
import { computeEngine } from './compute-engine.ts'
import { customMachines } from './custom-machines.ts'
import { dataflow } from './dataflow.ts'
import { dataproc } from './dataproc.ts'
import { filestore } from './filestore.ts'
import { firestore } from './firestore.ts'
import { gke } from './gke.ts'
import { gkeAutopilot } from './gke-autopilot.ts'
import { hyperdisk } from './hyperdisk.ts'
import { instanceGroup } from './instance-group.ts'
import { internalApplicationLoadBalancer } from './internal-application-load-balancer.ts'
import { internetEgress } from './internet-egress.ts'
import { localSsd } from './local-ssd.ts'
import { memorystoreRedis } from './memorystore-redis.ts'
import { networkTransfer } from './network-transfer.ts'
import { persistentDisk } from './persistent-disk.ts'
import { pubsub } from './pubsub.ts'
import { secretManager } from './secret-manager.ts'
import { snapshots } from './snapshots.ts'
import { spanner } from './spanner.ts'
import { staticIp } from './static-ip.ts'
import { vertexAiAutoml } from './vertex-ai-automl.ts'
import { vertexAiPrediction } from './vertex-ai-prediction.ts'
import { vertexAiTraining } from './vertex-ai-training.ts'
import { workflows } from './workflows.ts'

/** The services of Google Cloud, in the order in which lists show them. */
export const googleServices: readonly ServiceDeclaration[] = [
  computeEngine,
  instanceGroup,
  customMachines,
  gke,
  gkeAutopilot,
  cloudRun,
  cloudFunctions,
  cloudStorage,
  cloudStorageMultiRegion,
  persistentDisk,
  hyperdisk,
  localSsd,
  snapshots,
  filestore,
  artifactRegistry,
  cloudSql,
  cloudSqlMachines,
  firestore,
  memorystoreRedis,
  bigtable,
  spanner,
  bigquery,
  dataflow,
  dataproc,
  pubsub,
  cloudLoadBalancing,
  internalApplicationLoadBalancer,
  cloudCdn,
  internetEgress,
  networkTransfer,
  cloudNat,
  cloudVpn,
  cloudDns,
  staticIp,
  vertexAiTraining,
  vertexAiPrediction,
  vertexAiAutoml,
  cloudMonitoring,
  cloudLogging,
  cloudTrace,
  secretManager,
  cloudKms,
  cloudArmor,
  cloudScheduler,
  cloudTasks,
  workflows,
  committedUse,
  flexibleCommittedUse,
]
