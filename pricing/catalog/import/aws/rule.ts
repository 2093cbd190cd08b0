import type { AwsAttribute } from '#pricing/catalog/import/aws/record.ts'

/** How one kind of price of an offer file is called here. */
export type AwsRule = RuleExtras & {
  /** The offer's code (`AmazonEC2`). */
  readonly service: RegExp
  /** Fits the usage type without its region's prefix (`EUC1-`). */
  readonly usage: RegExp
  /** `$1` stands for the first group of `usage`, `{toRegionCode}` for an attribute. */
  readonly key: string
  readonly unit: AwsUnit
}

type RuleExtras = {
  readonly family?: RegExp
  readonly where?: Readonly<Partial<Record<AwsAttribute, RegExp>>>
  /** Where the vendor sells tiers as usage types of their own: units from and to. */
  readonly tier?: readonly [number, number | null]
}

export function rule(service: RegExp, usage: RegExp, key: string, unit: AwsUnit, extras: RuleExtras = {}): AwsRule {
  return { service, usage, key, unit, ...extras }
}

/** The vendor's words for a unit, and how many of ours one of theirs is. */
type UnitWords = readonly (readonly [words: RegExp, count: number])[]

const hour: UnitWords = [[/^(?:hrs?|hours?|hourly|[a-z0-9 -]+(?:hrs|hours?))$/i, 1]]
const one: UnitWords = [
  [
    /^(?:(?:api )?requests?|api ?calls?|apirequests?|messages?|quantity|count|units?|events?|ios?|(?:state)?transitions?|objects?|minutes?)$/i,
    1,
  ],
  [/^[a-z]*requestunits?$/i, 1],
]
const monthly: UnitWords = [[/^(?:(?:keys?|secrets?|metrics?|alarms?)(?:-?mo(?:nth)?s?)?|months?)$/i, 1]]

const unitWords = {
  hour,
  'AZ-hour': hour,
  'LCU-hour': hour,
  'vCPU-hour': hour,
  'GB-hour': hour,
  'ACU-hour': hour,
  GB: [[/^(?:gb|gigabytes?)$/i, 1]],
  'GB-month': [[/^gb-?mo(?:nth)?s?$/i, 1]],
  'GB-second': [[/^(?:(?:lambda-)?gb-?seconds?|seconds?)$/i, 1]],
  'IOPS-month': [[/^iops-?mo(?:nth)?s?$/i, 1]],
  'MiBps-month': [
    [/^mi?bps-?mo(?:nth)?s?$/i, 1],
    [/^gi?bps-?mo(?:nth)?s?$/i, 1024],
  ],
  request: one,
  'request-unit': one,
  'object-month': one,
  message: one,
  minute: one,
  transition: one,
  'metric-month': monthly,
  'alarm-month': monthly,
  'secret-month': monthly,
  'key-month': monthly,
} as const satisfies Readonly<Record<string, UnitWords>>
export type AwsUnit = keyof typeof unitWords

/** How many of our `unit` one of the vendor's is; `null` when it is another kind of unit. */
export function unitsIn(vendor: string, unit: AwsUnit): number | null {
  const words: UnitWords = unitWords[unit]
  return words.find(([word]) => word.test(vendor.trim()))?.[1] ?? null
}
