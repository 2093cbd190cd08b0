import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Component } from '#shared/document/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import { told } from '#renderer/ui/told.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { explain } from './explanation.ts'
import type { ChargeStory } from './explanation.ts'
import { explanationText, noteText, sourceText } from './explanation-text.ts'
import { focusField } from './focus-field.ts'
import { PriceField } from './price-field.tsx'
import { sizesAtFault } from './size-at-fault.ts'
import type { Remedy, Trouble } from './trouble.ts'
import { leftOut } from './wording.ts'

type Props = {
  readonly estimate: ComponentEstimate
  readonly component: Component
  readonly service: ServiceDeclaration | undefined
  readonly id: string
}

/** "How this figure is made": the sum of a row, charge by charge, as one would do it with a pencil. */
export function ExplanationView({ estimate, component, service, id }: Props) {
  const printer = usePrinter()
  const book = useWorkspace((state) => state.book)
  const explanation = useMemo(() => {
    const wrongSizes = service === undefined || book === null ? undefined : sizesAtFault(component, service, book)
    return explain(estimate, printer, wrongSizes)
  }, [estimate, printer, component, service, book])
  const heading = [component.name, service?.name ?? component.service, component.region].filter((part) => part !== '').join(' · ')
  return (
    <section className="inspector-section explanation" aria-labelledby={id}>
      <header className="explanation-head">
        <h3 id={id} tabIndex={-1}>
          How this figure is made
        </h3>
        <CopyButton text={() => explanationText(heading, explanation)} />
      </header>
      {explanation.derived.map((derived) => (
        <p key={derived.id} className="explanation-derived">
          {derived.text}
        </p>
      ))}
      {explanation.charges.map((charge) => (
        <ChargeView key={charge.id} charge={charge} component={component} />
      ))}
      {explanation.unused.length > 0 && <Unused charges={explanation.unused} />}
      <p className="explanation-total">
        <span>Total a month</span>
        <span className="figure" data-testid="explanation-total" data-value={explanation.value ?? undefined}>
          {explanation.total}
        </span>
      </p>
      {leftOut(explanation.left).map((words) => (
        <p key={words} className="explanation-left">
          {words}
        </p>
      ))}
    </section>
  )
}

function ChargeView({ charge, component }: { readonly charge: ChargeStory; readonly component: Component }) {
  const [pricing, setPricing] = useState(false)
  return (
    <div className="charge" data-testid={`charge-${charge.id}`} role="group" aria-label={charge.label}>
      <p className="charge-head">
        <span>{charge.label}</span>
        <span className="figure" data-value={charge.value ?? undefined}>
          {charge.cost ?? NOT_KNOWN}
        </span>
      </p>
      <ul className="charge-lines">
        {charge.lines.map((line) => (
          <li key={`${line.kind} ${line.text}`} className={`charge-line charge-line-${line.kind}`}>
            <span>{line.text}</span>
            {line.amount !== undefined && (
              <span className="figure" data-value={line.value}>
                {line.amount}
              </span>
            )}
          </li>
        ))}
      </ul>
      {charge.trouble !== null && <TroubleView trouble={charge.trouble} typePrice={() => setPricing(true)} />}
      {charge.sources.map((source) => (
        <Source key={`${source.sku} ${source.source}`} source={source} />
      ))}
      {pricing || charge.own !== null ? (
        <PriceField charge={charge} row={component.id} close={() => setPricing(false)} />
      ) : (
        isPriced(charge) && (
          <button type="button" className="charge-price-button" onClick={() => setPricing(true)}>
            Type another price
          </button>
        )
      )}
    </div>
  )
}

/** Whether the price of a charge comes from the book: one that is an input of the row is typed there. */
function isPriced(charge: ChargeStory): boolean {
  return charge.sources.length > 0 || charge.trouble?.remedy?.kind === 'region'
}

function Source({ source }: { readonly source: PriceSource }) {
  return (
    <p className="charge-source" title={source.note === '' ? undefined : noteText(source)}>
      {sourceText(source)}
    </p>
  )
}

function TroubleView({ trouble, typePrice }: { readonly trouble: Trouble; readonly typePrice: () => void }) {
  const { remedy } = trouble
  return (
    <div className={`charge-trouble charge-trouble-${trouble.kind}`}>
      <p>{told(trouble)}</p>
      {remedy !== null && <Button onClick={() => apply(remedy, typePrice)}>{remedy.label}</Button>}
    </div>
  )
}

/** Puts the cursor where the trouble can be mended. */
function apply(remedy: Remedy, typePrice: () => void): void {
  if (remedy.kind === 'region') focusField('region')
  else if (remedy.kind === 'purchase') focusField('buys')
  else if (remedy.kind === 'input') focusField(`input:${remedy.input}`)
  else typePrice()
}

function Unused({ charges }: { readonly charges: readonly ChargeStory[] }) {
  return (
    <details className="inspector-fold explanation-unused">
      <summary>{charges.length === 1 ? '1 charge is not used' : `${String(charges.length)} charges are not used`}</summary>
      <ul>
        {charges.map((charge) => (
          <li key={charge.id}>
            {charge.label}
            {charge.sources.map((source) => (
              <Source key={source.sku} source={source} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

function CopyButton({ text }: { readonly text: () => string }) {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setSaid('Copied')
    } catch {
      setSaid('The clipboard is not available here')
    }
  }
  return (
    <span className="explanation-copy">
      <span role="status">{said}</span>
      <IconButton label="Copy as text" onClick={() => void copy()}>
        <Copy />
      </IconButton>
    </span>
  )
}
