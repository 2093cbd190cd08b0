import { reservedInstances } from './reserved-instances.ts'
import { ec2InstanceSavingsPlan } from './ec2-instance-savings-plan.ts'
import { computeSavingsPlan } from './compute-savings-plan.ts'
import type { ServiceDeclaration } from '../declare.ts'
import { apiGatewayHttp } from './api-gateway-http.ts'
import { apiGatewayRest } from './api-gateway-rest.ts'
import { apiGatewayWebsocket } from './api-gateway-websocket.ts'
import { appRunner } from './app-runner.ts'
import { applicationLoadBalancer } from './application-load-balancer.ts'
import { appsync } from './appsync.ts'
import { athena } from './athena.ts'
import { auroraMysql } from './aurora-mysql.ts'
import { auroraPostgres } from './aurora-postgres.ts'
import { autoScalingGroup } from './auto-scaling-group.ts'
import { backup } from './backup.ts'
import { bedrock } from './bedrock.ts'
import { classicLoadBalancer } from './classic-load-balancer.ts'
import { clientVpn } from './client-vpn.ts'
import { cloudfront } from './cloudfront.ts'
import { cloudfrontFlatPlan } from './cloudfront-flat-plan.ts'
import { cloudtrail } from './cloudtrail.ts'
import { cloudwatch } from './cloudwatch.ts'
import { cognito } from './cognito.ts'
import { dataTransfer } from './data-transfer.ts'
import { directConnect } from './direct-connect.ts'
import { dynamodb } from './dynamodb.ts'
import { ebs } from './ebs.ts'
import { ebsSnapshots } from './ebs-snapshots.ts'
import { ec2 } from './ec2.ts'
import { ecr } from './ecr.ts'
import { efs } from './efs.ts'
import { eks } from './eks.ts'
import { elasticache } from './elasticache.ts'
import { elasticacheServerless } from './elasticache-serverless.ts'
import { emr } from './emr.ts'
import { emrServerless } from './emr-serverless.ts'
import { eventbridge } from './eventbridge.ts'
import { eventbridgePipes } from './eventbridge-pipes.ts'
import { eventbridgeScheduler } from './eventbridge-scheduler.ts'
import { fargate } from './fargate.ts'
import { firehose } from './firehose.ts'
import { fsx } from './fsx.ts'
import { gatewayLoadBalancer } from './gateway-load-balancer.ts'
import { globalAccelerator } from './global-accelerator.ts'
import { glue } from './glue.ts'
import { kinesis } from './kinesis.ts'
import { kinesisOnDemand } from './kinesis-on-demand.ts'
import { kms } from './kms.ts'
import { lambdaManagedInstances } from './lambda-managed-instances.ts'
import { lambda } from './lambda.ts'
import { msk } from './msk.ts'
import { mskServerless } from './msk-serverless.ts'
import { natGateway } from './nat-gateway.ts'
import { networkLoadBalancer } from './network-load-balancer.ts'
import { opensearch } from './opensearch.ts'
import { opensearchServerless } from './opensearch-serverless.ts'
import { publicIpv4 } from './public-ipv4.ts'
import { rdsMysql } from './rds-mysql.ts'
import { rdsPostgres } from './rds-postgres.ts'
import { redshift } from './redshift.ts'
import { redshiftServerless } from './redshift-serverless.ts'
import { route53 } from './route53.ts'
import { route53Resolver } from './route53-resolver.ts'
import { s3 } from './s3.ts'
import { s3IntelligentTiering } from './s3-intelligent-tiering.ts'
import { s3Management } from './s3-management.ts'
import { sagemakerBatchTransform } from './sagemaker-batch-transform.ts'
import { sagemakerHosting } from './sagemaker-hosting.ts'
import { sagemakerNotebook } from './sagemaker-notebook.ts'
import { sagemakerProcessing } from './sagemaker-processing.ts'
import { sagemakerServerless } from './sagemaker-serverless.ts'
import { sagemakerTraining } from './sagemaker-training.ts'
import { secretsManager } from './secrets-manager.ts'
import { ses } from './ses.ts'
import { sns } from './sns.ts'
import { sqs } from './sqs.ts'
import { ssmParameterStore } from './ssm-parameter-store.ts'
import { stepFunctionsExpress } from './step-functions-express.ts'
import { stepFunctionsStandard } from './step-functions-standard.ts'
import { transitGateway } from './transit-gateway.ts'
import { vpcEndpoint } from './vpc-endpoint.ts'
import { vpcPeering } from './vpc-peering.ts'
import { vpn } from './vpn.ts'
import { waf } from './waf.ts'
import { xRay } from './x-ray.ts'

/** The services of AWS, in the order in which lists show them. */
export const awsServices: readonly ServiceDeclaration[] = [
  ec2,
  autoScalingGroup,
  fargate,
  appRunner,
  lambda,
  lambdaManagedInstances,
  eks,
  ecr,
  ebs,
  ebsSnapshots,
  efs,
  fsx,
  s3,
  s3IntelligentTiering,
  s3Management,
  backup,
  rdsPostgres,
  rdsMysql,
  auroraPostgres,
  auroraMysql,
  dynamodb,
  elasticache,
  elasticacheServerless,
  applicationLoadBalancer,
  networkLoadBalancer,
  gatewayLoadBalancer,
  classicLoadBalancer,
  natGateway,
  cloudfront,
  cloudfrontFlatPlan,
  dataTransfer,
  route53,
  route53Resolver,
  publicIpv4,
  vpcEndpoint,
  vpcPeering,
  transitGateway,
  vpn,
  clientVpn,
  directConnect,
  globalAccelerator,
  apiGatewayHttp,
  apiGatewayRest,
  apiGatewayWebsocket,
  appsync,
  stepFunctionsStandard,
  stepFunctionsExpress,
  sqs,
  sns,
  eventbridge,
  eventbridgeScheduler,
  eventbridgePipes,
  ses,
  kinesis,
  kinesisOnDemand,
  firehose,
  msk,
  mskServerless,
  glue,
  emr,
  emrServerless,
  athena,
  redshift,
  redshiftServerless,
  opensearch,
  opensearchServerless,
  sagemakerHosting,
  sagemakerServerless,
  sagemakerTraining,
  sagemakerProcessing,
  sagemakerBatchTransform,
  sagemakerNotebook,
  bedrock,
  cloudwatch,
  xRay,
  cloudtrail,
  secretsManager,
  ssmParameterStore,
  kms,
  waf,
  cognito,
  computeSavingsPlan,
  ec2InstanceSavingsPlan,
  reservedInstances,
]
