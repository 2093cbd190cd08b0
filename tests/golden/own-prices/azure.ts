import type { OwnPrices } from './types.ts'

export const azureOwnPrices: readonly OwnPrices[] = []
