import { rule } from '#pricing/catalog/import/aws/rule.ts'
import type { AwsRule } from '#pricing/catalog/import/aws/rule.ts'

const ec2 = /^Amazon(?:EC2|VPC|EBS)$/
const elb = /^(?:AWSELB|AmazonEC2)$/

/** NAT, addresses, endpoints, load balancers, traffic. */
export const networkRules: readonly AwsRule[] = [
  rule(ec2, /^NatGateway-Hours$/, 'aws.nat-gateway/hour', 'hour'),
  rule(ec2, /^NatGateway-Bytes$/, 'aws.nat-gateway/data-processed', 'GB'),
  rule(ec2, /^PublicIPv4:InUseAddress$/, 'aws.public-ipv4/in-use-hour', 'hour'),
  rule(ec2, /^PublicIPv4:IdleAddress$/, 'aws.public-ipv4/idle-hour', 'hour'),
  rule(ec2, /^VpcEndpoint-Hours$/, 'aws.vpc-endpoint/interface-hour', 'AZ-hour'),
  rule(ec2, /^VpcEndpoint-Bytes$/, 'aws.vpc-endpoint/interface-data-processed', 'GB'),
  rule(ec2, /^VpcEndpoint-GWLBE-Hours$/, 'aws.vpc-endpoint/gwlb-endpoint-hour', 'hour'),
  rule(ec2, /^VpcEndpoint-GWLBE-Bytes$/, 'aws.vpc-endpoint/gwlb-endpoint-data-processed', 'GB'),
  rule(ec2, /^TransitGateway-Hours$/, 'aws.transit-gateway/attachment-hour', 'hour', { where: { operation: /^TransitGatewayVPC$/ } }),
  rule(ec2, /^TransitGateway-Bytes$/, 'aws.transit-gateway/data-processed', 'GB', { where: { operation: /^TransitGatewayVPC$/ } }),
  rule(ec2, /^VPN-Usage-Hours:ipsec\.1$/, 'aws.vpn/connection-hour', 'hour'),
  rule(elb, /^LoadBalancerUsage$/, 'aws.alb/hour', 'hour', { family: /^Load Balancer-Application$/ }),
  rule(elb, /^LCUUsage$/, 'aws.alb/lcu', 'LCU-hour', { family: /^Load Balancer-Application$/ }),
  rule(elb, /^LoadBalancerUsage$/, 'aws.nlb/hour', 'hour', { family: /^Load Balancer-Network$/ }),
  rule(elb, /^LCUUsage$/, 'aws.nlb/lcu', 'LCU-hour', { family: /^Load Balancer-Network$/ }),
  rule(elb, /^LoadBalancerUsage$/, 'aws.gwlb/hour', 'hour', { family: /^Load Balancer-Gateway$/ }),
  rule(elb, /^LCUUsage$/, 'aws.gwlb/lcu', 'LCU-hour', { family: /^Load Balancer-Gateway$/ }),
  rule(elb, /^LoadBalancerUsage$/, 'aws.clb/hour', 'hour', { family: /^Load Balancer$/ }),
  rule(elb, /^DataProcessing-Bytes$/, 'aws.clb/data-processed', 'GB', { family: /^Load Balancer$/ }),
  rule(/^AWSDataTransfer$/, /^DataTransfer-Out-Bytes$/, 'aws.data-transfer/internet-egress', 'GB', {
    where: { transferType: /^AWS Outbound$/ },
  }),
  rule(/^AWSDataTransfer$/, /^DataTransfer-Regional-Bytes$/, 'aws.data-transfer/cross-az', 'GB', {
    where: { transferType: /^IntraRegion$/ },
  }),
  rule(/^AWSDataTransfer$/, /^[A-Z0-9]+-AWS-Out-Bytes$|^AWS-Out-Bytes$/, 'aws.data-transfer/cross-region-to-{toRegionCode}', 'GB', {
    where: { transferType: /^InterRegion Outbound$/, toRegionCode: /^[a-z]+-[a-z]+-\d$/ },
  }),
]
