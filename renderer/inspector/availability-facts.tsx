import { useMemo } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import { availabilityOf } from '#pricing/analysis/availability.ts'
import { availabilityText, downtimeText } from '#pricing/export/availability-text.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** What the availabilities that rows promise by their tags give together; nothing while no row says its own. */
export function AvailabilityFacts({ workbook }: { readonly workbook: Workbook }) {
  const locale = useWorkspace((state) => state.locale)
  const availability = useMemo(() => availabilityOf({ components: workbook.components }), [workbook.components])
  const share = availabilityText(availability, locale)
  if (share === null) return null
  return (
    <section className="inspector-section">
      <h3>Availability</h3>
      <dl className="inspector-facts">
        <div>
          <dt>All rows together</dt>
          <dd className="figure" data-testid="availability" data-value={availability.share ?? undefined}>
            {share}
          </dd>
        </div>
      </dl>
      <p className="inspector-hint">{downtimeText(availability, locale)}</p>
    </section>
  )
}
