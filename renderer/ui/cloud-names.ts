import type { VendorCloud } from '#pricing/services/equivalents.ts'

/** Clouds as a person reads them. What belongs to none has other words in every place. */
export const cloudNames: Readonly<Record<VendorCloud, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Azure' }
