import type { SizeSource } from '../declare.ts'

/**
 * The `ml.` types that the book knows from any SageMaker list: those of the wanted list are few in the sources, while the vendor
 * offers nearly all types everywhere. A type without a price in the wanted list can be chosen and is unknown, with the reason.
 */
export function sagemakerTypes(list: 'processing' | 'batch-transform' | 'notebook'): SizeSource {
  const lists = [list, 'studio', 'hosting', 'training'] as const
  return { from: 'rates', patterns: lists.map((name) => `aws.sagemaker-${name}/{size}`), prefix: 'ml.' }
}
