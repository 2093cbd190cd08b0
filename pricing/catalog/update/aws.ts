import { ImportFault } from '#pricing/catalog/import/fault.ts'
import { awsServices } from '#pricing/catalog/import/aws/rules.ts'
import { isObject, textOf } from '#pricing/catalog/import/json-shape.ts'
import { jsonValues } from '#pricing/catalog/import/json-values.ts'
import { download } from '#pricing/catalog/update/download.ts'
import { readPage } from '#pricing/catalog/update/part.ts'
import type { Listing, Part } from '#pricing/catalog/update/part.ts'

/**
 * The offer files of the wanted services and regions, by way of each service's region index
 * (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api-fetching-price-list-files-manually.html).
 */
export async function awsParts(listing: Listing): Promise<readonly Part[]> {
  const wanted = listing.query.services.filter((name) => /^(?:Amazon|AWS|aws)[A-Za-z0-9]+$/.test(name))
  const services = listing.query.services.length === 0 ? awsServices : wanted
  const parts: Part[] = []
  for (const service of services) parts.push(...(await serviceParts(service, listing)))
  return parts
}

async function serviceParts(service: string, { asking, regions, address }: Listing): Promise<readonly Part[]> {
  const files = await regionFiles(`${address}/offers/v1.0/aws/${service}/current/region_index.json`, service, asking)
  return regions.flatMap((region): Part[] => {
    const file = files.get(region)
    if (file === undefined) return []
    const title = `${service} in ${region}`
    // The CSV form of the same file is smaller and reads in one pass.
    const url = `${address}${file.replace(/\.json$/, '.csv')}`
    return [
      {
        name: `aws ${file}`,
        title,
        read: async (gatherer, reading) => void (await readPage({ url, title, format: 'aws-csv', headers: {} }, gatherer, reading)),
      },
    ]
  })
}

async function regionFiles(url: string, service: string, asking: Listing['asking']): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const reader = jsonValues([['regions', '*']], ([, region = ''], value) => {
    const file = isObject(value) ? textOf(value['currentVersionUrl']) : ''
    if (!/^\/offers\/v1\.0\/aws\/[\w./-]+\/index\.json$/.test(file) || file.includes('..'))
      throw new ImportFault(
        `region ${region}`,
        `The region index of ${service} names a file of another form: "${file}".`,
        'Try again later.',
      )
    files.set(region, file)
  })
  for await (const chunk of download(url, {}, asking)) reader.push(chunk)
  reader.end()
  return files
}
