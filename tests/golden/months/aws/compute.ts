import type { Worked } from '../../kit.ts'

export const computeMonths: readonly Worked[] = [
  {
    name: 'four t3.medium in Virginia',
    rows: [{ service: 'aws.ec2', inputs: { count: '4' } }],
    working: '4 × 730 × 0.0416',
    total: 121.472,
  },
  {
    name: 'one m5.large in Frankfurt for ten hours a day',
    rows: [{ service: 'aws.ec2', region: 'eu-central-1', inputs: { size: 'm5.large', hours: '10 h/day' } }],
    working: '730 × 10/24 × 0.115',
    total: 34.979166666666664,
  },
  {
    name: 'an Auto Scaling group that runs three and a half instances on average',
    rows: [{ service: 'aws.auto-scaling-group', inputs: { average: '3.5', minimum: '2' } }],
    working: '3.5 × 730 × 0.0416',
    total: 106.288,
  },
  {
    name: 'an Auto Scaling group that may not shrink to its average',
    rows: [{ service: 'aws.auto-scaling-group', inputs: { average: '1', minimum: '2' } }],
    working: '2 × 730 × 0.0416',
    total: 60.736,
  },
  {
    name: 'Lambda on Arm with ten environments warm for 8 h a day',
    rows: [
      {
        service: 'aws.lambda',
        inputs: { architecture: 'arm', requests: '10e6', duration: '200', memory: '512', provisioned: '10', provisionedHours: '8 h/day' },
      },
    ],
    working: '10 M × 0.0000002 + 10 M × 0.2 s × 0.5 GB × 0.0000133334 + 10 × 730/3 h × 3600 × 0.5 GB × 0.000003333',
    total: 29.93194,
  },
  {
    name: 'Lambda on x86 with 2 GB of temporary storage',
    rows: [{ service: 'aws.lambda', inputs: { requests: '1e6', duration: '1 s', memory: '1,024', ephemeral: '2,048' } }],
    working: '0.2 + 1 M × 0.0000166667 + 1 M × 1.5 GB × 0.0000000309',
    total: 16.91305,
  },
  {
    name: 'two Fargate tasks of 1 vCPU and 4 GB on Arm',
    rows: [{ service: 'aws.fargate', inputs: { architecture: 'arm', tasks: '2', vcpus: '1', memory: '4' } }],
    working: '1,460 × 0.03238 + 5,840 × 0.00356',
    total: 68.0652,
  },
  {
    name: 'the same two tasks on Fargate Spot, x86',
    rows: [{ service: 'aws.fargate', inputs: { capacity: 'spot', tasks: '2', vcpus: '1', memory: '4' } }],
    working: '1,460 × 0.01334053 + 5,840 × 0.00146489',
    total: 28.0321314,
  },
  {
    name: 'an EKS cluster in extended support',
    rows: [{ service: 'aws.eks', inputs: { support: 'extended' } }],
    working: '730 × (0.10 + 0.50)',
    total: 438,
  },
  {
    name: 'a SageMaker endpoint of two ml.m5.large, whose type only the common list has',
    rows: [{ service: 'aws.sagemaker-hosting', inputs: { count: '2' } }],
    working: '2 × 730 × 0.115',
    total: 167.9,
  },
  {
    name: 'a SageMaker endpoint in Ireland with storage and data',
    rows: [
      {
        service: 'aws.sagemaker-hosting',
        region: 'eu-west-1',
        inputs: { size: 'ml.g4dn.xlarge', hours: '100', storage: '73', dataIn: '100', dataOut: '50' },
      },
    ],
    working: '100 × 0.821 + 73 × 100/730 × 0.154 + 150 × 0.016',
    total: 86.04,
  },
  {
    name: 'SageMaker training: four jobs of a day on ml.p3.2xlarge',
    rows: [{ service: 'aws.sagemaker-training', inputs: { size: 'ml.p3.2xlarge', jobs: '4', hours: '24' } }],
    working: '4 × 24 × 3.825',
    total: 367.2,
  },
  {
    name: 'Lambda on two managed instances: requests, and a fee of 15 % of their on-demand price',
    rows: [{ service: 'aws.lambda-managed-instances', inputs: { requests: '50e6', count: '2', instancePrice: '0.1' } }],
    working: '50 M × 0.0000002 + 2 × 730 × 0.1 × 15 %',
    total: 31.9,
  },
]
