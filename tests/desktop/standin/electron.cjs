// The module called `electron`, put together. What it does not provide throws by name instead of being undefined.
'use strict'
const path = require('node:path')
const { createApp } = require('./app.cjs')
const { connect, startChromium } = require('./chromium.cjs')
const { quiet } = require('./contents.cjs')
const { createNative } = require('./native.cjs')
const { createOrigins } = require('./origin.cjs')
const { startServer } = require('./server.cjs')
const { createSession, IpcMain } = require('./session.cjs')
const { createWindowClass } = require('./window.cjs')

const preventable = (extra = {}) => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
  ...extra,
})

function createElectron({ appPath, manifest, programArguments }) {
  const windows = new Set()
  /** Windows whose page Chromium has not made yet, oldest first. */
  const expected = []
  const bySession = new Map()
  const refused = []
  const origins = createOrigins()
  let devtools = () => Promise.reject(new Error('the browser has not started'))

  const { app, state } = createApp({
    appPath,
    manifest,
    programArguments,
    windows,
    preventable,
    closeBrowser: () => quiet(devtools('Browser.close')),
  })
  const sessions = createSession({
    origins,
    isReady: () => state.ready,
    setPermission: (name, granted) =>
      quiet(devtools('Browser.setPermission', { permission: { name }, setting: granted ? 'granted' : 'denied' })),
  })
  const ipcMain = new IpcMain()
  const BrowserWindow = createWindowClass({
    app,
    windows,
    origins,
    ipcMain,
    preventable,
    session: sessions.session.defaultSession,
    webRequest: sessions.webRequest,
    openTarget: (window, { width, height }) => {
      expected.push(window)
      void devtools('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
    },
    closeTarget: (targetId) => quiet(devtools('Target.closeTarget', { targetId })),
  })
  const allContents = () => [...windows].map((window) => window.webContents)

  function hear(method, params, sessionId) {
    if (sessionId && bySession.has(sessionId)) bySession.get(sessionId).hear(method, params)
    else if (method === 'Target.attachedToTarget') targetMade(params)
    else if (method === 'Target.targetDestroyed') targetGone(params.targetId)
  }

  /** A page of a window we asked for, or one that a page opened, which lives only if its opener's handler allowed it. */
  function targetMade({ sessionId, targetInfo }) {
    const send = (method, params) => devtools(method, params, sessionId)
    const opener = allContents().find((contents) => contents.targetId === targetInfo.openerId)
    const window = targetInfo.type === 'page' && !opener ? expected.shift() : undefined
    if (window) {
      bySession.set(sessionId, window.webContents)
      window.webContents.attach(send, targetInfo.targetId).catch((error) => console.error('stand-in: attach', error))
      return
    }
    quiet(send('Runtime.runIfWaitingForDebugger'))
    if (opener && opener.openVerdict !== 'allow') quiet(devtools('Target.closeTarget', { targetId: targetInfo.targetId }))
  }

  function targetGone(targetId) {
    const window = [...windows].find((one) => one.webContents.targetId === targetId)
    if (!window) return
    window.markClosed()
    if (windows.size > 0 || state.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  async function start() {
    const port = await startServer({ origins, handlers: sessions.handlers, refused })
    const address = await startChromium({
      profile: path.join(app.getPath('userData'), 'chromium'),
      port,
      onExit: () => process.exit(state.exitCode ?? 0),
    })
    devtools = await connect(address, hear)
    await devtools('Target.setDiscoverTargets', { discover: true })
    await devtools('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    // Playwright waits for this line.
    console.error(`DevTools listening on ${address}`)
    state.becomeReady()
    sessions.tellPermissions()
    app.emit('ready', preventable(), {})
  }

  const known = {
    app,
    BrowserWindow,
    ipcMain,
    protocol: sessions.protocol,
    session: sessions.session,
    webContents: {
      getAllWebContents: allContents,
      fromDevToolsTargetId: (id) => allContents().find((contents) => contents.targetId === id),
      fromId: (id) => allContents().find((contents) => contents.id === id),
    },
    ...createNative({ focusedWindow: () => BrowserWindow.getFocusedWindow() }),
    /** For specs of the stand-in alone: requests for foreign hosts that reached the wire, and calls worth noting. */
    standIn: { refused, notes: state.notes },
  }
  const electron = new Proxy(known, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === '__esModule') return target[key]
      if (key === 'default') return electron
      throw new Error(`stand-in: electron.${key} is not provided`)
    },
  })
  return { electron, start }
}

module.exports = { createElectron }
