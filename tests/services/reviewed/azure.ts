import type { Reviewed } from './types.ts'

export const azureReviewed: Reviewed = { unpriced: [], unreachable: {}, fixed: [], standsForAnother: [], falls: {}, regions: {} }
