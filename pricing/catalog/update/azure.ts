import { ImportFault } from '#pricing/catalog/import/fault.ts'
import { azureServices } from '#pricing/catalog/import/azure/rules.ts'
import { hostOf } from '#pricing/catalog/update/ask.ts'
import { readPage } from '#pricing/catalog/update/part.ts'
import type { Listing, Part } from '#pricing/catalog/update/part.ts'

/** A hundred prices a page; the largest service of a region has about six thousand. */
const mostPages = 1000

/** Wanted services of each region, page by page (https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices). */
export function azureParts({ query, regions, address, options }: Listing): readonly Part[] {
  const services = query.services.length === 0 ? azureServices : query.services.filter((name) => !/^(?:Amazon|AWS|aws)[A-Z]/.test(name))
  return services.flatMap((service) =>
    regions.map((region): Part => {
      const title = `${service} in ${region}`
      const filter = `serviceName eq '${service.replaceAll("'", "''")}' and armRegionName eq '${region}'`
      const first = `${address}/api/retail/prices?api-version=2023-01-01-preview&currencyCode=USD&$filter=${encodeURIComponent(filter)}`
      return {
        name: `azure ${service} ${region} ${options.asOf}`,
        title,
        read: async (gatherer, reading) => {
          let url: string | null = first
          for (let page = 1; url !== null; page++) {
            if (page > mostPages) throw new ImportFault(`page ${page}`, 'The list does not come to an end.', 'Try again later.')
            url = sameHost(
              await readPage({ url, title: `${title}, page ${page}`, format: 'azure-json', headers: {} }, gatherer, reading),
              address,
              page,
            )
          }
        },
      }
    }),
  )
}

/** An answer may lead only to its own host. Some versions of the API write the port into the address. */
function sameHost(next: string | null, address: string, page: number): string | null {
  if (next === null) return null
  const plain = next.replace(/^(https:\/\/[^/:]+):443\//, '$1/')
  if (hostOf(plain) === hostOf(address) && plain.startsWith(address)) return plain
  throw new ImportFault(`page ${page}`, `The next page is said to be on another host: ${hostOf(next)}.`, 'Try again later.')
}
