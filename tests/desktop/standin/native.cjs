// What the system would draw: dialogs, menus, the shell. Nothing is drawn; a spec must say what a dialog answers.
'use strict'
const { EventEmitter } = require('node:events')

function createNative({ focusedWindow }) {
  const unanswered = (name) => async () => {
    throw new Error(`stand-in: dialog.${name} was shown and the test has not said what it answers`)
  }
  const dialog = {
    showOpenDialog: unanswered('showOpenDialog'),
    showSaveDialog: unanswered('showSaveDialog'),
    showMessageBox: unanswered('showMessageBox'),
    showErrorBox: (title, content) => console.error(`${title}: ${content}`),
  }

  let applicationMenu = null
  const item = (template) => ({
    type: template.type ?? (template.submenu ? 'submenu' : 'normal'),
    enabled: true,
    visible: true,
    ...template,
    label: template.label ?? template.role ?? '',
    submenu: template.submenu && Menu.buildFromTemplate(template.submenu),
    click() {
      return template.click?.(this, focusedWindow(), {})
    },
  })
  const Menu = {
    buildFromTemplate: (template) => {
      const items = template.map(item)
      const getMenuItemById = (id) =>
        items.find((one) => one.id === id) ?? items.map((one) => one.submenu?.getMenuItemById(id)).find(Boolean) ?? null
      return { items, getMenuItemById }
    },
    setApplicationMenu: (menu) => {
      applicationMenu = menu
    },
    getApplicationMenu: () => applicationMenu,
  }

  const display = {
    id: 1,
    scaleFactor: 1,
    bounds: { x: 0, y: 0, width: 1600, height: 1000 },
    workArea: { x: 0, y: 0, width: 1600, height: 970 },
  }
  return {
    dialog,
    Menu,
    shell: { openExternal: unanswered('(shell) openExternal') },
    nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' }),
    screen: Object.assign(new EventEmitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }),
  }
}

module.exports = { createNative }
