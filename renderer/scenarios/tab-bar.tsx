import { GitCompareArrows, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useSelectionStatistics } from '#renderer/workspace/cells/statistics.ts'
import { runCommand } from '#renderer/workspace/commands.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { handleScenarioCommands } from './commands.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { changeTabs, forgetTabs, useTabs } from './state.ts'
import { ElsewhereDialog } from './elsewhere-dialog.tsx'
import { SnapshotsDialog } from './snapshots-dialog.tsx'
import { statisticsLine } from './statistics-line.ts'
import { Tabs } from './tabs.tsx'
import './tab-bar.css'

/** The foot of the window: the scenarios as sheets, and what is selected, added up. */
export function TabBar() {
  const document = useWorkspace((state) => state.document)
  const snapshots = useTabs((state) => state.snapshots)
  const elsewhere = useTabs((state) => state.elsewhere)
  useEffect(handleScenarioCommands, [])
  useEffect(() => forgetTabs, [])
  return (
    <footer className="tab-bar">
      <div className="tab-bar-scenarios">
        {document !== null && <Tabs document={document} />}
        <IconButton label="Add a scenario on the base" onClick={() => runCommand('scenarios.add')}>
          <Plus />
        </IconButton>
        <Button
          kind="quiet"
          icon={<GitCompareArrows />}
          onClick={() => runCommand('view.compare')}
          aria-label="Compare"
          title="Designs side by side"
        >
          <span className="tab-bar-wide">Compare</span>
        </Button>
      </div>
      <SelectionFigures />
      <Deciding />
      {elsewhere && <ElsewhereDialog onClose={() => changeTabs({ elsewhere: false })} />}
      {snapshots && document !== null && <SnapshotsDialog document={document} onClose={() => changeTabs({ snapshots: false })} />}
    </footer>
  )
}

function Deciding() {
  const scenario = useDeciding()
  return scenario === undefined ? null : (
    <DecisionDialog key={scenario.id} scenario={scenario} onClose={() => changeTabs({ deciding: null })} />
  )
}

function useDeciding() {
  const id = useTabs((state) => state.deciding)
  return useWorkspace((state) => (id === null ? undefined : state.document?.scenarios.get(id)))
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
