// `session`, `protocol` and `ipcMain`: what the program registers, and asking it.
'use strict'
const { EventEmitter } = require('node:events')

/** Chromium's names of the permissions that are told to it, by Electron's. */
const permissionNames = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  'persistent-storage': 'persistent-storage',
  geolocation: 'geolocation',
  notifications: 'notifications',
}

function createSession({ origins, isReady, setPermission }) {
  const handlers = new Map()
  const protocol = {
    registerSchemesAsPrivileged(list) {
      if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges = {} } of list) origins.schemes.set(scheme, privileges)
    },
    handle(scheme, handler) {
      if (!isReady()) throw new Error('protocol.handle can only be used after the app is ready')
      handlers.set(scheme, handler)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  }

  let before = null
  const webRequest = {
    onBeforeRequest(filter, listener) {
      before = listener ?? filter
    },
    ask: (details) => new Promise((resolve) => (before ? before(details, resolve) : resolve({}))),
  }

  const asked = { request: null, check: null }
  /** Electron grants whatever no handler denies. One handler that says yes is enough here, so that a hole in either shows. */
  function tellPermissions() {
    for (const [electronName, name] of Object.entries(permissionNames)) {
      const mayCheck = asked.check === null || asked.check(null, electronName, '', {})
      const request = new Promise((resolve) => (asked.request ? asked.request(null, electronName, resolve, {}) : resolve(true)))
      void request.then((mayRequest) => setPermission(name, mayRequest || mayCheck))
    }
  }
  const defaultSession = Object.assign(new EventEmitter(), {
    protocol,
    webRequest,
    setPermissionRequestHandler(handler) {
      asked.request = handler
      tellPermissions()
    },
    setPermissionCheckHandler(handler) {
      asked.check = handler
      tellPermissions()
    },
  })
  return { session: { defaultSession, fromPartition: () => defaultSession }, protocol, webRequest, handlers, tellPermissions }
}

class IpcMain extends EventEmitter {
  #handlers = new Map()

  /** Named as Electron's own table, so that one spec can ask every handler on both. */
  get ['_invokeHandlers']() {
    return this.#handlers
  }

  handle(channel, handler) {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel) {
    this.#handlers.delete(channel)
  }

  async invoke(channel, event, args) {
    const handler = this.#handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }
}

module.exports = { createSession, IpcMain }
