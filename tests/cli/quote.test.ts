import { describe, expect, it } from 'vitest'
import { skytally } from './skytally.ts'

describe('skytally quote', () => {
  it('prices one service without a file and shows the arithmetic', async () => {
    const { exit, out } = await skytally('quote', 'aws.ec2', 'size=t3.medium', 'count=4')
    expect(exit).toBe(0)
    expect(out).toContain('count * hours = 4 * 730 = 2,920 hours')
    expect(out).toContain('2,920 hours × $0.0416 = $121.47')
    expect(out).toContain('Monthly $121.47')
  })

  it('takes values with units and gives full-precision JSON', async () => {
    const { out } = await skytally('quote', 'aws.lambda', 'requests=3M', 'duration=120 ms', 'memory=1536 MB', '--format', 'json')
    expect(JSON.parse(out).monthly).toBeCloseTo(3e6 * 0.2e-6 + 3e6 * 0.12 * 1.5 * 1.66667e-5, 9)
  })

  it('stands where the cloud of the service begins, unless told otherwise', async () => {
    expect((await skytally('quote', 'google.compute-engine', 'size=e2-standard-4')).out).toContain('Compute Engine machines in us-central1')
    expect((await skytally('quote', 'aws.ec2')).out).toContain('EC2 instances in us-east-1')
    expect((await skytally('quote', 'google.pubsub', 'published=1 TB', 'delivered=0')).out).toContain('Pub/Sub, prices')
    expect((await skytally('services', 'google.gke')).out).toContain('skytally quote google.gke --region us-central1')
  })

  it('shows what a reservation saves', async () => {
    const { out } = await skytally('quote', 'aws.ec2', 'size=t3.medium', 'count=2', '--buys', '1y no upfront')
    expect(out).toMatch(/− \$\d+\.\d\d Reserved 1 year, no upfront/)
  })

  it('says that a price is not known, and why, instead of showing zero', async () => {
    const { out } = await skytally('quote', 'aws.ec2', 'size=p3.2xlarge', 'count=1', '--region', 'eu-south-9')
    expect(out).toContain('p3.2xlarge is not offered in eu-south-9')
    expect(out).toContain('Monthly not known')
    expect(out).not.toContain('$0.00')
  })

  it.each([
    [['ec2', 'count=1'], 'Did you mean aws.ec2?'],
    [['aws.ec2', 'coutn=1'], 'Did you mean count?'],
    [['aws.ec2', 'count'], 'An input is written name=value.'],
    [['aws.ec2', 'count=1', 'size=t3.medium', 'count=2'], 'The input "count" is given twice, first as count=1. Leave one of them out.'],
    [['aws.ec2', 'count=1', '--buys', 'soon'], 'This way of buying cannot be read.'],
    [['aws.ec2', 'count=1', '--rounding', 'up'], 'Allowed choices are exact, vendor'],
    [[], 'missing required argument'],
  ])('refuses %j with exit code 2 and a way out', async (args, sentence) => {
    const { exit, err } = await skytally('quote', ...args)
    expect(exit).toBe(2)
    expect(err).toContain(sentence)
  })

  it('exits with 2 where shares take more than there is, and says it in JSON too', async () => {
    const given = ['quote', 'aws.ec2', 'size=m5.large', 'count=1', '--buys', '1y no upfront 60% + spot 50%'] as const
    const { exit, out } = await skytally(...given)
    expect(exit).toBe(2)
    expect(out).toContain('110 %')
    const json = await skytally(...given, '--format', 'json')
    expect(json.exit).toBe(2)
    expect(JSON.parse(json.out).problems).toEqual([expect.stringMatching(/^Error: /)])
  })

  it('adds what buying so costs more', async () => {
    const { out } = await skytally('quote', 'aws.ec2', 'size=m5.large', 'count=Mon 08-10 = 4, else 0', '--buys', '1y no upfront 100%')
    expect(out).toMatch(/^ {2}\+ \$\d+\.\d\d Reserved 1 year/m)
    expect(out).toMatch(/List \$\d+\.\d\d, \$\d+\.\d\d above list/)
    expect(out).not.toContain('-$')
  })

  it('takes money with its currency', async () => {
    expect((await skytally('quote', 'general.flat', 'monthly=5 USD')).out).toContain('Monthly $5.00')
  })

  it('exits with 2 for a size that the book does not have', async () => {
    const { exit, out } = await skytally('quote', 'aws.ec2', 'size=t3.mediun', 'count=1')
    expect(exit).toBe(2)
    expect(out).toContain('the price book has no "t3.mediun"')
  })

  it('names the price, date and source of reserved hours', async () => {
    const { out } = await skytally('quote', 'aws.ec2', 'size=m5.large', 'count=2', '--buys', '1y all upfront 50%')
    expect(out).toMatch(/730 hours at \$0\.05\d+ instead\n\s+aws\.reserved\/m5\.large\/1y-all-upfront@us-east-1, \d{4}-\d\d-\d\d, /)
  })

  it('exits with 2 when an input is in error', async () => {
    const { exit, out } = await skytally('quote', 'aws.ec2', 'count=-4')
    expect(exit).toBe(2)
    expect(out).toContain('Error: ')
  })
})

describe('skytally services', () => {
  it('lists every service and explains one', async () => {
    expect((await skytally('services')).out).toMatch(/aws\.application-load-balancer\s+Application Load Balancer/)
    expect((await skytally('services', 'aws.ebs')).out).toContain('https://aws.amazon.com/ebs/pricing/')
    expect(JSON.parse((await skytally('services', '--format', 'json')).out).length).toBeGreaterThan(20)
  })
})
