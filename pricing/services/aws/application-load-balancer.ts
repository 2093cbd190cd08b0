import { dataPerMonth, hoursPerMonth, perSecond, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * A capacity unit (LCU) holds 25 new connections a second, 3,000 active ones, 1 GB an hour (0.4 GB for function targets) and
 * 1,000 rule evaluations a second; each hour pays for the fullest of the four. Averages of uneven traffic understate it.
 */
export const applicationLoadBalancer = service({
  id: 'aws.application-load-balancer',
  name: 'Application Load Balancer',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  summary: 'HTTP load balancer, billed by the hour and by capacity units made of connections, traffic and rules.',
  keywords: ['alb', 'elb', 'lcu', 'http', 'load balancing', 'ingress'],
  inputs: {
    count: quantity({
      label: 'Load balancers',
      help: 'How many load balancers share this description.',
      unit: 'load balancers',
      default: '1',
    }),
    hours: hoursPerMonth(),
    newConnections: perSecond({
      label: 'New connections',
      help: 'Connections opened per second at each load balancer, on average; a client that keeps its connection counts once.',
      unit: 'connections',
    }),
    activeConnections: quantity({
      label: 'Active connections',
      help: 'Connections open at the same time at each load balancer: new connections per second × seconds they last.',
      unit: 'connections',
    }),
    processed: dataPerMonth({
      label: 'Processed data',
      help: 'GB a month through each load balancer, requests and answers, for instances, containers and addresses.',
    }),
    processedFunctions: dataPerMonth({
      label: 'Processed data, functions',
      help: 'GB a month through each load balancer to and from Lambda functions, which fill capacity 2.5 times as fast.',
      default: '0',
      minor: true,
    }),
    ruleEvaluations: perSecond({
      label: 'Rule evaluations',
      help: 'Requests per second × rules beyond the first ten, at each load balancer; 0 with ten rules or fewer.',
      unit: 'evaluations',
      default: '0',
      minor: true,
    }),
    trustStores: quantity({
      label: 'Trust stores',
      help: 'Trust stores attached to each load balancer for mutual TLS.',
      unit: 'trust stores',
      default: '0',
      minor: true,
    }),
  },
  derived: {
    gigabytes: 'processed + processedFunctions / 0.4',
    capacityHours: 'max(hours * newConnections / 25, hours * activeConnections / 3000, gigabytes, hours * ruleEvaluations / 1000)',
  },
  charges: {
    hours: { label: 'Load balancer hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.alb/hour' },
    capacity: { label: 'Capacity units', unit: 'LCU-hour', quantity: 'count * capacityHours', rate: 'aws.alb/lcu' },
    trustStores: { label: 'Trust stores', unit: 'hour', quantity: 'count * hours * trustStores', rate: 'aws.alb/trust-store-hour' },
  },
  columns: { count: 'count' },
})
