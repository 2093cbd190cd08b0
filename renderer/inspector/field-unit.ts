import type { NumberInput } from '#pricing/services/declare.ts'

/** The unit as it stands beside a field: `GB a month`, `connections/s`; nothing where the label says it already. */
export function fieldUnit({ label, field }: NumberInput, currency: string): string {
  const counted = field.dimension.money === 1 ? currency : field.unit
  const unit = counted.toLowerCase() === label.toLowerCase() ? '' : counted
  if (field.per === 'second') return `${field.unit}/s`
  return field.per === 'month' ? `${unit} a month`.trimStart() : unit
}
