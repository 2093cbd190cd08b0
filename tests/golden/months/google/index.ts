import type { Worked } from '../../kit.ts'

export const googleMonths: readonly Worked[] = []
