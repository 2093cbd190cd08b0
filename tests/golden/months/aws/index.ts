import type { Worked } from '../../kit.ts'
import { computeMonths } from './compute.ts'
import { networkMonths } from './network.ts'
import { storageMonths } from './storage.ts'

export const awsMonths: readonly Worked[] = [...computeMonths, ...storageMonths, ...networkMonths]
