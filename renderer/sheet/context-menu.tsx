import { ContextMenu as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import { Keys } from '#renderer/ui/keys.tsx'
import { canRun, commandInfo, runCommand } from '#renderer/workspace/commands.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { noting } from './noting.ts'
import { grid } from './port.ts'

/** Commands of the list that a right click offers, in groups. */
const offered: readonly (readonly string[])[] = [
  ['sheet.edit', 'sheet.note', 'sheet.explain'],
  ['sheet.cut', 'sheet.copy', 'sheet.paste', 'sheet.pasteValues', 'sheet.clear'],
  ['sheet.fillDown', 'sheet.fillRight'],
  ['sheet.insertRow', 'sheet.duplicateRows', 'sheet.moveUp', 'sheet.moveDown', 'sheet.deleteRows'],
  ['sheet.selectRow', 'sheet.selectColumn', 'sheet.selectAll'],
]

/** The sheet's own context menu: the browser's knows nothing of rows. Not modal, so that it needs no style element. */
export function SheetContextMenu({ children }: { readonly children: ReactElement }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-menu sheet-menu" collisionPadding={8} onCloseAutoFocus={backToSheet}>
          {offered.map((group, at) => (
            <Radix.Group key={group[0]}>
              {at > 0 && <Radix.Separator className="ui-menu-line" />}
              {group.map((id) => (
                <Item key={id} id={id} />
              ))}
            </Radix.Group>
          ))}
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
  return (
    <Radix.Item className="ui-menu-item" disabled={!canRun(id, workspace.getState())} onSelect={() => runCommand(id)}>
      <span className="ui-menu-icon" />
      <span className="ui-menu-label">{label}</span>
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </Radix.Item>
  )
}
