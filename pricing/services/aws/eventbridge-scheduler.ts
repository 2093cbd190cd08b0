import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const eventbridgeScheduler = service({
  id: 'aws.eventbridge-scheduler',
  name: 'EventBridge Scheduler',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/eventbridge/pricing/',
  summary: 'Starts targets at set times, billed by the invocation.',
  keywords: ['cron', 'schedule', 'timer', 'recurring'],
  inputs: {
    schedules: quantity({ label: 'Schedules', help: 'Schedules that invoke at the rate below.', unit: 'schedules', default: '1' }),
    invocations: perMonth({
      label: 'Invocations per schedule',
      help: 'Times a month that one schedule invokes its target, such as 24/day.',
      unit: 'invocations',
    }),
  },
  charges: {
    invocations: {
      label: 'Invocations',
      unit: 'invocation',
      quantity: 'schedules * invocations',
      rate: 'aws.eventbridge/scheduler-invocation',
    },
  },
  columns: { count: 'schedules' },
})
