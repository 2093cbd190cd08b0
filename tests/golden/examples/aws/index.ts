import type { Example } from '../../kit.ts'
import { apiGatewayExamples } from './api-gateway.ts'
import { fargateExamples, instanceExamples } from './containers-and-instances.ts'
import { lambdaExamples } from './functions.ts'
import { cloudwatchExamples, networkExamples } from './network-and-logs.ts'
import { ebsExamples, storageExamples } from './storage.ts'

export const awsExamples: readonly Example[] = [
  ...lambdaExamples,
  ...fargateExamples,
  ...instanceExamples,
  ...storageExamples,
  ...ebsExamples,
  ...cloudwatchExamples,
  ...networkExamples,
  ...apiGatewayExamples,
]
