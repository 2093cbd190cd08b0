import { hoursOfUse } from '../fields.ts'
import { service } from '../service.ts'

export const vertexAiAutoml = service({
  id: 'google.vertex-ai-automl',
  name: 'Vertex AI AutoML',
  cloud: 'google',
  category: 'machine-learning',
  source: 'https://cloud.google.com/vertex-ai/pricing',
  summary: 'Models for images and videos trained without code, billed by node hours of training, serving and batch prediction.',
  keywords: ['automl', 'vision', 'image classification', 'object detection', 'video', 'machine learning', 'ml'],
  inputs: {
    imageTraining: hoursOfUse({ label: 'Image training', help: 'Node hours a month that train image models.' }),
    classification: hoursOfUse({
      label: 'Serving, classification',
      help: 'Node hours a month that image classification models are deployed.',
      default: '0',
    }),
    detection: hoursOfUse({
      label: 'Serving, object detection',
      help: 'Node hours a month that object detection models are deployed.',
      default: '0',
    }),
    batch: hoursOfUse({ label: 'Batch prediction', help: 'Node hours a month of batch prediction on images.', default: '0' }),
    videoTraining: hoursOfUse({
      label: 'Video training',
      help: 'Node hours a month that train video models.',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    imageTraining: {
      label: 'Image training',
      unit: 'node-hour',
      quantity: 'imageTraining',
      rate: 'google.vertex-ai/automl-image-training',
    },
    classification: {
      label: 'Serving, classification',
      unit: 'node-hour',
      quantity: 'classification',
      rate: 'google.vertex-ai/automl-image-deploy-classification',
    },
    detection: {
      label: 'Serving, object detection',
      unit: 'node-hour',
      quantity: 'detection',
      rate: 'google.vertex-ai/automl-image-deploy-object-detection',
    },
    batch: { label: 'Batch prediction', unit: 'node-hour', quantity: 'batch', rate: 'google.vertex-ai/automl-image-batch-prediction' },
    videoTraining: {
      label: 'Video training',
      unit: 'node-hour',
      quantity: 'videoTraining',
      rate: 'google.vertex-ai/automl-video-training',
    },
  },
})
