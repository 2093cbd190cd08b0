import { hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

/** A deployed model keeps its least number of nodes running, used or not. */
export const vertexAiPrediction = service({
  id: 'google.vertex-ai-prediction',
  name: 'Vertex AI prediction',
  cloud: 'google',
  category: 'machine-learning',
  source: 'https://cloud.google.com/vertex-ai/pricing',
  summary: 'Nodes that answer requests with a deployed model, billed by the hour of each node.',
  keywords: ['vertex ai', 'endpoint', 'inference', 'serving', 'online prediction', 'machine learning', 'ml'],
  inputs: {
    size: size({
      label: 'Machine type',
      help: 'The machine type of the nodes, such as n1-standard-4.',
      sizes: { from: 'rates', patterns: ['google.vertex-ai/prediction-{size}'] },
      default: 'n1-standard-4',
    }),
    count: quantity({
      label: 'Nodes',
      help: 'Nodes running on average, at least one for each deployed model.',
      unit: 'nodes',
      default: '1',
    }),
    hours: hoursPerMonth(),
  },
  charges: {
    nodes: { label: 'Node hours', unit: 'hour', quantity: 'count * hours', rate: 'google.vertex-ai/prediction-{size}' },
  },
  columns: { size: 'size', count: 'count' },
})
