import type { Reviewed } from './types.ts'

export const generalReviewed: Reviewed = { unpriced: [], unreachable: {}, fixed: [], standsForAnother: [], falls: {}, regions: {} }
