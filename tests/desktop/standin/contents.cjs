// `webContents`: one page, driven over the DevTools protocol; its preload runs in a true isolated world.
'use strict'
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const { inPage } = require('./inPage.cjs')
const { pack, unpack } = require('./pack.cjs')

const world = 'Electron Isolated Context'
const pageScript = String(inPage)
const quiet = (promise) => promise.catch(() => undefined)

/** What a sandboxed preload finds: `require` of a few modules, and a little of `process`. */
function preloadSource(file, extraArguments) {
  const process = {
    platform: globalThis.process.platform,
    versions: { electron: globalThis.process.versions.electron },
    contextIsolated: true,
    sandboxed: true,
    argv: extraArguments,
    env: {},
  }
  return `(${pageScript})('preload', (require) => { const process = ${JSON.stringify(process)}; const module = { exports: {} }; const exports = module.exports; ${fs.readFileSync(file, 'utf8')}\n})`
}

class WebContents extends EventEmitter {
  static #last = 0
  id = ++WebContents.#last
  targetId = null
  /** The window-open handler's last answer. */
  openVerdict = 'allow'
  #shared
  #preferences
  #send = null
  #frames = new Map()
  /** Execution context → frame. */
  #contexts = new Map()
  #mainFrameId = null
  #isolated = null
  #openHandler = () => ({ action: 'allow' })
  /** Addresses the program itself asked to load. */
  #expected = new Set()
  #attached
  up = new Promise((resolve) => {
    this.#attached = resolve
  })

  constructor(owner, preferences, shared) {
    super()
    this.owner = owner
    this.#preferences = preferences
    this.#shared = shared
    this.mainFrame = this.#frame('main', null)
    this.session = shared.session
  }

