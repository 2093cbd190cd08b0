import { hoursPerMonth, percent, perMonth, price, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * Functions on EC2 instances that Lambda runs for you: requests as usual, no price for duration, and a fee on each instance hour, a
 * share of its on-demand price however the instance is bought. The instances are an EC2 row of their own, with its commitments.
 */
export const lambdaManagedInstances = service({
  id: 'aws.lambda-managed-instances',
  name: 'Lambda on managed instances',
  cloud: 'aws',
  category: 'compute',
  source: 'https://aws.amazon.com/lambda/pricing/',
  summary: 'Functions on instances of your own choice, billed by requests and a fee on the instances; those are a row of EC2.',
  keywords: ['function', 'serverless', 'faas', 'ec2', 'management fee', 'capacity provider'],
  inputs: {
    requests: perMonth({ label: 'Requests', help: 'Runs a month of all functions on the instances.', unit: 'requests' }),
    count: quantity({ label: 'Instances', help: 'Instances behind the functions, as in their EC2 row.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth(),
    instancePrice: price({
      label: 'On-demand price',
      help: 'On-demand price of an instance hour in the workbook’s currency, whatever the EC2 row pays for it.',
    }),
    fee: percent({ label: 'Management fee', help: 'Share of the on-demand price that is charged on top.', default: '15%', minor: true }),
  },
  charges: {
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'aws.lambda/request' },
    fee: { label: 'Management fee', unit: 'hour', quantity: 'count * hours', typed: [{ price: 'instancePrice * fee' }] },
  },
  columns: { count: 'count' },
})
