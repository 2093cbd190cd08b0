import { dataPerMonth, perMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** A message to several people counts once for each of them. */
export const ses = service({
  id: 'aws.ses',
  name: 'SES email',
  cloud: 'aws',
  category: 'integration',
  source: 'https://aws.amazon.com/ses/pricing/',
  summary: 'Sends and receives email, billed by recipient and by attached data.',
  keywords: ['email', 'mail', 'smtp', 'newsletter', 'simple email service'],
  inputs: {
    emails: perMonth({ label: 'Emails sent', help: 'Recipients of all emails a month.', unit: 'emails' }),
    attachments: dataPerMonth({
      label: 'Attached data',
      help: 'GB a month of attachments sent.',
      default: '0',
      minor: true,
    }),
    received: perMonth({ label: 'Emails received', help: 'Emails received a month.', unit: 'emails', default: '0', minor: true }),
    addresses: quantity({
      label: 'Dedicated addresses',
      help: 'Dedicated sending addresses; most senders need none.',
      unit: 'addresses',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    emails: { label: 'Emails sent', unit: 'email', quantity: 'emails', rate: 'aws.ses/recipient' },
    attachments: { label: 'Attached data', unit: 'GB', quantity: 'attachments', rate: 'aws.ses/attachment-data' },
    received: { label: 'Emails received', unit: 'email', quantity: 'received', rate: 'aws.ses/received-email' },
    addresses: { label: 'Dedicated addresses', unit: 'address-month', quantity: 'addresses', rate: 'aws.ses/dedicated-ip' },
  },
})
