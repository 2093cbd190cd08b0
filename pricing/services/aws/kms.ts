import { perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Keys that services manage for you are free; a key that rotates pays again for its first and second rotation. */
export const kms = service({
  id: 'aws.kms',
  name: 'KMS keys',
  cloud: 'aws',
  category: 'security',
  source: 'https://aws.amazon.com/kms/pricing/',
  summary: 'Encryption keys of your own, billed by key and by request.',
  keywords: ['encryption', 'key management', 'cmk', 'signing'],
  inputs: {
    keys: quantity({
      label: 'Keys',
      help: 'Customer managed keys, copies in this region included; count a rotated key up to three times.',
      unit: 'keys',
    }),
    requests: perMonth({
      label: 'Requests',
      help: 'Encrypt, decrypt and data key requests a month with symmetric keys.',
      unit: 'requests',
      default: '0',
    }),
    asymmetricRequests: perMonth({
      label: 'Asymmetric requests',
      help: 'Requests a month with asymmetric keys other than RSA of 2,048 bits, which count as symmetric.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
    keyPairRequests: perMonth({
      label: 'RSA key pair requests',
      help: 'RSA data key pairs generated a month.',
      unit: 'requests',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    keys: { label: 'Keys', unit: 'key-month', quantity: 'keys', rate: 'aws.kms/key' },
    requests: { label: 'Requests', unit: 'request', quantity: 'requests', rate: 'aws.kms/request-symmetric' },
    asymmetric: { label: 'Asymmetric requests', unit: 'request', quantity: 'asymmetricRequests', rate: 'aws.kms/request-asymmetric' },
    keyPairs: { label: 'RSA key pair requests', unit: 'request', quantity: 'keyPairRequests', rate: 'aws.kms/request-rsa-key-pair' },
  },
  columns: { count: 'keys' },
})
