import { deriveDrivers, firstBound, groupCount, secondBound } from './model.ts'
import type { Model } from './model.ts'
import type { Peer } from './peer.ts'

/** The limit of this machine: one hand-written loop over typed arrays, no formulas, everything computed anew each time. */
export const straight: Peer = {
  name: 'straight loop',
  prepare: (model) => ({
    build() {
      const columns = columnsOf(model)
      let total = run(columns)
      return {
        total: () => total,
        setDriver(index, value) {
          columns.drivers[index] = value
          total = run(columns)
          return total
        },
        setLeast(row, least) {
          columns.least[row] = least
          total = run(columns)
          return total
        },
        free: () => {},
      }
    },
  }),
}

type Columns = ReturnType<typeof columnsOf>

function columnsOf({ rows, drivers }: Model) {
  const column = (read: (row: Model['rows'][number]) => number) => Float64Array.from(rows, read)
  const bytes = (read: (row: Model['rows'][number]) => number) => Uint8Array.from(rows, read)
  return {
    drivers: Float64Array.from(drivers),
    driver: bytes((row) => row.driver),
    group: bytes((row) => row.group),
    kind: bytes((row) => row.kind),
    least: column((row) => row.least),
    size: column((row) => row.size),
    threshold: column((row) => row.threshold),
    perUnit: column((row) => row.usagePerUnit),
    base: column((row) => row.usageBase),
    hours: column((row) => (row.isBusinessHours ? (52 * row.days * row.hoursPerDay) / 12 : 730)),
    price: column((row) => row.price),
    price1: column((row) => row.prices[0]),
    price2: column((row) => row.prices[1]),
    price3: column((row) => row.prices[2]),
    commitShare: column((row) => row.commitShare),
    commitDiscount: column((row) => row.commitDiscount),
    spotShare: column((row) => row.spotShare),
    spotDiscount: column((row) => row.spotDiscount),
    list: new Float64Array(rows.length),
    monthly: new Float64Array(rows.length),
    groupList: new Float64Array(groupCount),
    groupMonthly: new Float64Array(groupCount),
  }
}

function run(c: Columns): number {
  deriveDrivers(c.drivers)
  c.groupList.fill(0)
  c.groupMonthly.fill(0)
  for (let i = 0; i < c.list.length; i += 1) {
    const value = c.drivers[c.driver[i]!]!
    const compute = countOf(c, i, value) * c.price[i]! * c.hours[i]!
    const usage = value * c.perUnit[i]! + c.base[i]!
    const tiers =
      Math.min(usage, firstBound) * c.price1[i]! +
      Math.max(0, Math.min(usage, secondBound) - firstBound) * c.price2[i]! +
      Math.max(0, usage - secondBound) * c.price3[i]!
    const list = compute + tiers
    const monthly = list - compute * (c.commitShare[i]! * c.commitDiscount[i]! + c.spotShare[i]! * c.spotDiscount[i]!)
    c.list[i] = list
    c.monthly[i] = monthly
    c.groupList[c.group[i]!]! += list
    c.groupMonthly[c.group[i]!]! += monthly
  }
  return c.groupMonthly.reduce((sum, amount) => sum + amount, 0)
}

function countOf(c: Columns, i: number, value: number): number {
  const least = c.least[i]!
  const size = c.size[i]!
  switch (c.kind[i]!) {
    case 0:
      return Math.ceil(value / size) + least
    case 1:
      return Math.max(least, Math.round(value / size))
    case 2:
      return value > c.threshold[i]! ? Math.ceil(value / size) : least
    default:
      return Math.floor((value * 1.2) / size) + least
  }
}
