import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const secretManager = service({
  id: 'google.secret-manager',
  name: 'Secret Manager',
  cloud: 'google',
  category: 'security',
  source: 'https://cloud.google.com/secret-manager/pricing',
  summary: 'Passwords and keys kept for programs, billed by secret versions, accesses and rotations.',
  keywords: ['secrets', 'passwords', 'credentials', 'rotation'],
  region: 'none',
  inputs: {
    versions: quantity({
      label: 'Secret versions',
      help: 'Active versions of all secrets, each counted in every location it is kept in.',
      unit: 'versions',
    }),
    accesses: perMonth({ label: 'Accesses', help: 'Times a month that a secret is read.', unit: 'accesses' }),
    rotations: perMonth({ label: 'Rotations', help: 'Rotation notices a month.', unit: 'rotations', default: '0', minor: true }),
  },
  charges: {
    versions: {
      label: 'Secret versions',
      unit: 'version-month',
      quantity: 'versions',
      rate: 'google.secret-manager/version',
      region: 'global',
    },
    accesses: {
      label: 'Accesses',
      unit: 'operation',
      quantity: 'accesses',
      rate: 'google.secret-manager/access-operation',
      region: 'global',
    },
    rotations: { label: 'Rotations', unit: 'rotation', quantity: 'rotations', rate: 'google.secret-manager/rotation', region: 'global' },
  },
  columns: { count: 'versions' },
})
