import type { ChargeEstimate, ComponentEstimate, InputEstimate } from '#pricing/calculator/types.ts'

/** The one thing to do about a figure that is missing. */
export type Remedy =
  | { readonly kind: 'input'; readonly input: string; readonly label: string }
  | { readonly kind: 'region'; readonly label: string }
  | { readonly kind: 'price'; readonly label: string }
  | { readonly kind: 'purchase'; readonly label: string }

/** Why a figure is missing, in a sentence, with what to do in words and, where the panel can help, as one action. */
export type Trouble = {
  readonly kind: 'unknown' | 'problem'
  readonly message: string
  readonly fix: string
  readonly remedy: Remedy | null
}

/** `wrongSize`: the input whose size the book does not know, when that is why the charge has no price. */
export function troubleOf(charge: ChargeEstimate, row: ComponentEstimate, wrongSize?: string): Trouble | null {
  if (charge.problem !== undefined) {
    const wrong = row.inputs.find((input) => input.value.kind === 'problem')
    return { kind: 'problem', message: charge.problem.message, fix: charge.problem.fix, remedy: wrong === undefined ? null : mend(wrong) }
  }
  if (charge.unknown === undefined) return null
  const { reason, message, fix } = charge.unknown
  if (reason === 'empty') return { kind: 'unknown', message, fix, remedy: fillIn(charge, row) }
  const remedy: Remedy = wrongSize === undefined ? reprice(charge, row) : { kind: 'input', input: wrongSize, label: 'Choose another size' }
  return { kind: 'unknown', message, fix, remedy }
}

function mend(input: InputEstimate): Remedy {
  return { kind: 'input', input: input.id, label: `Mend “${input.label}”` }
}

/** The empty input this charge waits for: one its formula names, else the first empty one. */
function fillIn(charge: ChargeEstimate, row: ComponentEstimate): Remedy | null {
  const empty = row.inputs.filter((input) => input.value.kind === 'unknown')
  const named = new Set(charge.formula.match(/[A-Za-z_]\w*/g) ?? [])
  const input = empty.find((one) => named.has(one.id)) ?? empty[0]
  return input === undefined ? null : { kind: 'input', input: input.id, label: `Fill in “${input.label}”` }
}

/** Without any price the region is at fault; with its steps known it is the way the row is bought; else the source ends too soon. */
function reprice(charge: ChargeEstimate, row: ComponentEstimate): Remedy {
  if (charge.tiers.length > 0) return { kind: 'purchase', label: 'Change how it is bought' }
  if (charge.price === null && row.region !== '') return { kind: 'region', label: 'Choose another region' }
  return { kind: 'price', label: 'Type a price' }
}
