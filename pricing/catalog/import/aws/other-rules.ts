import { rule } from '#pricing/catalog/import/aws/rule.ts'
import type { AwsRule } from '#pricing/catalog/import/aws/rule.ts'

const lambda = /^AWSLambda$/
const functionRules: readonly AwsRule[] = [
  rule(lambda, /^Request$/, 'aws.lambda/request', 'request'),
  rule(lambda, /^Request-ARM$/, 'aws.lambda/request-arm', 'request'),
  rule(lambda, /^Lambda-GB-Second$/, 'aws.lambda/duration-x86', 'GB-second'),
  rule(lambda, /^Lambda-GB-Second-ARM$/, 'aws.lambda/duration-arm', 'GB-second'),
  rule(lambda, /^Lambda-Provisioned-GB-Second$/, 'aws.lambda/provisioned-duration-x86', 'GB-second'),
  rule(lambda, /^Lambda-Provisioned-GB-Second-ARM$/, 'aws.lambda/provisioned-duration-arm', 'GB-second'),
  rule(lambda, /^Lambda-Provisioned-Concurrency$/, 'aws.lambda/provisioned-concurrency-x86', 'GB-second'),
  rule(lambda, /^Lambda-Provisioned-Concurrency-ARM$/, 'aws.lambda/provisioned-concurrency-arm', 'GB-second'),
  rule(lambda, /^Lambda-Storage-GB-Second$/, 'aws.lambda/ephemeral-storage', 'GB-second'),
  rule(/^AmazonECS$/, /^Fargate-vCPU-Hours:perCPU$/, 'aws.fargate/vcpu-hour-x86', 'vCPU-hour'),
  rule(/^AmazonECS$/, /^Fargate-GB-Hours$/, 'aws.fargate/gb-hour-x86', 'GB-hour'),
  rule(/^AmazonECS$/, /^Fargate-ARM-vCPU-Hours:perCPU$/, 'aws.fargate/vcpu-hour-arm', 'vCPU-hour'),
  rule(/^AmazonECS$/, /^Fargate-ARM-GB-Hours$/, 'aws.fargate/gb-hour-arm', 'GB-hour'),
  rule(/^AmazonEKS$/, /^AmazonEKS-Hours:perCluster$/, 'aws.eks/cluster-hour', 'hour'),
  rule(/^AmazonApiGateway$/, /^ApiGatewayHttpRequest$/, 'aws.api-gateway-http/request', 'request'),
  rule(/^AmazonApiGateway$/, /^ApiGatewayRequest$/, 'aws.api-gateway-rest/request', 'request'),
  rule(/^AmazonApiGateway$/, /^ApiGatewayMessage$/, 'aws.api-gateway-websocket/message', 'message'),
  rule(/^AmazonApiGateway$/, /^ApiGatewayMinute$/, 'aws.api-gateway-websocket/connection-minute', 'minute'),
  rule(/^AWSQueueService$/, /^Requests(?:-Tier1)?$/, 'aws.sqs-standard/request', 'request', { where: { queueType: /^Standard$/ } }),
  rule(/^AWSQueueService$/, /^Requests(?:-FIFO)?(?:-Tier1)?$/, 'aws.sqs-fifo/request', 'request', { where: { queueType: /^FIFO/ } }),
  rule(/^AmazonStates$/, /^StateTransition$/, 'aws.step-functions-standard/state-transition', 'transition'),
]

const restRules: readonly AwsRule[] = [
  rule(/^AmazonCloudWatch$/, /^CW:MetricMonitorUsage$/, 'aws.cloudwatch/custom-metric', 'metric-month'),
  rule(/^AmazonCloudWatch$/, /^CW:AlarmMonitorUsage$/, 'aws.cloudwatch/alarm-standard', 'alarm-month'),
  rule(/^AmazonCloudWatch$/, /^CW:HighResAlarmMonitorUsage$/, 'aws.cloudwatch/alarm-high-resolution', 'alarm-month'),
  rule(/^AmazonCloudWatch$/, /^CW:CompositeAlarmMonitorUsage$/, 'aws.cloudwatch/alarm-composite', 'alarm-month'),
  rule(/^AmazonCloudWatch$/, /^DataProcessing-Bytes$/, 'aws.cloudwatch/logs-ingest', 'GB'),
  rule(/^AmazonCloudWatch$/, /^DataProcessingIA-Bytes$/, 'aws.cloudwatch/logs-ingest-infrequent-access', 'GB'),
  rule(/^AmazonCloudWatch$/, /^TimedStorage-ByteHrs$/, 'aws.cloudwatch/logs-storage', 'GB-month'),
  rule(/^AmazonCloudWatch$/, /^DataScanned-Bytes$/, 'aws.cloudwatch/logs-insights-scanned', 'GB'),
  rule(/^AWSSecretsManager$/, /^AWSSecretsManager-Secrets$/, 'aws.secrets-manager/secret', 'secret-month'),
  rule(/^AWSSecretsManager$/, /^AWSSecretsManagerAPIRequest$/, 'aws.secrets-manager/api-request', 'request'),
  rule(/^awskms$/, /^KMS-Keys$/, 'aws.kms/key', 'key-month'),
  rule(/^awskms$/, /^KMS-Requests$/, 'aws.kms/request-symmetric', 'request'),
  rule(/^AmazonSageMaker$/, /^Host:(ml\..+)$/, 'aws.sagemaker-hosting/$1', 'hour'),
  rule(/^AmazonSageMaker$/, /^Train:(ml\..+)$/, 'aws.sagemaker-training/$1', 'hour'),
  rule(/^AmazonSageMaker$/, /^Notebk:(ml\..+)$/, 'aws.sagemaker-notebook/$1', 'hour'),
  rule(/^AmazonSageMaker$/, /^Tsform:(ml\..+)$/, 'aws.sagemaker-batch-transform/$1', 'hour'),
  rule(/^AmazonSageMaker$/, /^Processing:(ml\..+)$/, 'aws.sagemaker-processing/$1', 'hour'),
]

/** Functions, containers, APIs, messages, monitoring, secrets, machine learning. */
export const otherRules: readonly AwsRule[] = [...functionRules, ...restRules]
