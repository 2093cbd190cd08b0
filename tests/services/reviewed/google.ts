import type { Reviewed } from './types.ts'

export const googleReviewed: Reviewed = { unpriced: [], unreachable: {}, fixed: [], standsForAnother: [], falls: {}, regions: {} }
