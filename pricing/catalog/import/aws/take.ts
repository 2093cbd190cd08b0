import { regionOf, namedRegions } from '#pricing/catalog/regions.ts'
import { amount, checkCurrency, dateOf, forOne } from '#pricing/catalog/import/amounts.ts'
import { isMachine, takeMachine, unwanted } from '#pricing/catalog/import/aws/machines.ts'
import type { AwsAttribute, AwsRecord } from '#pricing/catalog/import/aws/record.ts'
import { unitsIn } from '#pricing/catalog/import/aws/rule.ts'
import type { AwsRule } from '#pricing/catalog/import/aws/rule.ts'
import { awsRules } from '#pricing/catalog/import/aws/rules.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { leftOut, unknown } from '#pricing/catalog/import/reader.ts'
import type { Outcome } from '#pricing/catalog/import/reader.ts'

const byService = new Map<string, readonly AwsRule[]>()

function rulesOf(service: string): readonly AwsRule[] {
  const found = byService.get(service) ?? awsRules.filter((rule) => rule.service.test(service))
  byService.set(service, found)
  return found
}

/** What becomes of a product whatever it costs, so that the many that are of no use cost little; `null` when its price is wanted. */
export function foregone(service: string, family: string, attribute: (name: AwsAttribute) => string): Outcome | null {
  if (isMachine(family)) return unwanted(attribute)
  const usage = withoutPrefix(attribute('usagetype'))
  return rulesOf(service).some((rule) => rule.usage.test(usage)) ? null : unknown(family)
}

/** Takes one price of an offer file. Throws ImportFault when it is no price at all. */
export function takeAws(record: AwsRecord, gatherer: Gatherer, source: string): Outcome {
  const region = regionNamed(record)
  if (region === null) return leftOut('places that are no region (local zones, edges, outposts)')
  checkCurrency(record.currency, record.place)
  const origin = { source, region, date: dateOf(record.date) }
  if (isMachine(record.family)) return takeMachine(record, gatherer, origin)
  const rule = ruleFor(record)
  if (rule === undefined) return unknown(record.family)
  if (record.term !== 'OnDemand') return leftOut('reservations of other services than EC2')
  const units = unitsIn(record.unit, rule.unit)
  if (units === null) return unknown(`${record.family}, by the ${record.unit}`)
  const price = forOne(amount(record.price, 'price', record.place), units)
  const [from, to] = rule.tier ?? [amount(record.from || '0', 'start of the tier', record.place), upperBound(record)]
  if (price === 0 && from === 0 && to === null) return leftOut('a price of zero')
  const { place, sku } = record
  return gatherer.rate({
    ...origin,
    place,
    sku,
    key: keyOf(rule, record),
    unit: rule.unit,
    from: from * units,
    to: to === null ? Infinity : to * units,
    price,
  })
}

function ruleFor(record: AwsRecord): AwsRule | undefined {
  const usage = withoutPrefix(record.attribute('usagetype'))
  return rulesOf(record.service).find(
    (rule) =>
      rule.usage.test(usage) && (rule.family?.test(record.family) ?? true) && (rule.where === undefined || meets(record, rule.where)),
  )
}

function meets(record: AwsRecord, where: NonNullable<AwsRule['where']>): boolean {
  for (const name of attributesOf(where)) if (where[name]?.test(record.attribute(name)) === false) return false
  return true
}

const attributes = [
  'operation',
  'databaseEngine',
  'deploymentOption',
  'instanceType',
  'cacheEngine',
  'queueType',
  'transferType',
  'toRegionCode',
] as const

function attributesOf(where: NonNullable<AwsRule['where']>): readonly (typeof attributes)[number][] {
  return attributes.filter((name) => where[name] !== undefined)
}

function keyOf(rule: AwsRule, record: AwsRecord): string {
  const usage = withoutPrefix(record.attribute('usagetype'))
  const [, group = ''] = rule.usage.exec(usage) ?? []
  return rule.key
    .replace('$1', group)
    .replace('{instanceType}', record.attribute('instanceType'))
    .replace('{toRegionCode}', record.attribute('toRegionCode'))
}

/** `EUC1-BoxUsage` is `BoxUsage` in eu-central-1; us-east-1 has no prefix in most lists. */
function withoutPrefix(usagetype: string): string {
  return usagetype.replace(/^(?:EU|[A-Z]{3}\d)-(?=.)/, '')
}

function upperBound(record: AwsRecord): number | null {
  return record.to === '' || /^inf(?:inity)?$/i.test(record.to) ? null : amount(record.to, 'end of the tier', record.place)
}

/** Lists of traffic name the region it leaves. Older ones give only the region's name for people. */
function regionNamed({ attribute }: AwsRecord): string | null {
  const code = attribute('regionCode') || attribute('fromRegionCode')
  if (code !== '') return regionOf('aws', code) === undefined ? null : code
  const type = attribute('locationType')
  if (type !== '' && type !== 'AWS Region') return null
  const name = attribute('location')
  return namedRegions('aws').find((region) => region.name === name || region.name.replace('Europe', 'EU') === name)?.code ?? null
}
