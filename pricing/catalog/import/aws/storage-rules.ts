import { rule } from '#pricing/catalog/import/aws/rule.ts'
import type { AwsRule } from '#pricing/catalog/import/aws/rule.ts'

const ec2 = /^Amazon(?:EC2|VPC|EBS)$/

const blockRules: readonly AwsRule[] = [
  rule(ec2, /^EBS:VolumeUsage\.(gp2|gp3|io2|st1|sc1)$/, 'aws.ebs-$1/storage', 'GB-month'),
  rule(ec2, /^EBS:VolumeUsage\.piops$/, 'aws.ebs-io1/storage', 'GB-month'),
  rule(ec2, /^EBS:VolumeUsage$/, 'aws.ebs-magnetic/storage', 'GB-month'),
  rule(ec2, /^EBS:VolumeIOUsage$/, 'aws.ebs-magnetic/io-request', 'request'),
  rule(ec2, /^EBS:VolumeP-IOPS\.gp3$/, 'aws.ebs-gp3/iops', 'IOPS-month'),
  rule(ec2, /^EBS:VolumeP-IOPS\.piops$/, 'aws.ebs-io1/iops', 'IOPS-month'),
  rule(ec2, /^EBS:VolumeP-IOPS\.io2$/, 'aws.ebs-io2/iops', 'IOPS-month', { tier: [0, 32_000] }),
  rule(ec2, /^EBS:VolumeP-IOPS\.io2\.tier2$/, 'aws.ebs-io2/iops', 'IOPS-month', { tier: [32_000, 64_000] }),
  rule(ec2, /^EBS:VolumeP-IOPS\.io2\.tier3$/, 'aws.ebs-io2/iops', 'IOPS-month', { tier: [64_000, null] }),
  rule(ec2, /^EBS:VolumeP-Throughput\.gp3$/, 'aws.ebs-gp3/throughput', 'MiBps-month'),
  rule(ec2, /^EBS:SnapshotUsage$/, 'aws.ebs-snapshot/storage', 'GB-month'),
  rule(ec2, /^EBS:SnapshotArchiveStorage$/, 'aws.ebs-snapshot-archive/storage', 'GB-month'),
  rule(ec2, /^EBS:SnapshotArchiveRetrieval$/, 'aws.ebs-snapshot-archive/retrieval', 'GB'),
  rule(/^AmazonEFS$/, /^TimedStorage-ByteHrs$/, 'aws.efs-standard/storage', 'GB-month'),
  rule(/^AmazonEFS$/, /^TimedStorage-Z-ByteHrs$/, 'aws.efs-onezone/storage', 'GB-month'),
  rule(/^AmazonEFS$/, /^IATimedStorage-ByteHrs$/, 'aws.efs-standard-ia/storage', 'GB-month'),
  rule(/^AmazonEFS$/, /^IATimedStorage-Z-ByteHrs$/, 'aws.efs-onezone-ia/storage', 'GB-month'),
  rule(/^AmazonECR$/, /^TimedStorage-ByteHrs$/, 'aws.ecr/storage', 'GB-month'),
]

const s3 = /^AmazonS3$/
/** Storage classes as S3 writes them in its usage types. */
const classes: readonly (readonly [word: string, name: string])[] = [
  ['SIA', 's3-standard-ia'],
  ['ZIA', 's3-onezone-ia'],
  ['GIR', 's3-glacier-instant'],
]
const objectRules: readonly AwsRule[] = [
  rule(s3, /^TimedStorage-ByteHrs$/, 'aws.s3-standard/storage', 'GB-month'),
  rule(s3, /^TimedStorage-GlacierByteHrs$/, 'aws.s3-glacier-flexible/storage', 'GB-month'),
  rule(s3, /^TimedStorage-GDA-ByteHrs$/, 'aws.s3-glacier-deep-archive/storage', 'GB-month'),
  rule(s3, /^TimedStorage-INT-FA-ByteHrs$/, 'aws.s3-intelligent-tiering/storage-frequent', 'GB-month'),
  rule(s3, /^TimedStorage-INT-IA-ByteHrs$/, 'aws.s3-intelligent-tiering/storage-infrequent', 'GB-month'),
  rule(s3, /^TimedStorage-INT-AIA-ByteHrs$/, 'aws.s3-intelligent-tiering/storage-archive-instant', 'GB-month'),
  rule(s3, /^TimedStorage-INT-AA-ByteHrs$/, 'aws.s3-intelligent-tiering/storage-archive', 'GB-month'),
  rule(s3, /^TimedStorage-INT-DAA-ByteHrs$/, 'aws.s3-intelligent-tiering/storage-deep-archive', 'GB-month'),
  rule(s3, /^Monitoring-Automation-INT$/, 'aws.s3-intelligent-tiering/monitoring', 'object-month'),
  rule(s3, /^Requests-Tier1$/, 'aws.s3-standard/request-put', 'request'),
  rule(s3, /^Requests-Tier2$/, 'aws.s3-standard/request-get', 'request'),
  ...classes.flatMap(([word, name]): AwsRule[] => [
    rule(s3, new RegExp(`^TimedStorage-${word}-ByteHrs$`), `aws.${name}/storage`, 'GB-month'),
    rule(s3, new RegExp(`^Requests-${word}-Tier1$`), `aws.${name}/request-put`, 'request'),
    rule(s3, new RegExp(`^Requests-${word}-Tier2$`), `aws.${name}/request-get`, 'request'),
    rule(s3, new RegExp(`^Retrieval-${word}$`), `aws.${name}/retrieval`, 'GB'),
  ]),
]

/** Volumes, files, images, objects. */
export const storageRules: readonly AwsRule[] = [...blockRules, ...objectRules]
