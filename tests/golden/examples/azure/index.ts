import type { Example } from '../../kit.ts'

export const azureExamples: readonly Example[] = []