  async attach(send, targetId) {
    this.targetId = targetId
    this.#send = send
    await Promise.all([send('Page.enable'), send('Runtime.enable'), send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })])
    await send('Runtime.addBinding', { name: 'standInIpc', executionContextName: world })
    await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${pageScript})('page')` })
    const { preload, contextIsolation, additionalArguments = [] } = this.#preferences
    if (preload) {
      const where = contextIsolation === false ? {} : { worldName: world }
      await send('Page.addScriptToEvaluateOnNewDocument', { ...where, source: preloadSource(preload, additionalArguments) })
    }
    await quiet(send('Runtime.runIfWaitingForDebugger'))
    this.#attached()
  }

  /** A DevTools event of this page. */
  hear(method, params) {
    const heard = {
      'Runtime.executionContextCreated': ({ context }) => this.#contextMade(context),
      'Page.frameNavigated': ({ frame }) => this.#navigated(frame),
      'Page.loadEventFired': () => this.emit('did-finish-load'),
      'Page.javascriptDialogOpening': ({ type }) => this.#dialogOpened(type),
      'Page.windowOpen': (asked) => this.#windowAsked(asked),
      'Inspector.targetCrashed': () => this.emit('render-process-gone', this.#shared.preventable(), { reason: 'crashed', exitCode: 1 }),
      'Fetch.requestPaused': (request) => this.#requestPaused(request),
      'Runtime.bindingCalled': ({ name, payload, executionContextId }) =>
        name === 'standInIpc' && this.#messageArrived(JSON.parse(payload), executionContextId),
    }[method]
    heard?.(params)
  }

  #contextMade({ id, name, auxData }) {
    if (auxData?.frameId) this.#contexts.set(id, auxData.frameId)
    if (name === world && auxData.frameId === this.#mainFrameId) this.#isolated = id
  }

  #navigated({ id, parentId, url }) {
    if (!parentId) {
      this.#mainFrameId = id
      this.#frames.set(id, this.mainFrame)
    }
    const frame = this.#frame(id, parentId ? this.#frame(parentId, null) : null)
    frame.url = this.#shared.origins.toShown(url)
    if (!parentId) this.emit('did-navigate', this.#shared.preventable(), frame.url)
  }

  #dialogOpened(type) {
    if (type !== 'beforeunload') return
    const event = this.#shared.preventable()
    this.emit('will-prevent-unload', event)
    quiet(this.#send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented }))
  }

  #windowAsked({ url: asked, windowName, windowFeatures }) {
    const url = this.#shared.origins.toShown(asked)
    this.openVerdict = this.#openHandler({
      url,
      disposition: 'new-window',
      frameName: windowName,
      features: (windowFeatures ?? []).join(','),
    }).action
  }

  /** Navigation guards first, then the request filter, as in Electron. */
  async #requestPaused({ requestId, request, resourceType, frameId }) {
    const url = this.#shared.origins.toShown(request.url)
    const isDocument = resourceType === 'Document'
    const isMain = isDocument && (!this.#mainFrameId || frameId === this.#mainFrameId || !this.#frames.has(frameId))
    if (isDocument && !this.#expected.delete(url)) {
      const event = this.#shared.preventable({ url, isMainFrame: isMain, isSameDocument: false })
      if (isMain) this.emit('will-navigate', event, url)
      this.emit('will-frame-navigate', event)
      if (event.defaultPrevented) return quiet(this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }))
    }
    const { cancel } = await this.#shared.webRequest.ask({
      url,
      method: request.method,
      resourceType: isDocument ? 'mainFrame' : resourceType.toLowerCase(),
      webContentsId: this.id,
    })
    return quiet(
      cancel
        ? this.#send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
        : this.#send('Fetch.continueRequest', { requestId }),
    )
  }

  async #messageArrived({ kind, channel, args: packed, id }, contextId) {
    const frame = this.#frame(this.#contexts.get(contextId) ?? 'main', null)
    const event = this.#shared.preventable({ sender: this, senderFrame: frame, type: 'frame', processId: 1, frameId: 1 })
    const args = unpack(packed)
    if (kind === 'send') return this.#shared.ipcMain.emit(channel, event, ...args)
    const reply = (ok, value) =>
      quiet(this.#send('Runtime.evaluate', { contextId, expression: `standInReply(${id}, ${ok}, ${JSON.stringify(value)})` }))
    try {
      return reply(true, pack(await this.#shared.ipcMain.invoke(channel, event, args)))
    } catch (error) {
      return reply(false, `Error invoking remote method '${channel}': ${String(error)}`)
    }
  }

  #frame(id, parent) {
    const known = this.#frames.get(id)
    if (known) return known
    const top = () => this.mainFrame
    const frame = {
      url: 'about:blank',
      parent,
      get origin() {
        return URL.canParse(this.url) ? `${new URL(this.url).protocol}//${new URL(this.url).host}` : 'null'
      },
      get top() {
        return top()
      },
      isDestroyed: () => false,
    }
    this.#frames.set(id, frame)
    return frame
  }

  async send(channel, ...args) {
    await this.up
    const expression = `standInPush(${JSON.stringify(channel)}, ${JSON.stringify(pack(args))})`
    if (this.#isolated !== null) await quiet(this.#send('Runtime.evaluate', { contextId: this.#isolated, expression }))
  }

  async loadURL(address) {
    await this.up
    const real = this.#shared.origins.toReal(address)
    this.#expected.add(this.#shared.origins.toShown(real))
    const done = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await this.#send('Page.navigate', { url: real })
    if (errorText) throw new Error(`${errorText} loading '${address}'`)
    await done
  }

  reload() {
    void this.loadURL(this.getURL())
  }

  async executeJavaScript(code) {
    await this.up
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
    return result.value
  }

  async printToPDF({ landscape = false, printBackground = false } = {}) {
    await this.up
    return Buffer.from((await this.#send('Page.printToPDF', { landscape, printBackground })).data, 'base64')
  }

  getURL() {
    return this.mainFrame.url
  }

  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  getLastWebPreferences() {
    return this.#preferences
  }

  isDestroyed() {
    return this.owner.isDestroyed()
  }

  getType() {
    return 'window'
  }

  forcefullyCrashRenderer() {
    quiet(this.#send('Page.crash'))
  }

  /** Asks the page to close, which its beforeunload may refuse. */
  async requestClose() {
    await this.up
    quiet(this.#send('Page.close'))
  }
}

module.exports = { WebContents, quiet }
