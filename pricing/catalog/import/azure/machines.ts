import { forOne } from '#pricing/catalog/import/amounts.ts'
import type { AzureItem } from '#pricing/catalog/import/azure/retail-json.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import type { MachineFinding } from '#pricing/catalog/import/findings.ts'
import { leftOut, unknown } from '#pricing/catalog/import/reader.ts'
import type { Outcome } from '#pricing/catalog/import/reader.ts'

const source = 'Azure Retail Prices API'
/** Hours of a reservation's term: its price is listed whole. */
const termHours = { '1 Year': 8760, '3 Years': 26_280 } as const

/** A machine: Linux without a paid licence, as all machine prices here. */
export function takeAzureMachine(item: AzureItem, gatherer: Gatherer): Outcome {
  const other = whyNot(item)
  if (other !== null) return leftOut(other)
  if (!/^Standard_|^Basic_/.test(item.size) || !/^1 hour$/i.test(item.unit)) return unknown(`${item.service}, by ${item.unit}`)
  const { place, size, region, meterId, date } = item
  const found = { place, cloud: 'azure', size, region, sku: meterId, date, source, machine: {} } as const
  const take = (rest: Pick<MachineFinding, 'term' | 'hourly'> & Partial<MachineFinding>): Outcome => gatherer.machine({ ...found, ...rest })
  if (item.price === 0) return leftOut('a price of zero')
  if (item.type === 'Consumption') return take({ term: item.meter.endsWith(' Spot') ? 'spot' : 'on-demand', hourly: item.price })
  if (item.type !== 'Reservation') return leftOut('test prices')
  if (item.term !== '1 Year' && item.term !== '3 Years') return leftOut('reservations of other terms than one and three years')
  const hourly = forOne(item.price, termHours[item.term])
  const note = `${item.price} dollars for ${item.term.toLowerCase()}, spread over ${termHours[item.term]} hours`
  return take({ term: item.term === '1 Year' ? 'reserved-1y-no-upfront' : 'reserved-3y-no-upfront', hourly, note, derived: true })
}

function whyNot({ product, meter, sku }: AzureItem): string | null {
  if (product.includes('Windows')) return 'another operating system than Linux'
  if (/Cloud ?Services/.test(product)) return 'machines of Cloud Services'
  if (/Dedicated Host/.test(product)) return 'dedicated or reserved hardware'
  return meter.endsWith(' Low Priority') || sku.endsWith(' Low Priority') ? 'the retired low priority' : null
}
