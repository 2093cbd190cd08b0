import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const cloudKms = service({
  id: 'google.cloud-kms',
  name: 'Cloud KMS',
  cloud: 'google',
  category: 'security',
  source: 'https://cloud.google.com/kms/pricing',
  summary: 'Encryption keys kept in software or in hardware modules, billed by key versions and operations.',
  keywords: ['encryption', 'keys', 'hsm', 'cmek', 'key management'],
  region: 'none',
  inputs: {
    softwareKeys: quantity({ label: 'Software key versions', help: 'Active versions of keys kept in software.', unit: 'versions' }),
    softwareOperations: perMonth({
      label: 'Software key operations',
      help: 'Operations a month with software keys: encrypt, decrypt, sign.',
      unit: 'operations',
    }),
    hsmKeys: quantity({
      label: 'HSM key versions',
      help: 'Active versions of asymmetric keys kept in hardware modules.',
      unit: 'versions',
      default: '0',
    }),
    hsmOperations: perMonth({
      label: 'HSM key operations',
      help: 'Operations a month with keys in hardware modules.',
      unit: 'operations',
      default: '0',
    }),
  },
  charges: {
    softwareKeys: {
      label: 'Software key versions',
      unit: 'version-month',
      quantity: 'softwareKeys',
      rate: 'google.cloud-kms/software-key-version',
      region: 'global',
    },
    softwareOperations: {
      label: 'Software key operations',
      unit: 'operation',
      quantity: 'softwareOperations',
      rate: 'google.cloud-kms/software-operation',
      region: 'global',
    },
    hsmKeys: {
      label: 'HSM key versions',
      unit: 'version-month',
      quantity: 'hsmKeys',
      rate: 'google.cloud-kms/hsm-key-version',
      region: 'global',
    },
    hsmOperations: {
      label: 'HSM key operations',
      unit: 'operation',
      quantity: 'hsmOperations',
      rate: 'google.cloud-kms/hsm-operation',
      region: 'global',
    },
  },
})
