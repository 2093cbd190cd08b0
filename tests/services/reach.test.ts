import { describe, expect, it } from 'vitest'
import { serviceFor } from '#pricing/services/owner.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/golden/kit.ts'
import { reviewed } from './reviewed/index.ts'

describe.each(['aws', 'google', 'azure'] as const)('the prices of %s', (cloud) => {
  it('can each be asked for by a service, or are on the reviewed list with the reason', () => {
    const places = ['all', 'global', ...bundledBook().regions(cloud)]
    const keys = bundledBook()
      .matches(`${cloud}.{rest}`)
      .map((rest) => `${cloud}.${rest}`)
    const beyondReach = keys.filter((key) => !places.some((place) => serviceFor(key, place, services) !== null))
    const accepted = Object.keys(reviewed.unreachable).filter((key) => key.startsWith(`${cloud}.`))
    expect(beyondReach.toSorted()).toEqual(accepted.toSorted())
  })
})
