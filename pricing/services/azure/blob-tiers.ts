import { choice, dataPerMonth } from '../fields.ts'
import { redundancies } from './redundancy.ts'

/** What block blobs and data lakes are asked and charged alike: the tier, the copies, what is held and what is read back. */

export const colder = ['cool', 'cold', 'archive'] as const

export const accessTier = choice({
  label: 'Access tier',
  help: 'Hot for what is read often; the colder tiers keep for less and charge for reading.',
  options: { hot: 'Hot', cool: 'Cool', cold: 'Cold', archive: 'Archive' },
  default: 'hot',
})

export const redundancy = choice({
  label: 'Redundancy',
  help: 'Where the copies are; the archive tier has only LRS, GRS and RA-GRS.',
  options: redundancies,
  default: 'lrs',
})

export const readBack = dataPerMonth({ label: 'Read back', help: 'GB a month read from a colder tier; Hot does not charge it.' })

export const storageCharge = {
  label: 'Storage',
  unit: 'GB-month',
  quantity: 'stored',
  rate: 'azure.blob-{accessTier}-{redundancy}/storage',
} as const

export const readBackCharge = {
  label: 'Read back',
  unit: 'GB',
  quantity: 'retrieved',
  when: { accessTier: colder },
  rate: 'azure.blob-{accessTier}-{redundancy}/retrieval',
} as const
