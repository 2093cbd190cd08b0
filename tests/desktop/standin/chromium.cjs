// Starts an installed Chromium and speaks its DevTools protocol.
'use strict'
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')

const startTimeout = 30_000

/** Starts the browser; every host name it looks up is `port` on this machine, so that nothing can leave it. */
async function startChromium({ profile, port, onExit }) {
  const { findBrowser } = await import('../../../build/browser.mjs')
  const browser = await findBrowser()
  if (!browser) throw new Error('no Chromium was found; install one or set SKYTALLY_CHROMIUM')
  const command = [
    browser,
    '--headless',
    '--no-sandbox',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-sync',
    '--password-store=basic',
    '--no-startup-window',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
  ]
  // In Electron, killing the main process kills the page's processes with it; here the kernel is asked to.
  const tied = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL', ...command] : command
  const child = spawn(tied[0], tied.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], cwd: path.dirname(__dirname) })
  process.on('exit', () => child.kill('SIGKILL'))
  child.on('exit', onExit)
  return addressOf(child)
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`Chromium did not start: ${said}`)), startTimeout)
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said)
      if (!found) return
      clearTimeout(timer)
      resolve(found[1])
    })
  })
}

/** A DevTools connection with flattened sessions. `onEvent(method, params, sessionId)` hears everything. */
async function connect(address, onEvent) {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const waiting = new Map()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data)
    if (message.id === undefined) return onEvent(message.method, message.params, message.sessionId)
    const { resolve, reject } = waiting.get(message.id)
    waiting.delete(message.id)
    return message.error ? reject(new Error(message.error.message)) : resolve(message.result)
  })
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
}

module.exports = { connect, startChromium }
