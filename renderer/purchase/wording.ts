import { rows } from '#shared/document/rows.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { CommitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import { isInterruptible } from '#pricing/calculator/shares.ts'

/** What the totals of a plan do not say: `2 figures are not known …`; empty where they say everything. */
export function leftOutWords({ before, after }: CommitmentPlan['leftOut']): string {
  const figures = (count: number) => (count === 1 ? '1 figure' : `${String(count)} figures`)
  if (before === after) return before === 0 ? '' : `${figures(before)} not known or in error: in none of these sums.`
  return `Not known or in error: ${figures(before)} of the month now, ${figures(after)} of the month with the plan.`
}

/** What is a mean where the months ahead differ; empty where they are alike. */
export function meanWords({ isMean }: Pick<CommitmentPlan, 'isMean'>): string {
  if (!isMean) return ''
  return 'The months ahead differ, and the plan is for all of them: the month now and with the plan is the first; saving, coverage, utilisation and what follows signing are means.'
}

const mostNamed = 3

/** Which rows may go to spot. */
export function interruptibleWords(workbook: Workbook): string {
  const names = rows(workbook.components).flatMap((row) => (isInterruptible(row) ? [row.name] : []))
  return names.length === 0 ? 'No row is tagged interruptible=yes.' : `Tagged interruptible=yes: ${few(names)}.`
}

/** Which rows stay as they are because nothing is sold for them; empty where there are none. */
export function passedOverWords({ passedOver }: Pick<CommitmentPlan, 'passedOver'>, workbook: Workbook | null): string {
  if (passedOver.length === 0) return ''
  const named = few(passedOver.map((id: Id) => workbook?.components.get(id)?.name ?? id))
  return `The price book has no commitment of these terms and payments for ${named}: no commitment covers ${passedOver.length === 1 ? 'it' : 'them'}.`
}

/** Whether a cheaper plan could be found. */
export function provenWords({ isProven, spot }: Pick<CommitmentPlan, 'isProven' | 'spot'>): string {
  if (!isProven) return 'The best plan found; a slightly cheaper one may exist.'
  return spot.length === 0
    ? 'No other quantities of these offers are cheaper.'
    : 'No other quantities of these offers and no other shares on spot are cheaper.'
}

const PART_WORDS: Readonly<Record<CommitmentPlan['parts'][number]['part'], string>> = {
  'on-demand': 'Machines on demand',
  commitments: 'Commitments, upfront payments spread over their terms',
  spot: 'Machines on spot',
  rest: 'Everything else',
}

/** A part of the month; the rest says whether it stays as it is. */
export function partWords({ part, before, after }: CommitmentPlan['parts'][number]): string {
  const isSame = Math.abs(after - before) <= 1e-6 * Math.max(1, Math.abs(before))
  return part === 'rest' ? `${PART_WORDS.rest}, ${isSame ? 'unchanged' : 'which commitments cover some of'}` : PART_WORDS[part]
}

function few(names: readonly string[]): string {
  const more = names.length - mostNamed
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${String(more)} more` : names.join(', ')
}
