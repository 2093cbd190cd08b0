import { choice, dataPerMonth, hoursPerMonth, perSecond, quantity } from '../fields.ts'
import { service } from '../service.ts'

/**
 * A capacity unit (NLCU) holds 1 GB an hour and, for TCP, 800 new connections a second and 100,000 active ones; for UDP 400
 * and 50,000; for TLS 50 and 3,000. Each hour pays for the fullest of the three.
 */
export const networkLoadBalancer = service({
  id: 'aws.network-load-balancer',
  name: 'Network Load Balancer',
  cloud: 'aws',
  category: 'networking',
  source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  summary: 'TCP, UDP and TLS load balancer, billed by the hour and by capacity units made of connections and traffic.',
  keywords: ['nlb', 'elb', 'nlcu', 'tcp', 'udp', 'tls', 'load balancing'],
  inputs: {
    protocol: choice({
      label: 'Protocol',
      help: 'What the listeners speak; TLS that ends at the load balancer fills capacity soonest.',
      options: { tcp: 'TCP', udp: 'UDP', tls: 'TLS' },
      default: 'tcp',
    }),
    count: quantity({
      label: 'Load balancers',
      help: 'How many load balancers share this description.',
      unit: 'load balancers',
      default: '1',
    }),
    hours: hoursPerMonth(),
    newConnections: perSecond({
      label: 'New connections',
      help: 'Connections or flows opened per second at each load balancer, on average.',
      unit: 'connections',
    }),
    activeConnections: quantity({
      label: 'Active connections',
      help: 'Connections or flows open at the same time at each load balancer.',
      unit: 'connections',
    }),
    processed: dataPerMonth({ label: 'Processed data', help: 'GB a month through each load balancer, both directions.' }),
  },
  derived: {
    tcpHours: 'max(hours * newConnections / 800, hours * activeConnections / 100000, processed)',
    udpHours: 'max(hours * newConnections / 400, hours * activeConnections / 50000, processed)',
    tlsHours: 'max(hours * newConnections / 50, hours * activeConnections / 3000, processed)',
  },
  charges: {
    hours: { label: 'Load balancer hours', unit: 'hour', quantity: 'count * hours', rate: 'aws.nlb/hour' },
    tcp: {
      label: 'Capacity units, TCP',
      unit: 'NLCU-hour',
      quantity: 'count * tcpHours',
      when: { protocol: ['tcp'] },
      rate: 'aws.nlb/lcu',
    },
    udp: {
      label: 'Capacity units, UDP',
      unit: 'NLCU-hour',
      quantity: 'count * udpHours',
      when: { protocol: ['udp'] },
      rate: 'aws.nlb/lcu',
    },
    tls: {
      label: 'Capacity units, TLS',
      unit: 'NLCU-hour',
      quantity: 'count * tlsHours',
      when: { protocol: ['tls'] },
      rate: 'aws.nlb/lcu',
    },
  },
  columns: { size: 'protocol', count: 'count' },
})
