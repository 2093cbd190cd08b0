import { Plus, Trash2 } from 'lucide-react'
import { refuse } from '#shared/commands/refusal.ts'
import { setAdjustments } from '#shared/commands/settings.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Adjustment, Workbook } from '#shared/document/types.ts'
import { readNumber } from '#shared/money/index.ts'
import { isMet } from '#pricing/calculator/prices.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** What is agreed with the vendors: percentages on list by service and region. All that a row meets count, one on the other. */
export function DiscountsEditor({ close }: { readonly close: () => void }) {
  const workbook = useWorkspace((state) => state.workbook)
  if (workbook === null) return null
  const { adjustments } = settingsOf(workbook).priceBook
  const free = freePattern(adjustments)
  return (
    <Dialog title="Negotiated discounts" onClose={close} size="large" live>
      <p className="budget-none">
        Percentages on the list price, as an enterprise agreement or private pricing gives them: aws.* for a whole cloud, aws.ec2 for a
        service, aws.ec2/us-* for its regions. A row that meets several gets them all, each on what the more specific ones leave.
      </p>
      <ul className="budget-list" aria-label="Negotiated discounts">
        {adjustments.map((adjustment, at) => (
          <DiscountItem key={adjustment.match} adjustment={adjustment} at={at} workbook={workbook} />
        ))}
      </ul>
      {free === null ? (
        <p className="budget-none">Give the last discount its own services before adding another.</p>
      ) : (
        <Button
          icon={<Plus />}
          onClick={() => edit(setAdjustments, { adjustments: [...adjustments, { match: free, percent: -5, note: '' }] })}
        >
          Add a discount
        </Button>
      )}
    </Dialog>
  )
}

type ItemProps = { readonly adjustment: Adjustment; readonly at: number; readonly workbook: Workbook }

function DiscountItem({ adjustment, at, workbook }: ItemProps) {
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const { adjustments } = settingsOf(workbook).priceBook
  const name = adjustment.match
  const set = (fields: Partial<Adjustment>): Refusal | null =>
    edit(setAdjustments, { adjustments: adjustments.map((one, place) => (place === at ? { ...one, ...fields } : one)) })
  const met = rows(workbook.components).filter((row) => isMet(name, row)).length
  return (
    <li className="budget-item" aria-label={name} data-testid="discount-item">
      <label className="budget-field">
        <span>Services, regions</span>
        <DraftInput label={`Services of ${name}`} text={name} choices={patterns} commit={(match) => set({ match })} />
      </label>
      <label className="budget-field budget-warn">
        <span>Off list, %</span>
        <DraftInput
          label={`Discount of ${name}`}
          inputMode="decimal"
          text={printer.plain(-adjustment.percent)}
          commit={(typed) => withPercent(typed, locale, (percent) => set({ percent }))}
        />
      </label>
      <label className="budget-field">
        <span>Agreement</span>
        <DraftInput label={`Note of ${name}`} text={adjustment.note} commit={(note) => set({ note })} />
      </label>
      <IconButton
        label={`Delete the discount of ${name}`}
        onClick={() => edit(setAdjustments, { adjustments: adjustments.filter((_, place) => place !== at) })}
      >
        <Trash2 />
      </IconButton>
      <p className="budget-state">
        {met === 0 ? 'No row meets this.' : met === 1 ? 'Counts for 1 row.' : `Counts for ${printer.number(met)} rows.`}
      </p>
    </li>
  )
}

const patterns = ['*', 'aws.*', 'google.*', 'azure.*'] as const

/** A pattern no discount has yet, for one that is added; null when all of them are taken. */
function freePattern(adjustments: readonly Adjustment[]): string | null {
  const taken = new Set(adjustments.map(({ match }) => match))
  return ['aws.*', 'google.*', 'azure.*', '*'].find((pattern) => !taken.has(pattern)) ?? null
}

function withPercent(typed: string, locale: string, commit: (percent: number) => Refusal | null): Refusal | null {
  const off = readNumber(typed.replace('%', ''), locale)
  return off === null
    ? refuse('not-a-number', { message: `“${typed}” is not a percentage.`, fix: 'Type how many per cent come off list, such as 7.' })
    : commit(off === 0 ? 0 : -off)
}
