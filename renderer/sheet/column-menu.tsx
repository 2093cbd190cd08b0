import { Columns3 } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Menu, MenuHeading, MenuLine } from '#renderer/ui/menu.tsx'
import { inputColumns, showColumn, standardColumns, useShownColumns, type ColumnInfo } from './columns.ts'

/** Which columns the sheet shows: its own, and the inputs of the services in this workbook. */
export function ColumnMenu() {
  const shown = useShownColumns()
  const workbook = useWorkspace((state) => state.workbook)
  const services = useWorkspace((state) => state.services)
  const inputs = workbook ? inputColumns(workbook.components.values(), services) : []
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Columns">
          <Columns3 />
        </IconButton>
      }
    >
      <MenuHeading>Columns</MenuHeading>
      {standardColumns
        .filter(({ id }) => id !== 'name')
        .map((column) => (
          <ColumnItem key={column.id} column={column} shown={shown.includes(column.id)} />
        ))}
      {inputs.length > 0 && <MenuLine />}
      {inputs.length > 0 && <MenuHeading>Inputs of these services</MenuHeading>}
      {inputs.map((column) => (
        <ColumnItem key={column.id} column={column} shown={shown.includes(column.id)} />
      ))}
    </Menu>
  )
}

function ColumnItem({ column, shown }: { readonly column: ColumnInfo; readonly shown: boolean }) {
  return (
    <Radix.CheckboxItem
      className="ui-menu-item"
      checked={shown}
      onCheckedChange={(checked) => showColumn(column.id, checked)}
      // Stays open: one rarely wants a single column.
      onSelect={(event) => event.preventDefault()}
    >
      <span className="ui-menu-icon">
        <Radix.ItemIndicator>✓</Radix.ItemIndicator>
      </span>
      <span className="ui-menu-label">{column.label}</span>
    </Radix.CheckboxItem>
  )
}
