import {
  CalendarRange,
  ChevronDown,
  Download,
  FolderOpen,
  Moon,
  PanelLeft,
  PanelRight,
  Plus,
  Redo2,
  Search,
  Sun,
  SunMoon,
  Undo2,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { commandInfos } from '#shared/commands/catalogue.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Keys } from '#renderer/ui/keys.tsx'
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuLine } from '#renderer/ui/menu.tsx'
import { commandInfo, handleCommands, runCommand, useCanRun } from '#renderer/workspace/commands.ts'
import { setGroupBy } from '#renderer/workspace/grouping.ts'
import { usePage } from '#renderer/workspace/page.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { CurrencyDialog } from './currency-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { useNarrow, roomFor } from './narrow.ts'

/** The line at the top: the workbook, undo, adding, files, prices, currency, theme. */
export function TopBar() {
  return (
    <header className="frame-top">
      <WorkbookMenu />
      <UndoButtons />
      <span className="frame-divider" />
      <Button
        kind="primary"
        icon={<Plus />}
        onClick={() => runCommand('insert.component')}
        aria-label="Add component"
        title="Add component"
      >
        <span className="frame-wide">Add component</span>
      </Button>
      <button type="button" className="frame-search" onClick={() => runCommand('view.palette')}>
        <Search aria-hidden />
        <span className="frame-search-text">Search</span>
        <Keys shortcut={commandInfo('view.palette').shortcut ?? ''} />
      </button>
      <PlanMenu />
      <span className="frame-spring" />
      <Button
        kind="quiet"
        icon={<FolderOpen />}
        onClick={() => runCommand('file.open')}
        aria-label="Import: open a file"
        title="Open a file"
      >
        <span className="frame-wide">Import</span>
      </Button>
      <Button
        kind="quiet"
        icon={<Download />}
        onClick={() => runCommand('file.save')}
        aria-label="Export: save to a file"
        title="Save to a file"
      >
        <span className="frame-wide">Export</span>
      </Button>
      <span className="frame-divider" />
      <PriceBookButton />
      <CurrencyButton />
      <ThemeButton />
      <PanelButtons />
    </header>
  )
}

function WorkbookMenu() {
  const name = useWorkspace((state) => state.workbook?.settings.get('settings')?.name ?? '')
  const [renaming, setRenaming] = useState(false)
  const trigger = (
    <button type="button" className="ui-button ui-button-quiet frame-name" title={name}>
      <span className="ui-button-label">{name}</span>
      <ChevronDown aria-hidden />
    </button>
  )
  return (
    <>
      <h1 className="ui-hidden">{name}</h1>
      <Menu trigger={trigger}>
        <MenuItem onSelect={() => setRenaming(true)}>Rename…</MenuItem>
        <MenuLine />
        {commandInfos
          .filter((info) => info.menu === 'file')
          .map((info) => (
            <CommandItem key={info.id} id={info.id} />
          ))}
      </Menu>
      {renaming && <NameDialog name={name} onClose={() => setRenaming(false)} />}
    </>
  )
}

function CommandItem({ id }: { readonly id: string }) {
  const { label, shortcut } = commandInfo(id)
  const runs = useCanRun(id)
  return (
    <MenuItem onSelect={() => runCommand(id)} disabled={!runs} {...(shortcut === undefined ? {} : { keys: shortcut })}>
      {label}
    </MenuItem>
  )
}

const PLAN = ['insert.schedule', 'insert.environment', 'insert.budget', 'view.forecast', 'insert.commitments'] as const
const GROUPINGS = [
  { value: 'group', label: 'Group' },
  { value: 'environment', label: 'Environment' },
  { value: 'category', label: 'Category' },
  { value: 'cloud', label: 'Cloud' },
] as const

/** Hours, environments, budgets and commitments; and what the rows are grouped by. */
function PlanMenu() {
  const groupBy = useWorkspace((state) => state.groupBy)
  const trigger = (
    <Button kind="quiet" icon={<CalendarRange />} aria-label="Plan">
      <span className="frame-wide">Plan</span>
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      {PLAN.map((id) => (
        <CommandItem key={id} id={id} />
      ))}
      <MenuLine />
      <MenuHeading>Rows grouped by</MenuHeading>
      <MenuChoice value={groupBy} options={GROUPINGS} onChoose={setGroupBy} />
    </Menu>
  )
}

function UndoButtons() {
  const canUndo = useWorkspace((state) => state.canUndo)
  const canRedo = useWorkspace((state) => state.canRedo)
  return (
    <>
      <IconButton
        label={canUndo === null ? 'Undo' : `Undo: ${canUndo}`}
        keys={commandInfo('edit.undo').shortcut ?? ''}
        disabled={canUndo === null}
        onClick={() => runCommand('edit.undo')}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={canRedo === null ? 'Redo' : `Redo: ${canRedo}`}
        keys={commandInfo('edit.redo').shortcut ?? ''}
        disabled={canRedo === null}
        onClick={() => runCommand('edit.redo')}
      >
        <Redo2 />
      </IconButton>
    </>
  )
}

function PriceBookButton() {
  const asOf = useWorkspace((state) => state.book?.asOf.slice(0, 7))
  const open = usePage() === 'prices'
  return (
    <Button
      kind="quiet"
      onClick={() => runCommand('view.prices')}
      aria-pressed={open}
      aria-label={`Prices ${asOf ?? ''}`}
      title="Search all prices, compare them, see where they come from"
    >
      <span className="frame-wide">Prices </span>
      {asOf}
    </Button>
  )
}

function CurrencyButton() {
  const code = useWorkspace((state) => state.workbook?.settings.get('settings')?.currency.code ?? 'USD')
  const [open, setOpen] = useState(false)
  useEffect(() => handleCommands({ 'view.currency': { run: () => setOpen(true), enabled: (state) => state.workbook !== null } }), [])
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)} aria-label={`Currency: ${code}`} title="Currency">
        {code}
      </Button>
      {open && <CurrencyDialog onClose={() => setOpen(false)} />}
    </>
  )
}

const themes = {
  system: { label: 'Theme: as the system', icon: <SunMoon /> },
  light: { label: 'Theme: light', icon: <Sun /> },
  dark: { label: 'Theme: dark', icon: <Moon /> },
}

function ThemeButton() {
  const theme = themes[useWorkspace((state) => state.theme)]
  return (
    <IconButton label={theme.label} onClick={() => runCommand('view.theme')}>
      {theme.icon}
    </IconButton>
  )
}

function PanelButtons() {
  const panels = useWorkspace((state) => state.panels)
  const shown = roomFor(panels, useNarrow())
  return (
    <>
      <IconButton
        label="Drivers"
        keys={commandInfo('view.drivers').shortcut ?? ''}
        pressed={shown.drivers}
        onClick={() => runCommand('view.drivers')}
      >
        <PanelLeft />
      </IconButton>
      <IconButton
        label="Inspector"
        keys={commandInfo('view.inspector').shortcut ?? ''}
        pressed={shown.inspector}
        onClick={() => runCommand('view.inspector')}
      >
        <PanelRight />
      </IconButton>
    </>
  )
}
