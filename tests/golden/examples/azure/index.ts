import type { Example } from '../../kit.ts'
import { computeAndDataExamples } from './compute-and-data.ts'
import { gatewayExamples } from './gateway.ts'
import { storageExamples } from './storage.ts'

export const azureExamples: readonly Example[] = [...storageExamples, ...computeAndDataExamples, ...gatewayExamples]
