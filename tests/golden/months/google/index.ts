import type { Worked } from '../../kit.ts'
import { googleComputeMonths } from './compute.ts'
import { googleDatabasesMonths } from './databases.ts'
import { googleNetworkMonths } from './network.ts'
import { googleOthersMonths } from './others.ts'
import { googleStorageMonths } from './storage.ts'

export const googleMonths: readonly Worked[] = [
  ...googleComputeMonths,
  ...googleStorageMonths,
  ...googleDatabasesMonths,
  ...googleNetworkMonths,
  ...googleOthersMonths,
]
