import { randomFrom } from './random.ts'

/**
 * The workbook every engine is measured on: rows whose count and usage are formulas of one of 20 drivers, four of which
 * follow from others; a three-step graduated price; shares bought on commitment and on spot; six groups and a total.
 */
export type ModelRow = {
  readonly name: string
  readonly group: number
  readonly driver: number
  /** Which of four forms the count formula has. */
  readonly kind: number
  readonly least: number
  readonly size: number
  readonly threshold: number
  readonly usagePerUnit: number
  readonly usageBase: number
  readonly days: number
  readonly hoursPerDay: number
  readonly isBusinessHours: boolean
  readonly price: number
  readonly prices: readonly [number, number, number]
  readonly commitShare: number
  readonly commitDiscount: number
  readonly spotShare: number
  readonly spotDiscount: number
}

export type Model = {
  readonly size: number
  readonly rows: readonly ModelRow[]
  readonly drivers: readonly number[]
  readonly budget: number
}

export const groupCount = 6
export const firstBound = 10_240
export const secondBound = 51_200
export const rootDriver = 0

export const driverNames = [
  'requests_per_month',
  'active_users',
  'stored_objects_gb',
  'api_requests',
  'events_per_day',
  'video_minutes',
  'sessions_a_day',
  'emails_sent',
  'build_minutes',
  'log_volume_gb',
  'tenants',
  'reports_run',
  'search_queries',
  'ml_inferences',
  'backups_gb',
  'sensors',
  'orders',
  'page_views',
  'batch_jobs',
  'exports',
] as const

/** Drivers that follow from others: sums of (driver × factor), `null` for a plain amount. In an order in which each comes after what it reads. */
export const derived: readonly { readonly driver: number; readonly terms: readonly (readonly [number | null, number])[] }[] = [
  {
    driver: 3,
    terms: [
      [0, 0.35],
      [null, 120_000],
    ],
  },
  {
    driver: 12,
    terms: [
      [3, 0.08],
      [null, 5000],
    ],
  },
  { driver: 6, terms: [[1, 4.5]] },
  {
    driver: 17,
    terms: [
      [1, 22],
      [6, 0.5],
    ],
  },
]

export function deriveDrivers(values: Float64Array): void {
  for (const { driver, terms } of derived) {
    let value = 0
    for (const [source, factor] of terms) value += source === null ? factor : values[source]! * factor
    values[driver] = value
  }
}

export function makeModel(size: number): Model {
  const drivers = makeDrivers()
  const random = randomFrom(1)
  return {
    size,
    rows: Array.from({ length: size }, (_, index) => makeRow(index, drivers, random)),
    drivers: [...drivers],
    budget: 250 * size,
  }
}

function makeDrivers(): Float64Array {
  const random = randomFrom(20)
  const values = Float64Array.from(driverNames, () => Math.round(10 ** (5.5 + 3 * random())))
  values[rootDriver] = 320e6
  deriveDrivers(values)
  return values
}

function makeRow(index: number, drivers: Float64Array, random: () => number): ModelRow {
  const driver = index % drivers.length
  const value = drivers[driver]!
  const price = fixed(0.01 + 2.5 * random() * random(), 4)
  const first = fixed(0.05 + 0.05 * random(), 4)
  const commitShare = fixed(0.7 * random(), 2)
  return {
    name: `component-${index}`,
    group: Math.floor(random() * groupCount),
    driver,
    kind: Math.floor(random() * 4),
    least: 1 + Math.floor(random() * 5),
    size: Math.max(1, Math.round(value / (1.5 + 18 * random()))),
    threshold: Math.round(value * (0.5 + random())),
    usagePerUnit: fixed((300 + 10 ** (2.5 + 2.9 * random())) / value, 12),
    usageBase: Math.floor(random() * 500),
    days: 3 + Math.floor(random() * 5),
    hoursPerDay: 6 + Math.floor(random() * 13),
    isBusinessHours: random() < 0.3,
    price,
    prices: [first, fixed(first * 0.9, 4), fixed(first * 0.75, 4)],
    commitShare,
    commitDiscount: fixed(0.2 + 0.35 * random(), 3),
    spotShare: fixed((1 - commitShare) * 0.5 * random(), 2),
    spotDiscount: fixed(0.5 + 0.3 * random(), 3),
  }
}

function fixed(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
