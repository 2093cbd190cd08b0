import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const secretsManager = service({
  id: 'aws.secrets-manager',
  name: 'Secrets Manager',
  cloud: 'aws',
  category: 'security',
  source: 'https://aws.amazon.com/secrets-manager/pricing/',
  summary: 'Passwords and keys kept and rotated, billed by secret and by request.',
  keywords: ['secret', 'password', 'credentials', 'rotation'],
  inputs: {
    secrets: quantity({
      label: 'Secrets',
      help: 'Secrets kept through the month; each copy in another region counts again.',
      unit: 'secrets',
    }),
    requests: perMonth({ label: 'Requests', help: 'Requests a month that read or write secrets.', unit: 'requests', default: '0' }),
  },
  charges: {
    secrets: { label: 'Secrets', unit: 'secret-month', quantity: 'secrets', rate: 'aws.secrets-manager/secret' },
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'aws.secrets-manager/api-request' },
  },
  columns: { count: 'secrets' },
})
