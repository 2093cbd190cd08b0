import type { SizeFact } from '#pricing/catalog/facts.ts'
import { amount } from '#pricing/catalog/import/amounts.ts'
import type { AwsAttribute, AwsRecord } from '#pricing/catalog/import/aws/record.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { leftOut, understood, unknown } from '#pricing/catalog/import/reader.ts'
import type { Outcome } from '#pricing/catalog/import/reader.ts'

export function isMachine(family: string): boolean {
  return family === 'Compute Instance' || family === 'Compute Instance (bare metal)'
}

type Origin = { readonly source: string; readonly region: string; readonly date: string }

/** Why a machine is left out, whatever it costs; `null` when its price is wanted. */
export function unwanted(attribute: (name: AwsAttribute) => string): Outcome | null {
  const why = whyNot(attribute)
  return why === null ? null : leftOut(why)
}

/** A machine of EC2: Linux on shared hardware without a paid licence, as all machine prices here. */
export function takeMachine(record: AwsRecord, gatherer: Gatherer, origin: Origin): Outcome {
  const other = unwanted(record.attribute)
  if (other !== null) return other
  const size = record.attribute('instanceType')
  if (size === '' || size.length > 60) return unknown(record.family)
  const price = amount(record.price, 'price', record.place)
  const { place, sku } = record
  const found = { place, sku, source: origin.source, date: origin.date, size, region: origin.region }
  const machine = machineOf(record)
  if (record.term === 'OnDemand') {
    if (price === 0) return leftOut('a price of zero')
    if (!/^h/i.test(record.unit)) return unknown(record.family)
    return gatherer.machine({ ...found, cloud: 'aws', term: 'on-demand', hourly: price, machine })
  }
  if (record.term !== 'Reserved') return unknown(`${record.family}, ${record.term}`)
  return takeReserved(record, gatherer, found, price)
}

function whyNot(attribute: (name: AwsAttribute) => string): string | null {
  if (attribute('operatingSystem') !== 'Linux') return 'another operating system than Linux'
  if (attribute('tenancy') !== 'Shared') return 'dedicated or reserved hardware'
  if (!['NA', ''].includes(attribute('preInstalledSw'))) return 'installed software with a licence'
  if (!['Used', ''].includes(attribute('capacitystatus'))) return 'capacity reservations'
  if (!['OnDemand', ''].includes(attribute('marketoption'))) return 'capacity blocks'
  if (!['No License required', ''].includes(attribute('licenseModel'))) return 'a licence'
  return ['RunInstances', ''].includes(attribute('operation')) ? null : 'another way to run instances'
}

const payments = { 'No Upfront': 'no-upfront', 'Partial Upfront': 'partial-upfront', 'All Upfront': 'all-upfront' } as const
const leases = { '1yr': '1y', '3yr': '3y', '1 yr': '1y', '3 yr': '3y' } as const

type Place = {
  readonly place: string
  readonly sku: string
  readonly source: string
  readonly date: string
  readonly size: string
  readonly region: string
}

/** A reservation comes as two records: what is paid at once (unit `Quantity`) and what by the hour. */
function takeReserved(record: AwsRecord, gatherer: Gatherer, found: Place, price: number): Outcome {
  const { option, lease, offering, unit } = record
  if (!isOf(payments, option) || !isOf(leases, lease) || (offering !== 'standard' && offering !== 'convertible'))
    return unknown('a reservation of another kind')
  const payment = payments[option]
  const term = leases[lease]
  const part = /^quantity$/i.test(unit) ? 'upfront' : /^h/i.test(unit) ? 'hourly' : null
  if (part === null) return unknown('a reservation of another kind')
  if (payment === 'no-upfront' && part === 'hourly' && offering === 'standard')
    return gatherer.machine({ ...found, cloud: 'aws', term: `reserved-${term}-no-upfront`, hourly: price, machine: machineOf(record) })
  const isNothing = price === 0 && ((payment === 'all-upfront' && part === 'hourly') || (payment === 'no-upfront' && part === 'upfront'))
  return isNothing ? understood : gatherer.reserved({ ...found, term, payment, offering, part, price })
}

function isOf<T extends object>(table: T, word: string): word is Extract<keyof T, string> {
  return Object.hasOwn(table, word)
}

function machineOf({ attribute }: AwsRecord): Partial<SizeFact> {
  const said: { -readonly [K in keyof SizeFact]?: SizeFact[K] } = {}
  const vcpu = numberIn(attribute('vcpu'))
  const memory = numberIn(attribute('memory'))
  const gpu = numberIn(attribute('gpu'))
  if (vcpu !== null) said.vcpu = vcpu
  if (memory !== null) said.memory = memory
  if (gpu !== null) said.gpu = gpu
  const family = /^[^.]+/.exec(attribute('instanceType'))?.[0]
  if (family !== undefined) said.family = family
  const processor = attribute('physicalProcessor')
  if (processor !== '') said.architecture = /graviton/i.test(processor) ? 'arm64' : 'x86_64'
  return said
}

/** `8 GiB`, `1,952 GiB`, `0.5 GiB`, `2`; anything else is not known. */
function numberIn(text: string): number | null {
  const digits = /^([\d,]+(?:\.\d+)?)(?: GiB)?$/.exec(text.trim())?.[1]
  return digits === undefined ? null : Number(digits.replaceAll(',', ''))
}
