import { awsOwnPrices } from './aws.ts'
import { azureOwnPrices } from './azure.ts'
import { googleOwnPrices } from './google.ts'
import type { OwnPrices } from './types.ts'

export const ownPrices: readonly OwnPrices[] = [...awsOwnPrices, ...googleOwnPrices, ...azureOwnPrices]
