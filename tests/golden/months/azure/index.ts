import type { Worked } from '../../kit.ts'
import { analyticsMonths } from './analytics.ts'
import { computeMonths } from './compute.ts'
import { databasesMonths } from './databases.ts'
import { integrationMonths } from './integration.ts'
import { networkMonths } from './network.ts'
import { storageMonths } from './storage.ts'

export const azureMonths: readonly Worked[] = [
  ...computeMonths,
  ...storageMonths,
  ...databasesMonths,
  ...networkMonths,
  ...integrationMonths,
  ...analyticsMonths,
]
