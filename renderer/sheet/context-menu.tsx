import { ContextMenu as Radix } from 'radix-ui'
import { useState, type MouseEvent, type ReactElement } from 'react'
import { Keys } from '#renderer/ui/keys.tsx'
import { commandInfo, runCommand, useCanRun } from '#renderer/workspace/commands.ts'
import { ColumnList } from './column-menu.tsx'
import { noting } from './noting.ts'
import { OwnItems } from './own-items.tsx'
import { columnOfHead } from './pointer.ts'
import { grid } from './port.ts'

/** Commands of the list that a right click offers, in groups. */
const offered: readonly (readonly string[])[] = [
  ['sheet.edit', 'sheet.note', 'sheet.explain'],
  ['sheet.cut', 'sheet.copy', 'sheet.paste', 'sheet.pasteValues', 'sheet.clear'],
  ['sheet.fillDown', 'sheet.fillRight'],
  ['sheet.insertRow', 'sheet.duplicateRows', 'sheet.moveUp', 'sheet.moveDown', 'sheet.deleteRows'],
  ['sheet.selectRow', 'sheet.selectColumn', 'sheet.selectAll'],
]

/** What a right click on a column's head offers, besides which columns there are. */
const offeredOnHeads: readonly (readonly string[])[] = [
  ['sheet.fitColumns', 'sheet.hideColumns'],
  ['sheet.columnsLeft', 'sheet.columnsRight'],
  ['sheet.copy'],
]

/** The sheet's own context menu: the browser's knows nothing of rows. Not modal, so that it needs no style element. */
export function SheetContextMenu({ children }: { readonly children: ReactElement }) {
  const [onHead, setOnHead] = useState(false)
  const offers = onHead ? offeredOnHeads : offered
  const where = (event: MouseEvent): void => setOnHead(event.target instanceof Element && columnOfHead(event.target) !== null)
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild onContextMenuCapture={where}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-menu sheet-menu" collisionPadding={8} onCloseAutoFocus={backToSheet}>
          {offers.map((group, at) => (
            <Radix.Group key={group[0]}>
              {at > 0 && <Radix.Separator className="ui-menu-line" />}
              {group.map((id) => (
                <Item key={id} id={id} />
              ))}
            </Radix.Group>
          ))}
          {!onHead && <OwnItems />}
          {onHead && <Radix.Separator className="ui-menu-line" />}
          {onHead && <ColumnList parts={Radix} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Unless the command has opened something to write in. */
function backToSheet(event: Event): void {
  event.preventDefault()
  if (noting.getState().noting === null) grid()?.focus()
}

function Item({ id }: { readonly id: string }) {
  const { label, shortcut } = commandInfo(id)
  const runs = useCanRun(id)
  return (
    <Radix.Item className="ui-menu-item" disabled={!runs} onSelect={() => runCommand(id)}>
      <span className="ui-menu-icon" />
      <span className="ui-menu-label">{label}</span>
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </Radix.Item>
  )
}
