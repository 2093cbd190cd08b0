import { useState } from 'react'
import { readNumber } from '#shared/money/index.ts'
import { TextInput } from '#renderer/ui/field.tsx'
import { useWorkspace } from '#renderer/workspace/store.ts'

type NumberFieldProps = {
  readonly label: string
  readonly placeholder?: string
  readonly value: number | null
  readonly scale?: number
  readonly onChange: (value: number | null) => void
}

/** Heard with every key, so that the table follows; a text that is no number is marked and leaves things as they are. */
export function NumberField({ label, placeholder, value, scale = 1, onChange }: NumberFieldProps) {
  const locale = useWorkspace((state) => state.locale)
  const [typed, setTyped] = useState<string | null>(null)
  const shown =
    value === null ? '' : new Intl.NumberFormat(locale, { maximumSignificantDigits: 12, useGrouping: false }).format(value * scale)
  const read = typed === null || typed.trim() === '' ? null : readNumber(typed, locale)
  const isWrong = typed !== null && typed.trim() !== '' && (read === null || read < 0)
  return (
    <TextInput
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={isWrong ? 'Type a number of 0 or more.' : undefined}
      inputMode="decimal"
      placeholder={placeholder}
      value={typed ?? shown}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        const number = text.trim() === '' ? null : readNumber(text, locale)
        if (text.trim() === '' || (number !== null && number >= 0)) onChange(number === null ? null : number / scale)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
