import { app, Menu } from 'electron'
import { windowCommands } from '#shared/commands/window.ts'
import { menuTemplate } from './template.ts'
import type { MenuSetting } from './template.ts'

/** Puts our menu in the place of Electron's own. */
export function showMenu(setting: Pick<MenuSetting, 'recent' | 'onCommand' | 'onRecent'>): void {
  const template = menuTemplate({ ...setting, commands: windowCommands, platform: process.platform, isPackaged: app.isPackaged })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
