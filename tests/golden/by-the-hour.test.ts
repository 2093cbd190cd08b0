import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimate } from '#pricing/calculator/plain.ts'
import { factsOf } from '#pricing/services/facts.ts'
import { services } from '#pricing/services/registry.ts'
import { readWorkbook } from '#shared/document/file.ts'
import { shownWorkbook } from '#shared/document/shown.ts'
import { bundledBook } from './kit.ts'

/** The rows of an example by name, priced with the bundled book. */
function priced(example: string) {
  const read = readWorkbook(readFileSync(new URL(`../../examples/${example}.skytally`, import.meta.url), 'utf8'), () => 'made')
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(' '))
  const shown = shownWorkbook(read.workbook, null, factsOf)
  const priced = estimate(shown, { book: bundledBook(), services })
  return { ...priced, monthly: new Map(priced.components.map(({ name, monthly }) => [name, monthly])) }
}

const month = 730
const hours = 168

describe('scaling by the clock', () => {
  it('pays two, five and three instances by the hour, nine on Saturday evening; the disks are always there', () => {
    const { monthly } = priced('scaling-by-the-clock')
    const week = 7 * (6 * 2 + 8 * 5 + 10 * 3) + 2 * (9 - 5) + 3 * (9 - 3)
    expect(monthly.get('API servers')).toBeCloseTo((week / hours) * month * 0.0416, 8)
    expect(monthly.get('Disks')).toBeCloseTo(9 * 20 * 0.08, 10)
  })
})

describe('one service in three environments', () => {
  const { monthly, components } = priced('environments')

  it('scales production from three to six by its load, fifteen minutes longer than it lasts', () => {
    const week = 60 * 6 + 108 * 3 + 5 * 0.25 * 3
    expect(monthly.get('API servers')).toBeCloseTo((week / hours) * month * 0.096, 8)
  })

  it('keeps staging at two and development at one in the hours of the office, its disk all the time', () => {
    expect(monthly.get('API servers · staging')).toBeCloseTo(2 * month * 0.096, 8)
    expect(monthly.get('API servers · dev')).toBeCloseTo((50 / hours) * month * 0.0208, 8)
    expect(monthly.get('Disks · dev')).toBeCloseTo(50 * 0.08, 10)
    expect(monthly.has('Load balancer · dev')).toBe(false)
  })

  it('pays for the load balancer hour by hour', () => {
    const balancer = components.find(({ name }) => name === 'Load balancer')
    expect(balancer?.charges.slice(0, 2).map(({ cost }) => cost)).toEqual([
      expect.closeTo(month * 0.0225, 8),
      expect.closeTo(month * 0.008 * 2, 8),
    ])
  })
})

describe('a Kubernetes service', () => {
  it('needs one, two or three nodes: replicas by the autoscaler, three on a node, each hour rounded up', () => {
    const { monthly, components } = priced('kubernetes-service')
    expect(monthly.get('Nodes')).toBeCloseTo(((60 * 3 + 20 * 2 + 88 * 1) / hours) * month * 0.096, 8)
    const profile = components.find(({ name }) => name === 'Nodes')!.charges[0]!.profile!
    expect(new Set(profile.map(({ quantity }) => Math.round(quantity / month)))).toEqual(new Set([1, 2, 3]))
    expect(profile.reduce((sum, one) => sum + one.hours, 0)).toBeCloseTo(month, 9)
    expect(monthly.get('Control plane')).toBeCloseTo(73, 8)
  })

  it('keeps the replicas for their memory where that asks for more than their CPU', () => {
    const { schedules } = priced('kubernetes-service')
    const evening = (id: string) => {
      const value = schedules.get(id)!.value
      return value.kind === 'number' ? value.hours?.[22] : undefined
    }
    expect([evening('replicas'), evening('replicasByMemory')]).toEqual([4, 5])
  })
})

describe('a managed endpoint', () => {
  it('of two to five instances costs between $300 and $500 by its load', () => {
    const { total, monthly } = priced('managed-endpoint-autoscaled')
    const day = 16 * 5 + 8 * 2 + 0.25 * 3
    expect(monthly.get('Production endpoint')).toBeCloseTo((day / 24) * month * 0.115, 8)
    expect(total.monthly).toBeGreaterThan(300)
    expect(total.monthly).toBeLessThan(500)
  })
})
