import { useMemo } from 'react'
import type { Workbook } from '#shared/document/types.ts'
import { availabilityOf } from '#pricing/analysis/availability.ts'
import { availabilityText, downtimeText, unreadTexts } from '#pricing/export/availability-text.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** What the availabilities that rows promise by their tags give together, and what of them cannot be read; nothing while no row says its own. */
export function AvailabilityFacts({ workbook }: { readonly workbook: Workbook }) {
  const locale = useWorkspace((state) => state.locale)
  const availability = useMemo(() => availabilityOf({ components: workbook.components }), [workbook.components])
  const share = availabilityText(availability, locale)
  const unread = unreadTexts(availability)
  if (share === null && unread.length === 0) return null
  return (
    <section className="inspector-section">
      <h3>Availability</h3>
      {share !== null && (
        <>
          <dl className="inspector-facts">
            <div>
              <dt>All rows together</dt>
              <dd className="figure" data-testid="availability" data-value={availability.share ?? undefined}>
                {share}
              </dd>
            </div>
          </dl>
          <p className="inspector-hint">{downtimeText(availability, locale)}</p>
        </>
      )}
      {unread.map((text) => (
        <p key={text} className="inspector-hint">
          {text}
        </p>
      ))}
    </section>
  )
}
