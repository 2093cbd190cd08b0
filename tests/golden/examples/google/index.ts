import type { Example } from '../../kit.ts'

export const googleExamples: readonly Example[] = []
