/** How many copies of stored data there are and where: https://learn.microsoft.com/azure/storage/common/storage-redundancy */
export const redundancies = {
  lrs: 'LRS: three copies in one place',
  zrs: 'ZRS: over three zones',
  grs: 'GRS: also in a second region',
  'ra-grs': 'RA-GRS: readable second region',
  gzrs: 'GZRS: over zones and in a second region',
  'ra-gzrs': 'RA-GZRS: over zones, readable second region',
} as const

export const localRedundancies = { lrs: redundancies.lrs, zrs: redundancies.zrs } as const

/** Those that send what is written to a second region. */
export const geoRedundant = ['grs', 'ra-grs', 'gzrs', 'ra-gzrs'] as const
