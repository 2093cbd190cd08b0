import { choice, dataPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** The geographies CloudFront sells by; each has its own steps. */
const geographies = {
  na: 'United States, Mexico, Canada',
  eu: 'Europe, Israel',
  'za-ke-me': 'South Africa, Kenya, Middle East',
  sa: 'South America',
  jp: 'Japan',
  anz: 'Australia, New Zealand',
  apac: 'Hong Kong, Philippines, Asia Pacific',
  in: 'India',
} as const

export const cloudfront = service({
  id: 'aws.cloudfront',
  name: 'CloudFront',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/cloudfront/pricing/',
  summary: 'Content delivery network: one row for the viewers of one geography, billed by traffic and requests.',
  keywords: ['cdn', 'content delivery', 'edge', 'cache', 'static site'],
  region: 'none',
  inputs: {
    geography: choice({
      label: 'Geography',
      help: 'Where the viewers of this row are; add a row for each geography, because traffic is graded within one.',
      options: geographies,
      default: 'na',
    }),
    egress: dataPerMonth({ label: 'Traffic to viewers', help: 'GB a month sent to viewers in this geography.' }),
    httpsRequests: perMonth({ label: 'HTTPS requests', help: 'HTTPS requests a month from viewers in this geography.', unit: 'requests' }),
    httpRequests: perMonth({
      label: 'HTTP requests',
      help: 'Unencrypted requests a month from viewers in this geography.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    originEgress: dataPerMonth({
      label: 'Traffic to origin',
      help: 'GB a month that viewers upload through the edge to your origin.',
      default: '0',
      minor: true,
    }),
    invalidations: perMonth({
      label: 'Invalidated paths',
      help: 'Paths a month removed from the cache by hand; the first 1,000 of an account are free.',
      unit: 'paths',
      default: '0',
      minor: true,
    }),
    functionCalls: perMonth({
      label: 'Function calls',
      help: 'Calls a month of CloudFront Functions at the edge.',
      unit: 'calls',
      default: '0',
      minor: true,
    }),
    dedicatedCertificates: quantity({
      label: 'Dedicated IP certificates',
      help: 'Certificates served from dedicated addresses for clients without SNI; most sites need none.',
      unit: 'certificates',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    egress: { label: 'Traffic to viewers', unit: 'GB', quantity: 'egress', rate: 'aws.cloudfront/egress-{geography}', region: 'global' },
    https: {
      label: 'HTTPS requests',
      unit: 'request',
      quantity: 'httpsRequests',
      rate: 'aws.cloudfront/request-https-{geography}',
      region: 'global',
    },
    http: {
      label: 'HTTP requests',
      unit: 'request',
      quantity: 'httpRequests',
      rate: 'aws.cloudfront/request-http-{geography}',
      region: 'global',
    },
    origin: {
      label: 'Traffic to origin',
      unit: 'GB',
      quantity: 'originEgress',
      rate: 'aws.cloudfront/egress-to-origin-{geography}',
      region: 'global',
    },
    invalidations: {
      label: 'Invalidated paths',
      unit: 'path',
      quantity: 'invalidations',
      rate: 'aws.cloudfront/invalidation-path',
      region: 'global',
    },
    functions: {
      label: 'Function calls',
      unit: 'call',
      quantity: 'functionCalls',
      rate: 'aws.cloudfront/function-invocation',
      region: 'global',
    },
    certificates: {
      label: 'Dedicated IP certificates',
      unit: 'certificate-month',
      quantity: 'dedicatedCertificates',
      rate: 'aws.cloudfront/dedicated-ip-ssl',
      region: 'global',
    },
  },
  columns: { size: 'geography' },
})
