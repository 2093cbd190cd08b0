import { Columns3 } from 'lucide-react'
import { ContextMenu, DropdownMenu } from 'radix-ui'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { inputColumns, showColumn, standardColumns, useShownColumns, type ColumnInfo } from './columns.ts'

/** The button at the end of the heads. */
export function ColumnMenu() {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Columns">
          <Columns3 />
        </IconButton>
      }
    >
      <ColumnList parts={DropdownMenu} />
    </Menu>
  )
}

/** The parts of a menu, of the kind it stands in. */
type Parts = Pick<typeof DropdownMenu | typeof ContextMenu, 'CheckboxItem' | 'ItemIndicator' | 'Label' | 'Separator'>

/** Which columns the sheet shows: its own, and the inputs of the services in this workbook. */
export function ColumnList({ parts }: { readonly parts: Parts }) {
  const shown = useShownColumns()
  const workbook = useWorkspace((state) => state.workbook)
  const services = useWorkspace((state) => state.services)
  const inputs = workbook ? inputColumns(workbook.components.values(), services) : []
  return (
    <>
      <parts.Label className="ui-menu-heading">Columns</parts.Label>
      {standardColumns
        .filter(({ id }) => id !== 'name')
        .map((column) => (
          <ColumnItem key={column.id} column={column} shown={shown.includes(column.id)} parts={parts} />
        ))}
      {inputs.length > 0 && <parts.Separator className="ui-menu-line" />}
      {inputs.length > 0 && <parts.Label className="ui-menu-heading">Inputs of these services</parts.Label>}
      {inputs.map((column) => (
        <ColumnItem key={column.id} column={column} shown={shown.includes(column.id)} parts={parts} />
      ))}
    </>
  )
}

type ItemProps = { readonly column: ColumnInfo; readonly shown: boolean; readonly parts: Parts }

function ColumnItem({ column, shown, parts }: ItemProps) {
  return (
    <parts.CheckboxItem
      className="ui-menu-item"
      checked={shown}
      onCheckedChange={(checked) => showColumn(column.id, checked)}
      // Stays open: one rarely wants a single column.
      onSelect={(event) => event.preventDefault()}
    >
      <span className="ui-menu-icon">
        <parts.ItemIndicator>✓</parts.ItemIndicator>
      </span>
      <span className="ui-menu-label">{column.label}</span>
    </parts.CheckboxItem>
  )
}
