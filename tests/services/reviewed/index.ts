import { awsReviewed } from './aws.ts'
import { azureReviewed } from './azure.ts'
import { generalReviewed } from './general.ts'
import { googleReviewed } from './google.ts'
import type { Reviewed } from './types.ts'

const clouds: readonly Reviewed[] = [awsReviewed, googleReviewed, azureReviewed, generalReviewed]

/** The lists of all clouds together. */
export const reviewed: Reviewed = {
  unpriced: clouds.flatMap((cloud) => cloud.unpriced),
  unreachable: joined((cloud) => cloud.unreachable),
  fixed: clouds.flatMap((cloud) => cloud.fixed),
  standsForAnother: clouds.flatMap((cloud) => cloud.standsForAnother),
  falls: joined((cloud) => cloud.falls),
  regions: joined((cloud) => cloud.regions),
}

function joined(part: (cloud: Reviewed) => Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(clouds.flatMap((cloud) => Object.entries(part(cloud))))
}
