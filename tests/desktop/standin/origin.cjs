// Chromium from a distribution knows no custom schemes: app://bundle/x is served as http://bundle.app.localhost/x, which
// is a secure context with an origin of its own. The program under test sees the app:// form everywhere.
'use strict'

function createOrigins() {
  /** Declared schemes with their privileges. */
  const schemes = new Map()

  function toReal(address) {
    const url = new URL(address)
    const privileges = schemes.get(url.protocol.slice(0, -1))
    if (!privileges) return address
    if (!privileges.standard || !privileges.secure)
      throw new Error(`stand-in: ${url.protocol} is not standard and secure; Electron would give the page no storage`)
    return `http://${url.host}.${url.protocol.slice(0, -1)}.localhost${url.pathname}${url.search}${url.hash}`
  }

  function toShown(address) {
    if (address.startsWith('blob:')) return `blob:${toShown(address.slice(5))}`
    if (!URL.canParse(address)) return address
    const url = new URL(address)
    const found = splitHost(url.hostname)
    return found ? `${found.scheme}://${found.host}${url.pathname}${url.search}${url.hash}` : address
  }

  function splitHost(hostname) {
    const match = /^([^.]+)\.([^.]+)\.localhost$/.exec(hostname)
    return match && schemes.has(match[2]) ? { host: match[1], scheme: match[2] } : null
  }

  return { schemes, toReal, toShown, splitHost }
}

module.exports = { createOrigins }
