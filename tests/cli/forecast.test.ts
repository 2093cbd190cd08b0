import { describe, expect, it } from 'vitest'
import { skytally, written } from './skytally.ts'

const file = written('growing', {
  horizon: { start: '2026-12', months: 4, yearlyRate: '0%' },
  drivers: [{ name: 'users', value: '10', growth: '10%' }],
  components: [{ id: 'fees', name: 'Fees', service: 'general.flat', inputs: { monthly: '=10 * users' } }],
  budgets: [{ scope: 'total', monthly: 115 }],
})

describe('skytally forecast', () => {
  it('tells the months of the horizon and when a budget is crossed', async () => {
    const { exit, out } = await skytally('forecast', file)
    expect(exit).toBe(0)
    expect(out).toContain('2026-12  $100.00')
    expect(out).toContain('2027-03  $133.10')
    expect(out).toContain('Budget total: crossed in 2027-02')
  })

  it('gives full-precision JSON and CSV of as many months as are asked for', async () => {
    const read = JSON.parse((await skytally('forecast', file, '--months', '24', '--format', 'json')).out)
    expect(read.months).toHaveLength(24)
    expect(read.months[23].monthly).toBeCloseTo(100 * 1.1 ** 23, 6)
    expect(read.crossings).toEqual([{ scope: 'total', month: 3 }])
    expect((await skytally('forecast', file, '--months', '2', '--format', 'csv')).out.trim().split('\n')).toHaveLength(3)
  })

  it('refuses months that are none', async () => {
    const { exit, err } = await skytally('forecast', file, '--months', '61')
    expect(exit).toBe(2)
    expect(err).toContain('Write a whole number from 1 to 60')
  })
})

describe('skytally and weeks', () => {
  it('quotes a row that changes by the hour with the hours of each figure', async () => {
    const { out } = await skytally('quote', 'aws.ec2', 'size=m5.large', 'count=08-20 = 4, else 1', '--buys', '1y no-upfront 100%')
    expect(out).toContain('in 365 hours of the month: 1 * 730 = 730 hours')
    expect(out).toContain('in 365 hours of the month: 4 * 730 = 2,920 hours')
    expect(out).toContain('not used (62.5% used)')
  })

  it('says in which hour of the week a cell is wrong', async () => {
    const wrong = written('wrong', {
      components: [
        { id: 'vm', name: 'VM', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', hours: 'Sat 10-12 = 200%, else 0' } },
      ],
    })
    const { exit, err } = await skytally('price', wrong)
    expect(exit).toBe(0)
    expect(err).toContain('In the hour of Saturday 10:00: 1460 is more than 744 h')
  })

  it('notes a load that asks for more than the maximum', async () => {
    const capped = written('capped', {
      schedules: [{ id: 'web', name: 'Web', scaling: { load: 'Mon = 90, else 10', capacity: '10', maximum: '5' } }],
    })
    expect((await skytally('price', capped)).out).toContain(
      'schedule Web: In 24 hours of the week the load asks for more than the maximum of 5',
    )
  })
})
