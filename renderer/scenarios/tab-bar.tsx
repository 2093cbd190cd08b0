import { useSelectionStatistics } from '#renderer/workspace/cells/statistics.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { statisticsLine } from './statistics-line.ts'
import './tab-bar.css'

/** The foot of the window: the scenarios as sheets (the base alone so far), and what is selected, added up. */
export function TabBar() {
  return (
    <footer className="tab-bar">
      <div role="tablist" aria-label="Scenarios" className="tab-bar-tabs">
        <button type="button" role="tab" aria-selected="true" className="tab-bar-tab">
          Base
        </button>
      </div>
      <SelectionFigures />
    </footer>
  )
}

function SelectionFigures() {
  const statistics = useSelectionStatistics()
  const printer = usePrinter()
  return (
    <div className="tab-bar-figures" role="status" aria-label="Selection">
      {statistics !== null &&
        statisticsLine(statistics, printer).map(({ label, text, value }) => (
          <span key={label} className="tab-bar-figure" data-statistic={label.toLowerCase()} data-value={value ?? undefined}>
            {label} <strong>{text}</strong>
          </span>
        ))}
    </div>
  )
}
