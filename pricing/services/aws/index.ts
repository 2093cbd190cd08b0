import type { ServiceDeclaration } from '../declare.ts'
import { applicationLoadBalancer } from './application-load-balancer.ts'
import { autoScalingGroup } from './auto-scaling-group.ts'
import { cloudfront } from './cloudfront.ts'
import { cloudwatch } from './cloudwatch.ts'
import { dataTransfer } from './data-transfer.ts'
import { ebsSnapshots } from './ebs-snapshots.ts'
import { ebs } from './ebs.ts'
import { ec2 } from './ec2.ts'
import { efs } from './efs.ts'
import { eks } from './eks.ts'
import { fargate } from './fargate.ts'
import { lambda } from './lambda.ts'
import { natGateway } from './nat-gateway.ts'
import { networkLoadBalancer } from './network-load-balancer.ts'
import { publicIpv4 } from './public-ipv4.ts'
import { rdsMysql } from './rds-mysql.ts'
import { rdsPostgres } from './rds-postgres.ts'
import { route53 } from './route53.ts'
import { s3IntelligentTiering } from './s3-intelligent-tiering.ts'
import { s3 } from './s3.ts'
import { sagemakerHosting } from './sagemaker-hosting.ts'
import { sagemakerTraining } from './sagemaker-training.ts'
import { secretsManager } from './secrets-manager.ts'

/** The services of AWS, in the order in which lists show them. */
export const awsServices: readonly ServiceDeclaration[] = [
  ec2,
  autoScalingGroup,
  fargate,
  lambda,
  eks,
  ebs,
  ebsSnapshots,
  efs,
  s3,
  s3IntelligentTiering,
  rdsPostgres,
  rdsMysql,
  applicationLoadBalancer,
  networkLoadBalancer,
  natGateway,
  cloudfront,
  dataTransfer,
  route53,
  publicIpv4,
  sagemakerHosting,
  sagemakerTraining,
  cloudwatch,
  secretsManager,
]
