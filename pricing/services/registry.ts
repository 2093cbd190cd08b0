import { applicationLoadBalancer } from './aws/application-load-balancer.ts'
import { autoScalingGroup } from './aws/auto-scaling-group.ts'
import { cloudfront } from './aws/cloudfront.ts'
import { cloudwatch } from './aws/cloudwatch.ts'
import { dataTransfer } from './aws/data-transfer.ts'
import { ebsSnapshots } from './aws/ebs-snapshots.ts'
import { ebs } from './aws/ebs.ts'
import { ec2 } from './aws/ec2.ts'
import { efs } from './aws/efs.ts'
import { eks } from './aws/eks.ts'
import { fargate } from './aws/fargate.ts'
import { lambda } from './aws/lambda.ts'
import { natGateway } from './aws/nat-gateway.ts'
import { networkLoadBalancer } from './aws/network-load-balancer.ts'
import { publicIpv4 } from './aws/public-ipv4.ts'
import { rdsMysql } from './aws/rds-mysql.ts'
import { rdsPostgres } from './aws/rds-postgres.ts'
import { route53 } from './aws/route53.ts'
import { s3IntelligentTiering } from './aws/s3-intelligent-tiering.ts'
import { s3 } from './aws/s3.ts'
import { sagemakerHosting } from './aws/sagemaker-hosting.ts'
import { sagemakerTraining } from './aws/sagemaker-training.ts'
import { secretsManager } from './aws/secrets-manager.ts'
import type { ServiceDeclaration } from './declare.ts'
import { flat } from './general/flat.ts'
import { people } from './general/people.ts'
import { percentage } from './general/percentage.ts'

const declared: readonly ServiceDeclaration[] = [
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
  flat,
  percentage,
  people,
]

/** Every service the program declares, by id, in the order in which lists show them. */
export const services: ReadonlyMap<string, ServiceDeclaration> = new Map(declared.map((declaration) => [declaration.id, declaration]))
