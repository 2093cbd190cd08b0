import { ImportFault } from '#pricing/catalog/import/fault.ts'
import { googleServices } from '#pricing/catalog/import/google/rules.ts'
import { readPage } from '#pricing/catalog/update/part.ts'
import type { Listing, Part } from '#pricing/catalog/update/part.ts'

const mostPages = 1000

/**
 * Wanted services whole, page by page: the catalog cannot be asked for a region
 * (https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list). The key goes in a header, so that no address holds it.
 */
export function googleParts({ query, regions, address, options }: Listing, key: string): readonly Part[] {
  if (regions.length === 0) return []
  const names = Object.keys(googleServices)
  const services = query.services.length === 0 ? names : names.filter((name) => query.services.includes(name))
  return services.map((service): Part => {
    const first = `${address}/v1/services/${googleServices[service] ?? ''}/skus?currencyCode=USD&pageSize=5000`
    return {
      name: `google ${service} ${options.asOf}`,
      title: service,
      read: async (gatherer, reading) => {
        let token: string | null = ''
        for (let page = 1; token !== null; page++) {
          if (page > mostPages) throw new ImportFault(`page ${page}`, 'The list does not come to an end.', 'Try again later.')
          const url: string = token === '' ? first : `${first}&pageToken=${encodeURIComponent(token)}`
          const asked = { url, title: `${service}, page ${page}`, format: 'google-json', headers: { 'x-goog-api-key': key } } as const
          token = await readPage(asked, gatherer, reading)
        }
      },
    }
  })
}
