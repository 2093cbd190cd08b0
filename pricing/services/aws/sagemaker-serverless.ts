import { dataPerMonth, duration, hoursOfUse, memory, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Billed by the millisecond for the memory of the endpoint; warm capacity has prices of its own, as with functions. */
export const sagemakerServerless = service({
  id: 'aws.sagemaker-serverless',
  name: 'SageMaker serverless inference',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  summary: 'Model endpoint that runs only while it is asked, billed by memory × time and by data.',
  keywords: ['sagemaker', 'inference', 'endpoint', 'serverless', 'prediction', 'machine learning', 'ml'],
  inputs: {
    requests: perMonth({ label: 'Requests', help: 'Predictions a month without warm capacity.', unit: 'requests' }),
    duration: duration({ label: 'Average duration', help: 'Time of one prediction in milliseconds, such as 120 or 2 s.' }),
    memory: memory({ label: 'Memory', help: 'Memory of the endpoint in MB, 1,024 to 6,144.', default: '2,048', min: 1024, max: 6144 }),
    data: dataPerMonth({ label: 'Data in and out', help: 'GB a month of requests and answers together.', default: '0' }),
    provisioned: quantity({
      label: 'Provisioned concurrency',
      help: 'Copies of the endpoint kept warm.',
      unit: 'copies',
      default: '0',
      minor: true,
    }),
    provisionedHours: hoursOfUse({
      label: 'Provisioned hours',
      help: 'Hours a month that the copies are kept warm, such as 8 h/day.',
      default: '24 h/day',
      minor: true,
    }),
    provisionedRequests: perMonth({
      label: 'Requests on warm copies',
      help: 'Predictions a month served by warm copies, besides the others.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    gigabytes: 'memory / 1024',
  },
  charges: {
    duration: {
      label: 'Inference',
      unit: 'GB-second',
      quantity: 'requests * duration / 1000 * gigabytes',
      rate: 'aws.sagemaker-serverless/duration',
    },
    data: { label: 'Data in and out', unit: 'GB', quantity: 'data', rate: 'aws.sagemaker-serverless/data-processed' },
    provisioned: {
      label: 'Provisioned concurrency',
      unit: 'GB-second',
      quantity: 'provisioned * provisionedHours * 3600 * gigabytes',
      rate: 'aws.sagemaker-serverless/provisioned-concurrency',
    },
    provisionedDuration: {
      label: 'Inference on warm copies',
      unit: 'GB-second',
      quantity: 'provisionedRequests * duration / 1000 * gigabytes',
      rate: 'aws.sagemaker-serverless/provisioned-duration',
    },
  },
})
