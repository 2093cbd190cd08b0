// `npm start`: builds what is stale and opens the app's window; where there can be none, shows the same app in the browser.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildStale } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { bundled, root } from './run.mjs'

const { values, positionals } = options()

await buildStale()
const reason = values.browser ? null : await openWindow()
if (reason !== 'closed') await openBrowser(reason)

function options() {
  try {
    return parseArgs({
      options: { browser: { type: 'boolean', default: false }, port: { type: 'string', default: '4178' } },
      allowPositionals: true,
    })
  } catch (error) {
    console.error(`${error.message.split('.')[0]}. Use: npm start -- [--browser] [--port 4178] [file.skytally]`)
    process.exit(2)
  }
}

/** Answers `closed` after the window was closed, else why there is none. */
async function openWindow() {
  const binary = electronBinary()
  if (binary.path === undefined) return binary.reason
  const started = Date.now()
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(binary.path, [...(isRootOnLinux ? ['--no-sandbox'] : []), root, ...positionals.map((file) => path.resolve(file))], {
    stdio: 'inherit',
  })
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1))
    child.once('exit', (exit) => resolve(exit ?? -1))
  })
  if (code !== 0 && Date.now() - started < 5000) return 'the Electron window did not start'
  process.exitCode = code === 0 ? 0 : 1
  return 'closed'
}

async function openBrowser(why) {
  const { serve, markHeader } = await import(pathToFileURL(await bundled('build/serve/server.ts')).href)
  const address = `http://127.0.0.1:${values.port}/`
  try {
    await serve(path.join(root, 'dist/renderer'), Number(values.port))
  } catch (error) {
    if (error.code !== 'EADDRINUSE') {
      console.error(
        `Port ${values.port} cannot be used (${error.code}). Choose a number from 1024 to 65535: npm start -- --browser --port 4200`,
      )
      process.exitCode = 1
      return
    }
    if (!(await isOurs(address, markHeader))) {
      console.error(
        `Port ${values.port} is taken by another program (${error.code}). Close it, or choose another: npm start -- --browser --port 4200`,
      )
      process.exitCode = 1
      return
    }
  }
  console.log(why === null ? `Skytally is at ${address}` : `No desktop window here (${why}), so Skytally is in the browser at ${address}`)
  show(address)
}

async function isOurs(address, mark) {
  try {
    return (await fetch(address, { method: 'HEAD' })).headers.has(mark)
  } catch {
    return false
  }
}

/** Opens the person's browser where there is one; the printed address serves where there is not. */
function show(address) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}
