import { hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Prices differ by model and by where it runs, and no list of them is in the book: type those of your model on the row. */
export const openai = service({
  id: 'azure.openai',
  name: 'Azure OpenAI',
  cloud: 'azure',
  category: 'machine-learning',
  source: 'https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/',
  summary: 'Language models billed by tokens in and out, or by provisioned throughput.',
  keywords: ['openai', 'gpt', 'llm', 'tokens', 'chat', 'embedding', 'generative ai', 'ptu'],
  inputs: {
    tokensIn: quantity({
      label: 'Tokens in',
      help: 'Millions of tokens a month of prompts, without those cached.',
      unit: 'million tokens',
    }),
    tokensOut: quantity({ label: 'Tokens out', help: 'Millions of tokens a month of answers.', unit: 'million tokens' }),
    tokensCached: quantity({
      label: 'Cached tokens in',
      help: 'Millions of tokens a month of prompts that were cached.',
      unit: 'million tokens',
      default: '0',
      minor: true,
    }),
    provisionedUnits: quantity({
      label: 'Provisioned units',
      help: 'Provisioned throughput units (PTU); 0 when billed by tokens.',
      unit: 'PTU',
      default: '0',
      minor: true,
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the provisioned units exist.', minor: true }),
  },
  charges: {
    tokensIn: { label: 'Tokens in', unit: '1M-token', quantity: 'tokensIn', rate: 'azure.openai/token-input' },
    tokensOut: { label: 'Tokens out', unit: '1M-token', quantity: 'tokensOut', rate: 'azure.openai/token-output' },
    tokensCached: { label: 'Cached tokens in', unit: '1M-token', quantity: 'tokensCached', rate: 'azure.openai/token-input-cached' },
    provisioned: {
      label: 'Provisioned units',
      unit: 'PTU-hour',
      quantity: 'provisionedUnits * hours',
      rate: 'azure.openai/provisioned-unit',
    },
  },
})
