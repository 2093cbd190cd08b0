import { type Example } from '../../kit.ts'

const fargatePage = 'https://aws.amazon.com/fargate/pricing/'
const fargatePrices = { 'aws.fargate/vcpu-hour-x86': 1.1244e-5 * 3600, 'aws.fargate/gb-hour-x86': 1.235e-6 * 3600 }

export const fargateExamples: readonly Example[] = [
  {
    name: 'five tasks of 1 vCPU and 2 GB for ten minutes a day, with 10 GB of disk above the free 20',
    source: `${fargatePage} example 1`,
    monthHours: 720,
    rows: [{ service: 'aws.fargate', inputs: { tasks: '5', vcpus: '1', memory: '2', storage: '30', hours: '10 min/day' } }],
    prices: { ...fargatePrices, 'aws.fargate/storage-gb-hour': 3.08e-8 * 3600 },
    total: 1.26,
  },
  {
    name: 'ten pods of a quarter vCPU and 1 GB for an hour a day',
    source: `${fargatePage} example 3`,
    monthHours: 720,
    rows: [{ service: 'aws.fargate', inputs: { tasks: '10', vcpus: '0.25', memory: '1', hours: '1 h/day' } }],
    prices: fargatePrices,
    total: 4.37,
  },
]

const planRow = (count: string) => ({
  service: 'aws.ec2',
  inputs: { size: 't3.medium', count },
  purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }] as const,
})

export const instanceExamples: readonly Example[] = [
  {
    name: 'EC2: 450 × t3.medium on a one-year plan and 20 GB of gp2 each',
    source: 'AWS Pricing Calculator export, quoted in a README',
    rows: [planRow('450'), { service: 'aws.ebs', inputs: { type: 'gp2', storage: '20', count: '450' } }],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    machines: { 't3.medium': { onDemand: 0.0416, reserved1y: 0.0261 } },
    total: 9473.85,
  },
  {
    name: 'EC2: 240 × t3.medium on the same plan',
    source: 'AWS Pricing Calculator export, quoted in a README',
    rows: [planRow('240'), { service: 'aws.ebs', inputs: { type: 'gp2', storage: '20', count: '240' } }],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    machines: { 't3.medium': { onDemand: 0.0416, reserved1y: 0.0261 } },
    total: 5052.72,
  },
  {
    name: 'EC2: 6 × t4g.xlarge and 30 GB of gp2 each',
    source: 'AWS Pricing Calculator export, AdroitAnandAI/cand-c2-project',
    rows: [
      { service: 'aws.ec2', inputs: { size: 't4g.xlarge', count: '6' } },
      { service: 'aws.ebs', inputs: { type: 'gp2', storage: '30', count: '6' } },
    ],
    prices: { 'aws.ebs-gp2/storage': 0.1 },
    machines: { 't4g.xlarge': { onDemand: 0.1344 } },
    total: 606.67,
  },
]
