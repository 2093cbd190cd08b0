import { hoursOfUse, perMonth, price, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** The book holds no prices of models: they change by the month, so they are typed from the page, in the workbook's currency. */
export const bedrock = service({
  id: 'aws.bedrock',
  name: 'Bedrock model',
  cloud: 'aws',
  category: 'machine-learning',
  source: 'https://aws.amazon.com/bedrock/pricing/',
  summary: 'Calls of a language model, billed by tokens read and written, at prices you type.',
  keywords: ['llm', 'generative ai', 'language model', 'tokens', 'claude', 'nova', 'llama', 'chat'],
  region: 'none',
  inputs: {
    requests: perMonth({ label: 'Requests', help: 'Calls of the model a month.', unit: 'requests' }),
    inputTokens: quantity({
      label: 'Input tokens',
      help: 'Tokens of one request: instructions, history and documents; about three quarters of a word each.',
      unit: 'tokens',
    }),
    outputTokens: quantity({ label: 'Output tokens', help: 'Tokens of one answer.', unit: 'tokens' }),
    inputPrice: price({ label: 'Price of input', help: 'What a million input tokens cost, from the model’s line on the pricing page.' }),
    outputPrice: price({ label: 'Price of output', help: 'What a million output tokens cost.' }),
    cachedTokens: quantity({
      label: 'Cached tokens',
      help: 'Tokens of one request read from the prompt cache, besides the input tokens above.',
      unit: 'tokens',
      default: '0',
      minor: true,
    }),
    cachedPrice: price({ label: 'Price of cached input', help: 'What a million cached tokens cost.', default: '0', minor: true }),
    modelUnits: quantity({
      label: 'Model units',
      help: 'Units of provisioned throughput, instead of or besides calls on demand.',
      unit: 'units',
      default: '0',
      minor: true,
    }),
    modelUnitHours: hoursOfUse({
      label: 'Model unit hours',
      help: 'Hours a month that the units are provisioned.',
      default: '24 h/day',
      minor: true,
    }),
    modelUnitPrice: price({ label: 'Price of a model unit', help: 'What a model unit costs an hour.', default: '0', minor: true }),
  },
  charges: {
    input: { label: 'Input tokens', unit: 'token', quantity: 'requests * inputTokens', typed: [{ price: 'inputPrice / 1000000' }] },
    output: { label: 'Output tokens', unit: 'token', quantity: 'requests * outputTokens', typed: [{ price: 'outputPrice / 1000000' }] },
    cached: { label: 'Cached tokens', unit: 'token', quantity: 'requests * cachedTokens', typed: [{ price: 'cachedPrice / 1000000' }] },
    modelUnits: { label: 'Model units', unit: 'hour', quantity: 'modelUnits * modelUnitHours', typed: [{ price: 'modelUnitPrice' }] },
  },
})
