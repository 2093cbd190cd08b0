import { describe, expect, it, vi } from 'vitest'
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
    expect(read.crossings).toEqual([{ scope: 'total', month: 3, certain: true }])
    expect((await skytally('forecast', file, '--months', '2', '--format', 'csv')).out.trim().split('\n')).toHaveLength(3)
  })

  it('refuses months that are none', async () => {
    const { exit, err } = await skytally('forecast', file, '--months', '61')
    expect(exit).toBe(2)
    expect(err).toContain('Write a whole number from 1 to 60')
  })
})

describe('skytally forecast without a horizon', () => {
  const season = written('forecast-from', {
    drivers: [{ name: 'users', value: '10', growth: 'season 1,1,1,1,1,1,1,1,1,1,1,3' }],
    components: [{ id: 'a', name: 'a', service: 'general.flat', inputs: { monthly: '=users' } }],
  })

  it('begins in the current month, as the window does, and says so', async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 22), toFake: ['Date'] })
    const { out } = await skytally('forecast', season)
    vi.useRealTimers()
    expect(out).toMatch(/2026-11 +\$10\.00[^]*2026-12 +\$30\.00[^]*2027-10 +\$10\.00/)
    expect(out).toContain('the first month is the current one, 2026-11; --from takes another')
  })

  it('begins in the month that is asked for', async () => {
    const { out } = await skytally('forecast', season, '--from', '2027-07', '--months', '6')
    expect(out).toMatch(/2027-07 +\$10\.00[^]*2027-12 +\$30\.00/)
    expect(out).not.toContain('the current one')
    expect((await skytally('forecast', file, '--from', '2027-01')).out).toContain('2027-01  $100.00')
    expect(await skytally('forecast', season, '--from', 'July')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('Write year and month, such as 2027-01'),
    })
  })
})

describe('skytally forecast of what nobody knows', () => {
  const flat = (id: string, monthly: string) => ({ id, name: id, service: 'general.flat', inputs: { monthly } })
  const months = ['--months', '3', '--from', '2027-01'] as const
  const budgets = [{ scope: 'total', monthly: 1000 }]
  const open = written('forecast-open', { components: [flat('a', '100'), flat('b', '')], budgets })
  const wrong = written('forecast-wrong', { components: [flat('a', '100'), flat('b', '=nothing * 2')], budgets })

  it('leaves a budget uncertain and says what is missing', async () => {
    const { exit, out } = await skytally('forecast', open, ...months)
    expect(exit).toBe(0)
    expect(out).toContain('$100.00 +?')
    expect(out).toContain('Total $300.00 +? over 3 months: 1 not known a month, left out of it')
    expect(out).toContain('Budget total: not certain, 1 figure is missing')
    expect(out).toMatch(/Unknown: b › /)
    const { certain, crossings } = JSON.parse((await skytally('forecast', open, ...months, '--format', 'json')).out)
    expect({ certain, crossings }).toEqual({ certain: false, crossings: [{ scope: 'total', month: null, certain: false }] })
  })

  it('prints errors and ends with 2, as check does', async () => {
    const { exit, out, err } = await skytally('forecast', wrong, ...months)
    expect(exit).toBe(2)
    expect(err).toContain(`${wrong}:b › `)
    expect(out).toContain('Budget total: not certain')
    const read = JSON.parse((await skytally('forecast', wrong, ...months, '--format', 'json')).out)
    expect(read.months[0]).toMatchObject({ errors: 1, budgets: [{ status: 'within', certain: false, errors: 1 }] })
    expect(read.problems).toMatchObject([{ severity: 'error', at: expect.stringMatching(/^b › /) }])
  })

  it('has no total of zero where growth cannot be read', async () => {
    const drivers = [{ name: 'users', value: '10', growth: 'season 1,2' }]
    const seasonal = written('forecast-season', { drivers, components: [flat('a', '=users * 10')] })
    const { exit, out, err } = await skytally('forecast', seasonal, ...months)
    expect(exit).toBe(2)
    expect(out).toContain('Total unknown over 3 months')
    expect(out).not.toContain('$0.00')
    expect(err).toContain('driver users')
    const csv = (await skytally('forecast', seasonal, ...months, '--format', 'csv')).out.split('\n')
    expect(csv[1]).toMatch(/^1,2027-01,,,0,1,$/)
  })

  it('says what only a later month lacks', async () => {
    const drivers = [{ name: 'uptime', value: '300', unit: 'h', growth: '100%' }]
    const components = [
      { id: 'a', name: 'a', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '1', hours: '=uptime' } },
    ]
    const { exit, out, err } = await skytally('forecast', written('forecast-later', { drivers, components }), ...months)
    expect(exit).toBe(2)
    expect(err).toContain('2027-03: a › ')
    expect(out).toContain('+? over 3 months')
  })

  it('takes no yearly rate that is none for zero', async () => {
    const horizon = { start: '2026-12', months: 3, yearlyRate: 'abc' }
    const rated = written('forecast-rate', { horizon, components: [flat('a', '100')] })
    const { exit, out, err } = await skytally('forecast', rated)
    expect(exit).toBe(2)
    expect(out).toContain('what it is worth at the start is not known')
    expect(err).toMatch(/:horizon\.yearlyRate: .abc. is not a yearly rate\. Type a share from 0% to 100%/)
    const checked = await skytally('check', rated)
    expect(checked.exit).toBe(2)
    expect(checked.err).toContain('horizon.yearlyRate')
  })
})

describe('skytally and weeks', () => {
  it('quotes a row that changes by the hour with the hours of each figure', async () => {
    const { out } = await skytally('quote', 'aws.ec2', 'size=m5.large', 'count=08-20 = 4, else 1', '--buys', '1y no-upfront 100%')
    expect(out).toContain('in 365 hours of the month at 1 * 730 = 730 hours a month: 365 hours')
    expect(out).toContain('in 365 hours of the month at 4 * 730 = 2,920 hours a month: 1,460 hours')
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
