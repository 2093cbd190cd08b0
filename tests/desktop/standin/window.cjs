// `BrowserWindow`: a page of Chromium's own, with what a window remembers about itself.
'use strict'
const { EventEmitter } = require('node:events')
const { WebContents } = require('./contents.cjs')

const defaults = { nodeIntegration: false, contextIsolation: true, sandbox: true, webSecurity: true }

function createWindowClass(shared) {
  return class BrowserWindow extends EventEmitter {
    #bounds
    #title
    #visible
    #maximized = false
    #edited = false
    #destroyed = false

    constructor(options = {}) {
      super()
      const { x = 0, y = 0, width = 800, height = 600, title = '', show = true, webPreferences = {} } = options
      this.#bounds = { x, y, width, height }
      this.#title = title
      this.#visible = show
      this.options = options
      this.webContents = new WebContents(this, { ...defaults, ...webPreferences }, shared)
      this.id = this.webContents.id
      this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
      shared.windows.add(this)
      shared.openTarget(this, this.#bounds)
      shared.app.emit('web-contents-created', shared.preventable(), this.webContents)
      shared.app.emit('browser-window-created', shared.preventable(), this)
    }

    static getAllWindows() {
      return [...shared.windows]
    }

    static getFocusedWindow() {
      return [...shared.windows][0] ?? null
    }

    static fromWebContents(contents) {
      return contents.owner
    }

    loadURL(address) {
      return this.webContents.loadURL(address)
    }

    loadFile() {
      throw new Error('stand-in: loadFile would give the page the file:// origin; use the custom scheme')
    }

    /** True when the window has closed, false when the program or the page held it open. */
    async tryClose() {
      const event = shared.preventable()
      this.emit('close', event)
      if (event.defaultPrevented) return false
      const gone = new Promise((resolve) => this.once('closed', () => resolve(true)))
      const held = new Promise((resolve) =>
        this.webContents.once('will-prevent-unload', ({ defaultPrevented }) => defaultPrevented || resolve(false)),
      )
      await this.webContents.requestClose()
      return Promise.race([gone, held])
    }

    close() {
      void this.tryClose()
    }

    destroy() {
      void this.webContents.up.then(() => shared.closeTarget(this.webContents.targetId))
    }

    /** Chromium has closed the page. */
    markClosed() {
      this.#destroyed = true
      shared.windows.delete(this)
      this.emit('closed')
    }

    isDestroyed() {
      return this.#destroyed
    }

    setBounds(bounds) {
      this.#bounds = { ...this.#bounds, ...bounds }
      this.emit('resize')
      this.emit('move')
    }

    getBounds() {
      return { ...this.#bounds }
    }

    getNormalBounds() {
      return { ...this.#bounds }
    }

    maximize() {
      this.#maximized = true
      this.emit('maximize')
      this.emit('resize')
    }

    isMaximized() {
      return this.#maximized
    }

    show() {
      this.#visible = true
    }

    isVisible() {
      return this.#visible
    }

    isMinimized() {
      return false
    }

    restore() {}

    focus() {
      this.emit('focus')
    }

    setTitle(title) {
      this.#title = title
    }

    getTitle() {
      return this.#title
    }

    setDocumentEdited(edited) {
      this.#edited = edited
    }

    isDocumentEdited() {
      return this.#edited
    }
  }
}

module.exports = { createWindowClass }
