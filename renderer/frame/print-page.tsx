import { PrintedBudgets } from '#renderer/budgets/printed-budgets.tsx'
import { PrintedSheet } from '#renderer/sheet/printed-sheet.tsx'
import { knownText } from '#renderer/ui/known.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { usePrinting } from '#renderer/ui/use-printing.ts'
import { supplies, workspace } from '#renderer/workspace/store.ts'
import './print.css'

/** The workbook on paper, made for the moment of printing: the grid on screen holds only the rows in sight, paper has them all. */
export function PrintPage() {
  return usePrinting() ? <Paper /> : null
}

function Paper() {
  const printer = usePrinter()
  const { document, scenario, workbook, calculator, book, locale } = workspace.getState()
  if (workbook === null || calculator === null) return null
  const shown = scenario === null ? undefined : document?.scenarios.get(scenario)?.name
  const settings = workbook.settings.get('settings')
  const total = calculator.total()
  const without = total.unknown + total.problems
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(`${supplies().today()}T12:00:00`))
  return (
    <article className="print">
      <header className="print-head">
        <h1>{shown === undefined ? settings?.name : `${settings?.name ?? ''}: ${shown}`}</h1>
        <p>
          {today} · prices {book?.id ?? ''} of {book?.asOf ?? ''} · {settings?.currency.code ?? 'USD'}
        </p>
        <dl className="print-figures">
          <div>
            <dt>Monthly</dt>
            <dd data-value={total.monthly}>{knownText(total, total.monthly, printer)}</dd>
          </div>
          <div>
            <dt>List</dt>
            <dd>{knownText(total, total.list, printer)}</dd>
          </div>
          <div>
            <dt>Annual</dt>
            <dd>{knownText(total, total.monthly * 12, printer)}</dd>
          </div>
        </dl>
        {without > 0 && <p>Without {without === 1 ? '1 charge' : `${String(without)} charges`} not known or in error.</p>}
        <PrintedBudgets budgets={calculator.budgets()} />
      </header>
      <PrintedSheet />
    </article>
  )
}
