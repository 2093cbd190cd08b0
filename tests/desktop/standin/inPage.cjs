// Runs in the page, twice: as 'page' in the page's own world, and as 'preload' in the isolated world, where ipcRenderer
// lives. The two sides meet in events of the window alone, so that objects never leak from one world to the other.
'use strict'

function inPage(side, runPreload) {
  // Electron runs no preload in sub frames.
  if (window.top !== window) return
  const otherSide = side === 'page' ? 'preload' : 'page'
  let last = 0

  // ---- functions and values across the two worlds, as contextBridge carries them
  const functions = new Map()
  const pending = new Map()
  let answer = null
  const isPlain = (value) => value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))
  const keep = (made) => {
    const id = `${side}${++last}`
    functions.set(id, made)
    return id
  }
  function encode(value) {
    if (typeof value === 'function') return { kind: 'function', id: keep(value) }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(encode) }
    if (isPlain(value)) return { kind: 'object', entries: Object.entries(value).map(([key, one]) => [key, encode(one)]) }
    return { kind: 'value', value }
  }
  function decode(coded) {
    if (coded.kind === 'function') return remote(coded.id)
    if (coded.kind === 'array') return coded.items.map(decode)
    if (coded.kind !== 'object') return coded.value
    const made = {}
    for (const [key, one] of coded.entries)
      Object.defineProperty(made, key, { value: decode(one), enumerable: true, configurable: true, writable: true })
    return made
  }
  const emit = (type, detail) => window.dispatchEvent(new CustomEvent(`stand-in:${type}:${otherSide}`, { detail }))
  const hear = (type, act) =>
    window.addEventListener(`stand-in:${type}:${side}`, (event) => {
      event.stopImmediatePropagation()
      act(event.detail)
    })
  const messageOf = (error) => String(error?.message ?? error)

  /** A function of the other world. */
  function remote(id) {
    return (...args) => {
      answer = null
      emit('call', { id, args: args.map(encode) })
      const given = answer
      if (given === null) throw new Error('stand-in: the other world did not answer')
      if (given.error !== undefined) throw new Error(given.error)
      if (given.promise === undefined) return decode(given.value)
      return new Promise((resolve, reject) => pending.set(given.promise, { resolve, reject }))
    }
  }
  hear('answer', (given) => {
    answer = given
  })
  hear('settled', ({ promise, value, error }) => {
    const { resolve, reject } = pending.get(promise)
    pending.delete(promise)
    if (error === undefined) resolve(decode(value))
    else reject(new Error(error))
  })
  hear('call', ({ id, args }) => {
    try {
      const result = functions.get(id)(...args.map(decode))
      if (typeof result?.then !== 'function') return emit('answer', { value: encode(result) })
      const promise = `${side}${++last}`
      emit('answer', { promise })
      return result.then(
        (value) => emit('settled', { promise, value: encode(value) }),
        (error) => emit('settled', { promise, error: messageOf(error) }),
      )
    } catch (error) {
      return emit('answer', { error: messageOf(error) })
    }
  })

  const freeze = (value) => {
    if (isPlain(value)) Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }
  if (side === 'page') {
    hear('expose', ({ key, api }) =>
      Object.defineProperty(window, key, { value: freeze(decode(api)), enumerable: true, writable: false, configurable: false }),
    )
    return
  }

  // ---- the isolated world: ipcRenderer over a binding that exists only here. Packing as in pack.cjs.
  const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  function pack(value) {
    if (value === undefined) return { $undefined: true }
    if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
    if (value instanceof Date) return { $date: value.getTime() }
    if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) }
    if (Array.isArray(value)) return value.map(pack)
    if (value !== null && typeof value === 'object') return { $object: Object.entries(value).map(([key, one]) => [key, pack(one)]) }
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.')
    return value
  }
  function unpack(value) {
    if (Array.isArray(value)) return value.map(unpack)
    if (value === null || typeof value !== 'object') return value
    if ('$bytes' in value) return Uint8Array.from(atob(value.$bytes), (char) => char.charCodeAt(0))
    if ('$date' in value) return new Date(value.$date)
    if ('$number' in value) return Number(value.$number)
    return '$object' in value ? Object.fromEntries(value.$object.map(([key, one]) => [key, unpack(one)])) : undefined
  }
  const calls = new Map()
  const listeners = new Map()
  const post = (message) => globalThis.standInIpc(JSON.stringify({ ...message, args: message.args.map(pack) }))
  globalThis.standInReply = (id, ok, value) => {
    const { resolve, reject } = calls.get(id)
    calls.delete(id)
    if (ok) resolve(unpack(value))
    else reject(new Error(value))
  }
  globalThis.standInPush = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...unpack(args))
  }
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++last
        calls.set(id, { resolve, reject })
        post({ kind: 'invoke', channel, args, id })
      }),
    send: (channel, ...args) => post({ kind: 'send', channel, args }),
    on(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel, listener) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const electron = { ipcRenderer, contextBridge: { exposeInMainWorld: (key, api) => emit('expose', { key, api: encode(api) }) } }
  runPreload((id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  })
}

module.exports = { inPage }
