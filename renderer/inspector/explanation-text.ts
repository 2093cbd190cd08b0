import type { PriceSource } from '#pricing/catalog/types.ts'
import { told } from '#renderer/ui/told.ts'
import type { ChargeStory, Explanation } from './explanation.ts'
import { leftOut } from './wording.ts'

/** The explanation as plain text, for a mail or a review. `heading` names the row. */
export function explanationText(heading: string, explanation: Explanation): string {
  const blocks = [
    heading,
    ...explanation.derived.map((derived) => `  ${derived.text}`),
    ...explanation.charges.map(chargeText),
    `Total a month: ${explanation.total}${leftOut(explanation.left)
      .map((words) => ` ${words}`)
      .join('')}`,
  ]
  return `${blocks.join('\n')}\n`
}

/** SKU, book, date and source of a price in one line. */
export function sourceText(source: PriceSource): string {
  const date = source.asOf === 'undated' ? 'undated' : `as of ${source.asOf}`
  const parts = [`SKU ${source.sku}`, source.book, date, source.source, source.derived ? 'derived' : '', noteText(source)]
  return parts.filter((part) => part !== '').join(' · ')
}

/** The note on a price. An allowance it tells of belongs to the account: it counts where the workbook counts the free tier. */
export function noteText({ note }: PriceSource): string {
  return note.replace(/free allowance: [^;]+/gi, (allowance) => `${allowance} (with the free tier)`)
}

function chargeText(charge: ChargeStory): string {
  const lines = charge.lines.map((line) => (line.amount === undefined ? `  ${line.text}` : `  ${line.text} = ${line.amount}`))
  const trouble = charge.trouble === null ? [] : [`  ${told(charge.trouble)}`]
  const sources = charge.sources.map((source) => `  Price: ${sourceText(source)}`)
  const own = charge.own === null || charge.own.note === '' ? [] : [`  Own price: ${charge.own.note}`]
  return [`${charge.label}: ${charge.cost ?? 'not known'}`, ...own, ...lines, ...trouble, ...sources].join('\n')
}
