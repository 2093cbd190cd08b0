import { useEffect, useRef } from 'react'
import { clearRowPrice, setRowPrice } from '#shared/commands/prices.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Id } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { ChargeStory } from './explanation.ts'
import { FieldRow } from './field-row.tsx'

type Props = { readonly charge: ChargeStory; readonly row: Id; readonly close: () => void }

/** A price of one's own for a charge, with a note of where it comes from; the price of the book comes back at a click. */
export function PriceField({ charge, row, close }: Props) {
  const currency = useWorkspace((state) => (state.workbook === null ? '' : settingsOf(state.workbook).currency.code))
  const place = useRef<HTMLDivElement>(null)
  const isNew = charge.own === null
  useEffect(() => {
    if (isNew) place.current?.querySelector('input')?.focus()
  }, [isNew])
  const which = { row, charge: charge.id }
  return (
    <div className="charge-price" ref={place}>
      <FieldRow
        label="Your price"
        unit={`${currency} a ${charge.unit}`}
        help="A number or a formula. It counts on this row only, in place of the price of the book."
      >
        {(ids) => (
          <FormulaField
            {...ids}
            label={`Price of ${charge.label}`}
            text={charge.own?.text ?? ''}
            commit={(price) => edit(setRowPrice, { ...which, price })}
          />
        )}
      </FieldRow>
      {charge.own !== null && (
        <FieldRow label="Where from">
          {(ids) => (
            <DraftInput
              {...ids}
              label={`Where the price of ${charge.label} comes from`}
              text={charge.own?.note ?? ''}
              placeholder="Quote, contract, guess"
              commit={(note) => edit(setRowPrice, { ...which, price: charge.own?.text ?? '', note })}
            />
          )}
        </FieldRow>
      )}
      <Button
        kind="quiet"
        onClick={() => {
          edit(clearRowPrice, which)
          close()
        }}
      >
        {charge.own === null ? 'Cancel' : 'Take the price of the book'}
      </Button>
    </div>
  )
}
