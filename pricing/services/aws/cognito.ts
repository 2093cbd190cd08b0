import { choice, perMonth } from '../fields.ts'
import { service } from '../service.ts'

/** A person counts once in each month in which they sign in, sign up or refresh a session. */
export const cognito = service({
  id: 'aws.cognito',
  name: 'Cognito user pool',
  cloud: 'aws',
  category: 'security',
  source: 'https://aws.amazon.com/cognito/pricing/',
  summary: 'Sign-up and sign-in for the users of an app, billed by people active in the month.',
  keywords: ['authentication', 'login', 'identity', 'users', 'oauth', 'saml', 'mau'],
  inputs: {
    plan: choice({
      label: 'Plan',
      help: 'Essentials for most apps, Plus with protection against account takeover, Lite with the basics.',
      options: { lite: 'Lite', essentials: 'Essentials', plus: 'Plus' },
      default: 'essentials',
    }),
    activeUsers: perMonth({
      label: 'Active users',
      help: 'People active in a month who sign in with a password or a social account.',
      unit: 'users',
    }),
    federated: perMonth({
      label: 'Federated users',
      help: 'People active in a month who sign in through SAML or OIDC.',
      unit: 'users',
      default: '0',
    }),
    machineRequests: perMonth({
      label: 'Machine tokens',
      help: 'Token requests a month from programs rather than people.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    users: { label: 'Active users', unit: 'user', quantity: 'activeUsers', rate: 'aws.cognito/user-{plan}' },
    federated: { label: 'Federated users', unit: 'user', quantity: 'federated', rate: 'aws.cognito/federated-user-{plan}' },
    machines: { label: 'Machine tokens', unit: 'request', quantity: 'machineRequests', rate: 'aws.cognito/machine-token' },
  },
  columns: { size: 'plan' },
})
