import type { Worked } from '../../kit.ts'

export const machineLearningMonths: readonly Worked[] = [
  {
    name: 'SageMaker processing in Ireland: thirty jobs of two hours on two ml.m5.xlarge with 73 GB each',
    rows: [{ service: 'aws.sagemaker-processing', region: 'eu-west-1', inputs: { jobs: '30', hours: '2', count: '2', storage: '73' } }],
    working: '120 × 0.257 + 73 × 120/730 × 0.11',
    total: 32.16,
  },
  {
    name: 'SageMaker batch transform in Ireland: four jobs of an hour and a half on three ml.m5.xlarge',
    rows: [{ service: 'aws.sagemaker-batch-transform', region: 'eu-west-1', inputs: { jobs: '4', hours: '1.5', count: '3' } }],
    working: '18 × 0.257',
    total: 4.626,
  },
  {
    name: 'SageMaker notebooks in Ireland: three ml.t3.medium for 160 hours, 5 GB each, and Studio for 50 hours',
    rows: [
      { service: 'aws.sagemaker-notebook', region: 'eu-west-1', inputs: { count: '3', hours: '160' } },
      {
        service: 'aws.sagemaker-notebook',
        region: 'eu-west-1',
        inputs: { kind: 'studio', size: 'ml.m5.large', hours: '50', storage: '0' },
      },
    ],
    working: '480 × 0.055 + 15 × 0.154 + 50 × 0.128',
    total: 35.11,
  },
  {
    name: 'Bedrock at typed prices: 100,000 calls of 2,000 tokens in and 500 out',
    rows: [
      {
        service: 'aws.bedrock',
        inputs: {
          requests: '100,000',
          inputTokens: '2,000',
          outputTokens: '500',
          inputPrice: '3',
          outputPrice: '15',
          cachedTokens: '1,000',
          cachedPrice: '0.30',
          modelUnits: '1',
          modelUnitHours: '10',
          modelUnitPrice: '22',
        },
      },
    ],
    working: '200 × 3 + 50 × 15 + 100 × 0.30 + 10 × 22',
    total: 1600,
  },
]
