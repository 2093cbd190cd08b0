import { rule } from '#pricing/catalog/import/aws/rule.ts'
import type { AwsRule } from '#pricing/catalog/import/aws/rule.ts'

const rds = /^AmazonRDS$/
/** `Any` for storage that costs the same whatever the engine. */
const sameForAll = /^(?:Any|MySQL|PostgreSQL|MariaDB)?$/
const volumes: readonly (readonly [usage: string, name: string])[] = [
  ['GP2-Storage', 'gp2'],
  ['GP3-Storage', 'gp3'],
  ['PIOPS-Storage', 'io1'],
  ['StorageUsage', 'magnetic'],
]
const engines: readonly (readonly [engine: RegExp, name: string])[] = [
  [/^MySQL$/, 'mysql'],
  [/^PostgreSQL$/, 'postgres'],
]
/** RDS, Aurora, DynamoDB, caches, search. */
export const databaseRules: readonly AwsRule[] = [
  ...engines.flatMap(([engine, name]): AwsRule[] => [
    rule(rds, /^InstanceUsage:.*$/, `aws.rds-${name}/{instanceType}-single-az`, 'hour', {
      where: { databaseEngine: engine, deploymentOption: /^Single-AZ$/, instanceType: /^db\./ },
    }),
    rule(rds, /^Multi-AZUsage:.*$/, `aws.rds-${name}/{instanceType}-multi-az`, 'hour', {
      where: { databaseEngine: engine, deploymentOption: /^Multi-AZ$/, instanceType: /^db\./ },
    }),
  ]),
  ...(['mysql', 'postgres'] as const).flatMap((name): AwsRule[] => {
    const where = { databaseEngine: name === 'mysql' ? /^Aurora MySQL$/ : /^Aurora PostgreSQL$/, instanceType: /^db\./ }
    return [
      rule(rds, /^InstanceUsage:.*$/, `aws.aurora-${name}/{instanceType}-standard`, 'hour', { where }),
      rule(rds, /^InstanceUsageIOOptimized:.*$/, `aws.aurora-${name}/{instanceType}-io-optimized`, 'hour', { where }),
    ]
  }),
  ...volumes.flatMap(([usage, name]): AwsRule[] => [
    rule(rds, new RegExp(`^RDS:${usage}$`), `aws.rds-storage/${name}-single-az`, 'GB-month', { where: { databaseEngine: sameForAll } }),
    rule(rds, new RegExp(`^RDS:Multi-AZ-${usage}$`), `aws.rds-storage/${name}-multi-az`, 'GB-month', {
      where: { databaseEngine: sameForAll },
    }),
  ]),
  rule(rds, /^RDS:PIOPS$/, 'aws.rds-storage/io1-iops-single-az', 'IOPS-month', { where: { databaseEngine: sameForAll } }),
  rule(rds, /^RDS:Multi-AZ-PIOPS$/, 'aws.rds-storage/io1-iops-multi-az', 'IOPS-month', { where: { databaseEngine: sameForAll } }),
  rule(rds, /^RDS:ChargedBackupUsage$/, 'aws.rds-storage/backup-beyond-free', 'GB-month', { where: { databaseEngine: sameForAll } }),
  rule(rds, /^Aurora:StorageUsage$/, 'aws.aurora/storage', 'GB-month'),
  rule(rds, /^Aurora:IO-OptimizedStorageUsage$/, 'aws.aurora/storage-io-optimized', 'GB-month'),
  rule(rds, /^Aurora:StorageIOUsage$/, 'aws.aurora/io-request', 'request'),
  rule(rds, /^Aurora:ServerlessV2Usage$/, 'aws.aurora/serverless-v2-acu', 'ACU-hour'),
  rule(rds, /^Aurora:ServerlessV2IOOptimizedUsage$/, 'aws.aurora/serverless-v2-acu-io-optimized', 'ACU-hour'),
  rule(/^AmazonDynamoDB$/, /^ReadRequestUnits$/, 'aws.dynamodb/read-request-unit', 'request-unit'),
  rule(/^AmazonDynamoDB$/, /^WriteRequestUnits$/, 'aws.dynamodb/write-request-unit', 'request-unit'),
  rule(/^AmazonDynamoDB$/, /^TimedStorage-ByteHrs$/, 'aws.dynamodb/storage', 'GB-month'),
  ...(
    [
      ['Redis', 'redis'],
      ['Memcached', 'memcached'],
      ['Valkey', 'valkey'],
    ] as const
  ).map(([engine, name]): AwsRule =>
    rule(/^AmazonElastiCache$/, /^NodeUsage:(cache\..+)$/, `aws.elasticache-${name}/$1`, 'hour', {
      where: { cacheEngine: new RegExp(`^${engine}$`) },
    }),
  ),
  rule(/^AmazonES$/, /^ESInstance:.*$/, 'aws.opensearch/{instanceType}', 'hour', { where: { instanceType: /\.search$/ } }),
]
