import { databaseRules } from '#pricing/catalog/import/aws/database-rules.ts'
import { networkRules } from '#pricing/catalog/import/aws/network-rules.ts'
import { otherRules } from '#pricing/catalog/import/aws/other-rules.ts'
import type { AwsRule } from '#pricing/catalog/import/aws/rule.ts'
import { storageRules } from '#pricing/catalog/import/aws/storage-rules.ts'

/** How prices of AWS offer files are called here; the first that fits wins. */
export const awsRules: readonly AwsRule[] = [...networkRules, ...storageRules, ...databaseRules, ...otherRules]

/** Offers that have something these rules or the machines of EC2 know; what an update fetches unless told otherwise. */
export const awsServices = [
  'AmazonEC2',
  'AmazonVPC',
  'AWSELB',
  'AWSDataTransfer',
  'AmazonS3',
  'AmazonRDS',
  'AWSLambda',
  'AmazonECS',
  'AmazonEKS',
  'AmazonECR',
  'AmazonEFS',
  'AmazonDynamoDB',
  'AmazonElastiCache',
  'AmazonES',
  'AmazonApiGateway',
  'AWSQueueService',
  'AmazonStates',
  'AmazonCloudWatch',
  'AWSSecretsManager',
  'awskms',
  'AmazonSageMaker',
] as const
