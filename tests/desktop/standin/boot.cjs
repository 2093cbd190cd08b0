// Starts a program as Electron would: its argv, a module called `electron`, Playwright's loader, then its main file.
'use strict'
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { createElectron } = require('./electron.cjs')

const given = process.argv.slice(2)
process.argv = [path.join(__dirname, 'electron'), ...given]
process.execPath = process.argv[0]
process.versions.electron = require('electron/package.json').version
// Specs that need the true binary ask for this.
process.versions.chrome = 'stand-in'
process.type = 'browser'

const loaders = []
const programArguments = []
for (let index = 0; index < given.length; index++) {
  if (given[index] === '-r') loaders.push(given[++index])
  else if (!/^--(inspect|remote-debugging-port|no-sandbox)/.test(given[index])) programArguments.push(given[index])
}

const appPath = path.resolve(programArguments[0] ?? '.')
const manifest = JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'))
const { electron, start } = createElectron({ appPath, manifest, programArguments })

const { _load: load } = Module
Reflect.set(Module, '_load', function (id, ...rest) {
  return /^electron(\/main|\/common)?$/.test(id) ? electron : load.call(this, id, ...rest)
})

for (const loader of loaders) require(loader)
start().catch((error) => {
  console.error('stand-in:', error)
  process.exit(1)
})
require(path.join(appPath, manifest.main))
