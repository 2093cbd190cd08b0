import { renameWorkbook, setRounding, setWorkbookNote } from '#shared/commands/settings.ts'
import type { Rounding } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DraftArea } from '#renderer/ui/draft-area.tsx'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { Select } from '#renderer/ui/field.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { AvailabilityFacts } from './availability-facts.tsx'
import { FieldRow } from './field-row.tsx'
import { FigureHead } from './figure-head.tsx'
import { ScenarioSection } from './scenario-section.tsx'
import { CurrencyFields, FreeTierField, MonthField } from './settings-fields.tsx'

const ROUNDINGS: readonly { readonly value: Rounding; readonly label: string }[] = [
  { value: 'exact', label: 'Exact' },
  { value: 'vendor', label: 'Each charge to the cent, as billed' },
]

/** The workbook as a whole, while no row is selected. */
export function WorkbookView() {
  const workbook = useWorkspace((state) => state.workbook)
  const settings = workbook?.settings.get('settings')
  const calculator = useWorkspace((state) => state.calculator)
  useWorkspace((state) => state.figures)
  const printer = usePrinter()
  if (workbook === null || settings === undefined || calculator === null) return null
  return (
    <article className="inspector-row" aria-label="Workbook">
      <header className="inspector-head">
        <DraftInput
          className="inspector-name"
          label="Workbook name"
          text={settings.name}
          commit={(name) => edit(renameWorkbook, { name })}
        />
        <FigureHead money={calculator.total()} printer={printer} testId="workbook-monthly" />
      </header>
      <ScenarioSection />
      <section className="inspector-section">
        <h3>Money and time</h3>
        <CurrencyFields settings={settings} />
        <MonthField settings={settings} />
        <FieldRow label="Rounding" help="Exact rounds nothing before it is printed. As billed rounds each charge to the cent, then adds.">
          {({ id, describedBy }) => (
            <Select
              id={id}
              aria-describedby={describedBy}
              options={ROUNDINGS}
              value={settings.rounding}
              onChange={(event) => {
                const chosen = ROUNDINGS.find((one) => one.value === event.target.value)
                if (chosen !== undefined) edit(setRounding, { rounding: chosen.value })
              }}
            />
          )}
        </FieldRow>
        <FreeTierField settings={settings} />
        <FieldRow label="Negotiated" help="Percentages off list by service and region, as agreed with a vendor.">
          {(ids) => (
            <Button id={ids.id} onClick={() => runCommand('view.discounts')}>
              {agreementsText(settings.priceBook.adjustments.length)}
            </Button>
          )}
        </FieldRow>
      </section>
      <AvailabilityFacts workbook={workbook} />
      <PriceBookFacts />
      <section className="inspector-section">
        <h3>Note</h3>
        <DraftArea
          label="Note"
          text={settings.note}
          placeholder="What this models, for whom, with which assumptions"
          commit={(note) => edit(setWorkbookNote, { note })}
        />
      </section>
      <p className="inspector-hint">Select a row to see its inputs and how its figure is made.</p>
    </article>
  )
}

function agreementsText(count: number): string {
  if (count === 0) return 'No discounts…'
  return count === 1 ? '1 discount…' : `${String(count)} discounts…`
}

function PriceBookFacts() {
  const book = useWorkspace((state) => state.book)
  const printer = usePrinter()
  if (book === null) return null
  return (
    <section className="inspector-section">
      <h3>Price book</h3>
      <dl className="inspector-facts">
        <div>
          <dt>Book</dt>
          <dd>{book.id}</dd>
        </div>
        <div>
          <dt>Prices as of</dt>
          <dd>{book.asOf}</dd>
        </div>
        <div>
          <dt>Prices</dt>
          <dd className="figure">{printer.number(book.count)}</dd>
        </div>
      </dl>
    </section>
  )
}
