import { Plus, X } from 'lucide-react'
import { setPurchase } from '#shared/commands/purchase.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Component, PurchasePayment, PurchaseShare } from '#shared/document/types.ts'
import type { ComponentEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { OwnCell } from './own-cell.tsx'
import { PurchaseFacts } from './purchase-facts.tsx'
import { shareLines } from './share-facts.ts'
import { SpotFields } from './spot-fields.tsx'
import { boughtBy, nextShare, offered, OFFERINGS, PAYMENTS, savings, tidyShare, wayOf, WAYS } from './purchase-shares.ts'

type Props = { readonly component: Component; readonly estimate: ComponentEstimate }

/** How the row's hours are bought: shares reserved or on spot, the rest on demand; and what that saves. */
export function PurchaseFields({ component, estimate }: Props) {
  const shares = component.purchase
  const lines = shareLines(estimate, shares.length)
  const write = (next: readonly PurchaseShare[]): Refusal | null => edit(setPurchase, { row: component.id, purchase: next.map(tidyShare) })
  return (
    <section className="inspector-section" data-field="buys">
      <h3>How it is bought</h3>
      <OwnCell anchor="buys" />
      {shares.map((share, index) => (
        <ShareRow
          key={`${wayOf(share)} ${String(index)}`}
          share={share}
          line={lines[index]}
          place={index + 1}
          change={(changed) => write(shares.with(index, changed))}
          remove={() => write(shares.toSpliced(index, 1))}
        />
      ))}
      <p className="purchase-rest">{shares.length === 0 ? 'All on demand.' : 'What no share covers is bought on demand.'}</p>
      <Button kind="quiet" icon={<Plus />} onClick={() => write([...shares, nextShare(shares)])}>
        {shares.length === 0 ? 'Reserve or use spot' : 'Add a share'}
      </Button>
      <Saved estimate={estimate} />
      <PurchaseFacts estimate={estimate} />
    </section>
  )
}

type ShareProps = {
  readonly share: PurchaseShare
  readonly line: DiscountLine | undefined
  readonly place: number
  readonly change: (share: PurchaseShare) => Refusal | null
  readonly remove: () => void
}

function ShareRow({ share, line, place, change, remove }: ShareProps) {
  const which = `share ${String(place)}`
  return (
    <div className="purchase-share" role="group" aria-label={`Share ${String(place)}`}>
      <Select
        aria-label={`How ${which} is bought`}
        options={WAYS}
        value={wayOf(share)}
        onChange={(event) => {
          const way = WAYS.find((one) => one.value === event.target.value)
          if (way !== undefined) change(boughtBy(share, way.value))
        }}
      />
      {share.kind === 'reserved' && (
        <Select
          aria-label={`How ${which} is paid`}
          options={PAYMENTS}
          value={share.payment}
          onChange={(event) => {
            const payment = PAYMENTS.find((one) => one.value === event.target.value)
            if (payment !== undefined) change(paidBy(share, payment.value))
          }}
        />
      )}
      {share.kind === 'reserved' && (
        <Select
          aria-label={`Offering of ${which}`}
          options={OFFERINGS}
          value={share.offering ?? 'standard'}
          onChange={(event) => change(offered(share, event.target.value))}
        />
      )}
      <span className="purchase-coverage">
        <FormulaField
          label={`Part of the machines of ${which}`}
          text={share.coverage}
          commit={(coverage) => change({ ...share, coverage })}
        />
        <span className="field-row-unit">{share.kind === 'reserved' ? 'of the machines at the peak' : 'of the machines in each hour'}</span>
      </span>
      <IconButton label={`Remove ${which}`} onClick={remove}>
        <X />
      </IconButton>
      {share.kind === 'spot' && <SpotFields share={share} spot={line?.spot ?? null} which={which} change={change} />}
      {line?.notes?.map((note) => (
        <p key={note} className="purchase-warning">
          {note}
        </p>
      ))}
    </div>
  )
}

function paidBy(share: PurchaseShare & { readonly kind: 'reserved' }, payment: PurchasePayment): PurchaseShare {
  return { ...share, payment }
}

function Saved({ estimate }: { readonly estimate: ComponentEstimate }) {
  const printer = usePrinter()
  const saved = Array.from(savings(estimate))
  if (saved.length === 0) return null
  return (
    <ul className="purchase-saved" aria-label="Savings">
      {saved.map(([label, amount]) => (
        <li key={label} data-value={amount}>
          <span>{label}</span>
          <span className="figure">{amount >= 0 ? `saves ${printer.money(amount)}` : `costs ${printer.money(-amount)} more`}</span>
        </li>
      ))}
    </ul>
  )
}
