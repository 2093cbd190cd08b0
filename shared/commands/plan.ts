import { newRows } from './components.ts'
import type { AddComponents } from './components.ts'
import type { DocumentCommand } from './types.ts'

/** Adds the commitments of a recommendation as rows; in a scenario made for it the base stays as it is. */
export const applyPlan: DocumentCommand<AddComponents> = {
  id: 'commitments.buy',
  label: 'Buy these commitments',
  keywords: ['savings plan', 'reserved', 'commitment', 'recommendation', 'optimise'],
  describe: ({ components }) => (components.length === 1 ? 'Buy a commitment' : `Buy ${components.length} commitments`),
  run: newRows,
}

export const planCommands = [applyPlan] as const
