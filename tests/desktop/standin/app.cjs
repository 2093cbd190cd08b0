// `app`: life of the program, paths, and the lock that lets only one instance run per user-data folder.
'use strict'
const { spawnSync } = require('node:child_process')
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')

const exitGrace = 3000

/** Runs in a process of its own, since the real call is synchronous: hands a message to whoever holds the lock. */
const handOver = `
const socket = require('node:net').connect(process.argv[1], () => { socket.end(process.argv[2]); socket.resume() })
socket.on('close', () => process.exit(0))
socket.on('error', () => process.exit(1))`

function createApp({ appPath, manifest, programArguments, windows, closeBrowser, preventable }) {
  const app = new EventEmitter()
  const switchValue = (name) => programArguments.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
  const paths = new Map([['userData', switchValue('user-data-dir') || fs.mkdtempSync(path.join(os.tmpdir(), 'standin-'))]])
  const state = { ready: false, quitting: false, lock: null, notes: [] }
  // Not the `ready` event: Playwright's loader holds that one back until the test has connected.
  const becameReady = new Promise((resolve) => {
    state.becomeReady = () => {
      state.ready = true
      resolve()
    }
  })

  async function quit() {
    if (state.quitting) return
    const before = preventable()
    app.emit('before-quit', before)
    if (before.defaultPrevented) return
    state.quitting = true
    for (const window of windows) {
      if (await window.tryClose()) continue
      state.quitting = false
      return
    }
    const will = preventable()
    app.emit('will-quit', will)
    if (will.defaultPrevented) state.quitting = false
    else exit(0)
  }

  function exit(code = 0) {
    app.emit('quit', preventable(), code)
    state.lock?.close()
    closeBrowser()
    // The browser's end ends this process too; the timer is for a browser that never started.
    state.exitCode = code
    setTimeout(() => process.exit(code), state.ready ? exitGrace : 0)
  }

  function requestSingleInstanceLock(additionalData) {
    const socket = path.join(paths.get('userData'), 'lock.sock')
    fs.mkdirSync(path.dirname(socket), { recursive: true })
    const message = JSON.stringify({ argv: process.argv, cwd: process.cwd(), additionalData })
    if (spawnSync('node', ['-e', handOver, socket, message]).status === 0) return false
    fs.rmSync(socket, { force: true })
    state.lock = net.createServer((client) => {
      let said = ''
      client.on('data', (chunk) => (said += chunk))
      client.on('end', () => {
        client.end()
        const { argv, cwd, additionalData: data } = JSON.parse(said)
        app.emit('second-instance', preventable(), argv, cwd, data)
      })
    })
    state.lock.listen(socket).unref()
    return true
  }

  Object.assign(app, {
    name: manifest.productName ?? manifest.name,
    isPackaged: false,
    commandLine: {
      appendSwitch() {},
      getSwitchValue: switchValue,
      hasSwitch: (name) => programArguments.some((one) => one === `--${name}` || one.startsWith(`--${name}=`)),
    },
    isReady: () => state.ready,
    whenReady: () => becameReady,
    getAppPath: () => appPath,
    getVersion: () => manifest.version,
    getName: () => app.name,
    getLocale: () => 'en-US',
    // Chromium keeps its databases in the profile's folder.
    getPath: (name) =>
      paths.get(name) ??
      (name === 'sessionData' ? path.join(paths.get('userData'), 'chromium', 'Default') : path.join(paths.get('userData'), name)),
    setPath: (name, value) => paths.set(name, value),
    enableSandbox: () => state.notes.push('enableSandbox'),
    addRecentDocument: (file) => state.notes.push(`recent ${file}`),
    focus() {},
    quit: () => void quit(),
    exit,
    requestSingleInstanceLock,
  })
  return { app, state }
}

module.exports = { createApp }
