import { describe, expect, it } from 'vitest'
import { services } from '#pricing/services/registry.ts'
import { matching, regionItems } from '#renderer/inspector/list-items.ts'
import { regionsFor } from '#renderer/workspace/cells/regions.ts'
import { listSuggestions } from '#renderer/workspace/cells/suggest.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { rowOf } from '#tests/panels/kit.ts'

const book = bundledBook()
const regions = (service: string, inputs: Readonly<Record<string, string>> = {}) =>
  regionsFor(rowOf('row', 1, { service, inputs }), services.get(service)!, book)

describe('the regions a row can stand in', () => {
  it('are those that offer its size first, and say which do not', () => {
    const choices = regions('aws.ec2', { size: 'p4d.24xlarge' })
    const offered = choices.filter(({ offers }) => offers === 'all').map(({ value }) => value)
    expect(choices.slice(0, offered.length).map(({ value }) => value)).toEqual(offered)
    expect(offered.length).toBeGreaterThan(2)
    expect(offered.every((region) => book.compute('aws', 'p4d.24xlarge', region, 'on-demand').ok)).toBe(true)
    const others = choices.slice(offered.length)
    expect(others.length).toBeGreaterThan(5)
    expect(
      others.every(({ value, detail }) => detail.endsWith('not offered') && !book.compute('aws', 'p4d.24xlarge', value, 'on-demand').ok),
    ).toBe(true)
  })

  it('are every region of the cloud, each once, whatever the size', () => {
    for (const size of ['t3.medium', 'no-such-size'])
      expect(
        regions('aws.ec2', { size })
          .map(({ value }) => value)
          .toSorted(),
      ).toEqual([...book.regions('aws')].toSorted())
  })

  it('call a region incomplete where some of the row’s prices are missing, not where none is known anywhere', () => {
    const s3 = regions('aws.s3', { class: 'glacier-instant' })
    expect(s3[0]?.offers).toBe('all')
    expect(s3.some(({ offers }) => offers !== 'all')).toBe(true)
  })

  it('have names, and those of one part of the world stand together', () => {
    const choices = regions('aws.ec2')
    expect(choices[0]).toMatchObject({ value: 'us-east-1', detail: 'US East (N. Virginia) · North America' })
    const worlds = choices.filter(({ offers }) => offers === 'all').map(({ detail }) => detail.split(' · ')[1])
    expect(worlds.filter((world, at) => world !== worlds[at - 1]).length).toBe(new Set(worlds).size)
  })

  it('are found by city and country, in the sheet and in the inspector', () => {
    const choices = regions('aws.ec2')
    for (const query of ['dublin', 'ireland', 'eu-west-1']) {
      expect(matching(regionItems(choices), query)[0]?.value).toBe('eu-west-1')
      expect(listSuggestions(choices, query).items[0]?.text).toBe('eu-west-1')
    }
    expect(matching(regionItems(choices), 'sao paulo')[0]?.value).toBe('sa-east-1')
  })

  it('are none for a service sold without a region', () => {
    expect(regions('general.flat')).toEqual([])
  })
})
