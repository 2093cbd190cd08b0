import type { PurchaseShare } from '#shared/document/types.ts'
import { spotFields, spotOverhead, spotTexts } from '#pricing/calculator/shares.ts'
import type { RowDraft } from './design.ts'
import { computed, here } from './sheet.ts'
import type { Cell } from './sheet.ts'
import { sayField } from './translate.ts'
import type { Reading } from './translate.ts'

/** Hours lost on spot for each useful one: cells of the share's line, and what they come to (NaN where nobody knows). */
export type Lost = { readonly cells: Readonly<Record<'between' | 'saving' | 'restart' | 'lost', Cell>>; readonly value: number }

const keys = ['between', 'saving', 'restart'] as const

/**
 * Null where nothing is said of interruptions. With Young's interval between checkpoints the overhead of `spotOutcome` comes to
 * √(2 · Ts / Tf) + Tr / Tf.
 */
export function sayLost(share: PurchaseShare, { design }: RowDraft, line: number, reading: Reading): Lost | null {
  const texts = spotTexts(share)
  if (texts === null) return null
  const { purchase } = design.sheets
  const said = texts.map((text, at) => {
    const field = spotFields[at]!
    const typed = text.trim() === '' ? '0' : text
    const value = reading.value(typed, field)
    return { ...sayField(typed, field, value, reading), field, value: value.kind === 'number' ? value.value : Number.NaN }
  })
  const [between, saving, restart] = said
  const [b, s, r] = keys.map((key) => here(purchase, key, line))
  const tests = said.flatMap(({ isFormula, field: { min, max } }, at) => {
    const cell = here(purchase, keys[at]!, line)
    return isFormula ? [`${cell}>=${min === 0 ? 0 : '1/60'}`, `${cell}<=${max}`] : []
  })
  const lost = `SQRT(2*${s}/${b})+${r}/${b}`
  const checked = tests.length === 0 ? lost : `IF(AND(${tests.join(',')}),${lost},VALUE("outside its limits"))`
  const value = spotOverhead(between!.value, saving!.value, restart!.value)
  return {
    cells: {
      between: between!.cell,
      saving: saving!.cell,
      restart: restart!.cell,
      lost: computed(checked, Number.isNaN(value) ? '#N/A' : value),
    },
    value,
  }
}
