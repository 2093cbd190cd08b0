import { perMonth } from '../fields.ts'
import { service } from '../service.ts'

export const cloudTasks = service({
  id: 'google.cloud-tasks',
  name: 'Cloud Tasks',
  cloud: 'google',
  category: 'integration',
  source: 'https://cloud.google.com/tasks/pricing',
  summary: 'Queues of tasks that call your programs, billed by operations.',
  keywords: ['queue', 'tasks', 'asynchronous', 'background jobs'],
  region: 'none',
  inputs: {
    operations: perMonth({
      label: 'Operations',
      help: 'API calls and task deliveries a month, each started 32 KB counted.',
      unit: 'operations',
    }),
  },
  charges: {
    operations: { label: 'Operations', unit: 'operation', quantity: 'operations', rate: 'google.cloud-tasks/operation', region: 'global' },
  },
})
