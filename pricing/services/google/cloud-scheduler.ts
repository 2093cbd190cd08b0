import { quantity } from '../fields.ts'
import { service } from '../service.ts'

export const cloudScheduler = service({
  id: 'google.cloud-scheduler',
  name: 'Cloud Scheduler',
  cloud: 'google',
  category: 'integration',
  source: 'https://cloud.google.com/scheduler/pricing',
  summary: 'Jobs started by the clock, billed by the job whether it runs or not.',
  keywords: ['cron', 'timer', 'schedule', 'jobs'],
  region: 'none',
  inputs: {
    jobs: quantity({ label: 'Jobs', help: 'Jobs that exist, however often they run.', unit: 'jobs' }),
  },
  charges: {
    jobs: { label: 'Jobs', unit: 'job-month', quantity: 'jobs', rate: 'google.cloud-scheduler/job', region: 'global' },
  },
  columns: { count: 'jobs' },
})
