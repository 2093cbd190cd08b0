import type { MenuItemConstructorOptions } from 'electron'
import { basename } from 'node:path'
import type { CommandInfo } from '#shared/commands/types.ts'
import { acceleratorOf } from './accelerator.ts'

export type MenuSetting = {
  readonly commands: readonly CommandInfo[]
  readonly platform: string
  readonly isPackaged: boolean
  readonly recent: readonly string[]
  /** A command was chosen; the id is one of `commands`. */
  readonly onCommand: (id: string) => void
  readonly onRecent: (path: string) => void
}

/** An item of the menu; ours need nothing of what Electron hands to a click. */
export type Item = Omit<MenuItemConstructorOptions, 'click' | 'submenu'> & { readonly click?: () => void; readonly submenu?: Item[] }
type Place = NonNullable<CommandInfo['menu']>

const separator: Item = { type: 'separator' }

/** The native menu: the command list in its five menus, and what only a desktop has. */
export function menuTemplate(setting: MenuSetting): Item[] {
  const isMac = setting.platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [...commandItems(setting, 'file'), separator, recentItem(setting), separator, { role: isMac ? 'close' : 'quit' }],
    },
    {
      label: '&Edit',
      submenu: [...commandItems(setting, 'edit'), separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    { label: '&View', submenu: [...commandItems(setting, 'view'), separator, ...viewItems(setting)] },
    { label: '&Insert', submenu: commandItems(setting, 'insert') },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      label: '&Help',
      submenu: [...commandItems(setting, 'help'), ...(isMac ? [] : [separator, { role: 'about' } as const])],
    },
  ]
}

function commandItems({ commands, onCommand }: MenuSetting, place: Place): Item[] {
  return commands
    .filter((command) => command.menu === place)
    .map(({ id, label, shortcut }) => {
      const accelerator = shortcut === undefined ? null : acceleratorOf(shortcut)
      // Shown, not bound: the page binds its own keys, since many of them mean something else inside a text field.
      const keys = accelerator === null ? {} : { accelerator, registerAccelerator: false }
      return { id, label: label.replaceAll('&', '&&'), ...keys, click: () => onCommand(id) }
    })
}

function recentItem({ platform, recent, onRecent }: MenuSetting): Item {
  if (platform === 'darwin') return { role: 'recentDocuments', label: 'Open Recent', submenu: [{ role: 'clearRecentDocuments' }] }
  const files: Item[] = recent.map((path) => ({ label: basename(path).replaceAll('&', '&&'), toolTip: path, click: () => onRecent(path) }))
  return { id: 'recent', label: 'Open &Recent', enabled: files.length > 0, submenu: files }
}

/** Zoom has keys of its own: the usual ones insert and delete rows, as in other spreadsheets. */
function viewItems({ isPackaged }: MenuSetting): Item[] {
  return [
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+Alt+=' },
    { role: 'zoomOut', accelerator: 'CmdOrCtrl+Alt+-' },
    { role: 'resetZoom', accelerator: 'CmdOrCtrl+Alt+0' },
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
  ]
}
