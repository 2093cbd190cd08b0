import { useMemo } from 'react'
import type { Component, Id } from '#shared/document/types.ts'
import type { Calculator, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { DraftArea } from '#renderer/ui/draft-area.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { canBeCommitted } from './can-be-committed.ts'
import { setCell } from './edits.ts'
import { ExplanationView } from './explanation-view.tsx'
import { ExternalLink } from './external-link.tsx'
import { FigureHead } from './figure-head.tsx'
import { InputFields } from './input-fields.tsx'
import { Issues } from './issues.tsx'
import { OwnCell, RowContext, RowOwn } from './own-cell.tsx'
import { MadeByRules } from './made-by-rules.tsx'
import { PlaceFields } from './place-fields.tsx'
import { CommitmentFacts } from './purchase-facts.tsx'
import { PurchaseFields } from './purchase-fields.tsx'
import { TagFields } from './tag-fields.tsx'

/** One row of the sheet: everything that can be typed about it, and the sum behind its figure. */
export function RowView({ id, sumId }: { readonly id: Id; readonly sumId: string }) {
  const component = useWorkspace((state) => state.workbook?.components.get(id))
  const service = useWorkspace((state) => (component === undefined ? undefined : state.services.get(component.service)))
  const calculator = useWorkspace((state) => state.calculator)
  const figures = useWorkspace((state) => state.figures)
  const estimate = useMemo(() => explained(calculator, id, component !== undefined, figures), [calculator, id, component, figures])
  if (component === undefined || estimate === null) return null
  return (
    <RowContext value={id}>
      <article className="inspector-row" aria-label={component.name}>
        <RowOwn id={id} />
        <RowHead component={component} service={service} estimate={estimate} />
        <MadeByRules component={component} />
        <Issues issues={estimate.issues} />
        <PlaceFields component={component} service={service} />
        {service !== undefined && <InputFields component={component} service={service} estimate={estimate} />}
        {service !== undefined && canBeCommitted(service) && <PurchaseFields component={component} estimate={estimate} />}
        {service?.commitment !== undefined && <CommitmentFacts id={id} />}
        <TagFields component={component} />
        <section className="inspector-section">
          <h3>Note</h3>
          <DraftArea
            label="Note"
            text={component.note}
            placeholder="Why this is here, where the numbers come from"
            commit={(text) => setCell(id, 'note', text)}
          />
          <OwnCell anchor="note" />
        </section>
        <ExplanationView estimate={estimate} component={component} service={service} id={sumId} />
      </article>
    </RowContext>
  )
}

/** `figures` says when the calculator, whose identity stays, has other answers. */
function explained(calculator: Calculator | null, id: Id, exists: boolean, _figures: number): ComponentEstimate | null {
  return calculator === null || !exists ? null : calculator.explain(id)
}

type HeadProps = { readonly component: Component; readonly service: ServiceDeclaration | undefined; readonly estimate: ComponentEstimate }

function RowHead({ component, service, estimate }: HeadProps) {
  const printer = usePrinter()
  return (
    <header className="inspector-head">
      <DraftInput className="inspector-name" label="Name" text={component.name} commit={(text) => setCell(component.id, 'name', text)} />
      <OwnCell anchor="name" />
      <OwnCell anchor="service" />
      {service === undefined ? (
        <p className="inspector-service">{component.service}</p>
      ) : (
        <p className="inspector-service">
          {service.name} · <ExternalLink href={service.source}>vendor’s prices</ExternalLink>
        </p>
      )}
      {service !== undefined && <p className="inspector-summary">{service.summary}</p>}
      <FigureHead money={estimate} printer={printer} testId="row-monthly" />
    </header>
  )
}
