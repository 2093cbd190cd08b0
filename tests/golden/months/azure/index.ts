import type { Worked } from '../../kit.ts'

export const azureMonths: readonly Worked[] = []
