import { choice, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A key counts in every month in which it was used, each of its versions of its own; Premium keeps keys in hardware modules. */
export const keyVault = service({
  id: 'azure.key-vault',
  name: 'Azure Key Vault',
  cloud: 'azure',
  category: 'security',
  source: 'https://azure.microsoft.com/pricing/details/key-vault/',
  summary: 'Keys, secrets and certificates, billed by operation and by hardware-protected key.',
  keywords: ['secrets', 'keys', 'certificates', 'hsm', 'kms', 'encryption'],
  inputs: {
    plan: choice({
      label: 'Tier',
      help: 'Premium can keep keys in hardware security modules.',
      options: { standard: 'Standard', premium: 'Premium' },
      default: 'standard',
    }),
    operations: perMonth({ label: 'Operations', help: 'Secrets read and keys used a month.', unit: 'operations' }),
    advancedOperations: perMonth({
      label: 'Operations on advanced keys',
      help: 'Uses a month of RSA keys of 3,072 and 4,096 bits and of elliptic keys.',
      unit: 'operations',
      default: '0',
      minor: true,
    }),
    renewals: perMonth({
      label: 'Certificate renewals',
      help: 'Certificates renewed a month.',
      unit: 'renewals',
      default: '0',
      minor: true,
    }),
    rotations: perMonth({
      label: 'Key rotations',
      help: 'Scheduled rotations of keys a month.',
      unit: 'rotations',
      default: '0',
      minor: true,
    }),
    hsmKeys: quantity({
      label: 'Hardware keys, RSA 2,048',
      help: 'Keys of 2,048 bits in hardware that are used in the month.',
      unit: 'keys',
      default: '0',
    }),
    advancedHsmKeys: quantity({
      label: 'Hardware keys, advanced',
      help: 'RSA keys of 3,072 and 4,096 bits and elliptic keys in hardware that are used in the month.',
      unit: 'keys',
      default: '0',
    }),
  },
  charges: {
    operations: { label: 'Operations', unit: 'operation', quantity: 'operations', rate: 'azure.key-vault/operation' },
    advancedOperations: {
      label: 'Operations on advanced keys',
      unit: 'operation',
      quantity: 'advancedOperations',
      rate: 'azure.key-vault/operation-advanced',
    },
    renewals: { label: 'Certificate renewals', unit: 'renewal', quantity: 'renewals', rate: 'azure.key-vault/certificate-renewal' },
    rotations: { label: 'Key rotations', unit: 'rotation', quantity: 'rotations', rate: 'azure.key-vault/key-rotation' },
    hsmKeys: {
      label: 'Hardware keys, RSA 2,048',
      unit: 'key-month',
      quantity: 'hsmKeys',
      when: { plan: ['premium'] },
      rate: 'azure.key-vault-premium/hsm-key',
    },
    advancedHsmKeys: {
      label: 'Hardware keys, advanced',
      unit: 'key-month',
      quantity: 'advancedHsmKeys',
      when: { plan: ['premium'] },
      rate: 'azure.key-vault-premium/hsm-key-advanced',
    },
  },
  columns: { size: 'plan' },
})
