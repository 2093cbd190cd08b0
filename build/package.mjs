// `npm run package [-- --dir]`: installers for this system into release/. --dir makes the unpacked program alone;
// --for-tests leaves the inspector on, so that the desktop tests can drive the packed program.
import { build } from 'electron-builder'
import { buildStale } from './build.mjs'
import { packaging } from './electron-builder.mjs'
import { root } from './run.mjs'

const known = new Set(['--dir', '--for-tests'])
const args = process.argv.slice(2)
const unknown = args.find((argument) => !known.has(argument))

if (unknown) {
  console.error(`package: ${unknown} is not an option. Use --dir, --for-tests, or nothing.`)
  process.exitCode = 2
} else {
  await makePackage()
}

async function makePackage() {
  await buildStale()
  const isForTests = args.includes('--for-tests')
  try {
    const made = await build({ projectDir: root, dir: args.includes('--dir'), publish: 'never', config: packaging({ isForTests }) })
    for (const file of made) console.log(file)
  } catch (error) {
    console.error(`package: ${error.message}`)
    console.error(
      'Packaging downloads Electron and the tools of the installers; check the network, or set electronDist as electron-builder documents.',
    )
    process.exitCode = 1
  }
}
