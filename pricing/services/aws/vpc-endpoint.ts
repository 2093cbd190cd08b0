import { choice, dataPerMonth, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Interface endpoints are billed in each zone they stand in, endpoints to load balancers of appliances too; gateways are free. */
export const vpcEndpoint = service({
  id: 'aws.vpc-endpoint',
  name: 'VPC endpoint',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/privatelink/pricing/',
  summary: 'Private way from a network to a service, billed by endpoint, zone and GB.',
  keywords: ['privatelink', 'private', 'interface endpoint', 'gateway endpoint', 's3 endpoint'],
  inputs: {
    kind: choice({
      label: 'Kind',
      help: 'Interface for most services, gateway for S3 and DynamoDB, load balancer for appliances behind a Gateway Load Balancer.',
      options: { interface: 'Interface', gateway: 'Gateway (S3, DynamoDB)', gwlb: 'Gateway Load Balancer' },
      default: 'interface',
    }),
    count: quantity({ label: 'Endpoints', help: 'Endpoints, one for each service reached.', unit: 'endpoints', default: '1' }),
    zones: quantity({ label: 'Zones', help: 'Availability zones each endpoint stands in.', unit: 'zones', default: '1' }),
    hours: hoursPerMonth(),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through all endpoints, both directions.' }),
  },
  derived: {
    zoneHours: 'count * zones * hours',
  },
  charges: {
    interfaceHours: {
      label: 'Endpoint hours',
      unit: 'hour',
      quantity: 'zoneHours',
      when: { kind: ['interface'] },
      rate: 'aws.vpc-endpoint/interface-hour',
    },
    interfaceData: {
      label: 'Processed data',
      unit: 'GB',
      quantity: 'processed',
      when: { kind: ['interface'] },
      rate: 'aws.vpc-endpoint/interface-data-processed',
    },
    gwlbHours: {
      label: 'Endpoint hours',
      unit: 'hour',
      quantity: 'zoneHours',
      when: { kind: ['gwlb'] },
      rate: 'aws.vpc-endpoint/gwlb-endpoint-hour',
    },
    gwlbData: {
      label: 'Processed data',
      unit: 'GB',
      quantity: 'processed',
      when: { kind: ['gwlb'] },
      rate: 'aws.vpc-endpoint/gwlb-endpoint-data-processed',
    },
    gatewayData: {
      label: 'Processed data',
      unit: 'GB',
      quantity: 'processed',
      when: { kind: ['gateway'] },
      rate: 'aws.vpc-endpoint/gateway-s3-dynamodb',
    },
  },
  columns: { size: 'kind', count: 'count' },
})
