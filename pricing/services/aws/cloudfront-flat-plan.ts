import { choice, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A plan holds for one distribution and charges no overage: what goes far above its allowance may be slowed down. */
export const cloudfrontFlatPlan = service({
  id: 'aws.cloudfront-flat-plan',
  name: 'CloudFront flat-rate plan',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/cloudfront/pricing/',
  summary: 'Content delivery at a fixed price a month, with firewall, DNS and some storage, whatever the traffic.',
  keywords: ['cdn', 'content delivery', 'flat rate', 'static site', 'waf'],
  region: 'none',
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Free for 1 M requests and 100 GB a month, Pro for 10 M and 50 TB, Business for 125 M and 50 TB, Premium above.',
      options: { free: 'Free', pro: 'Pro', business: 'Business', premium: 'Premium' },
      default: 'pro',
    }),
    count: quantity({ label: 'Distributions', help: 'Distributions on this plan.', unit: 'distributions', default: '1' }),
  },
  charges: {
    plan: {
      label: 'Plan',
      unit: 'plan-month',
      quantity: 'count',
      rate: 'aws.cloudfront-flat-plan/{plan}',
      region: 'global',
    },
  },
  columns: { size: 'plan', count: 'count' },
})
