import type { Worked } from '../../kit.ts'
import { analyticsMonths } from './analytics.ts'
import { computeMonths } from './compute.ts'
import { databasesMonths } from './databases.ts'
import { integrationMonths } from './integration.ts'
import { machineLearningMonths } from './machine-learning.ts'
import { networkMonths } from './network.ts'
import { platformMonths } from './platform.ts'
import { privateNetworksMonths } from './private-networks.ts'
import { storageMonths } from './storage.ts'

export const awsMonths: readonly Worked[] = [
  ...computeMonths,
  ...storageMonths,
  ...networkMonths,
  ...databasesMonths,
  ...integrationMonths,
  ...analyticsMonths,
  ...platformMonths,
  ...machineLearningMonths,
  ...privateNetworksMonths,
]
