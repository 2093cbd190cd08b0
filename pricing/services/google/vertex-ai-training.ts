import { hoursOfUse, perMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

export const vertexAiTraining = service({
  id: 'google.vertex-ai-training',
  name: 'Vertex AI training',
  cloud: 'google',
  category: 'machine-learning',
  source: 'https://cloud.google.com/vertex-ai/pricing',
  summary: 'Machines that train a model of your own, billed for the time each job runs, management fee included.',
  keywords: ['vertex ai', 'custom training', 'machine learning', 'ml', 'fine-tuning', 'training job'],
  inputs: {
    size: size({
      label: 'Machine type',
      help: 'The machine type of the jobs, such as n1-standard-4.',
      sizes: { from: 'rates', patterns: ['google.vertex-ai/training-{size}'] },
      default: 'n1-standard-4',
    }),
    jobs: perMonth({ label: 'Jobs', help: 'Training jobs a month.', unit: 'jobs' }),
    hours: hoursOfUse({ label: 'Hours per job', help: 'Hours that one job runs, start of the machines included.' }),
    count: quantity({ label: 'Machines per job', help: 'Machines that work on one job together.', unit: 'machines', default: '1' }),
  },
  charges: {
    machines: { label: 'Machine hours', unit: 'hour', quantity: 'jobs * count * hours', rate: 'google.vertex-ai/training-{size}' },
  },
  columns: { size: 'size', count: 'count' },
})
