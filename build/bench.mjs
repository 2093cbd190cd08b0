// `npm run bench`: measures the engine beside a straight loop and HyperFormula, and the page beside its bare counterparts in a browser.
// Arguments: numbers of rows (1000 10000 100000) for the engine, `exports` for the files made of 10,000 rows, `plan` for commitments of 500
// rows, `storage`, `scroll` and `start` for the page, `browser` for all three.
import { spawnSync } from 'node:child_process'
import { haveBrowser } from './browser.mjs'
import { buildStale } from './build.mjs'
import { bundled } from './run.mjs'

const asked = process.argv.slice(2)
const inPage = ['storage', 'scroll', 'start']
const parts = asked.includes('browser') ? inPage : inPage.filter((part) => asked.includes(part))
const sizes = asked.filter((one) => /^\d+$/.test(one))
const known = new Set(['browser', 'exports', 'plan', ...inPage, ...sizes])
const strange = asked.filter((one) => !known.has(one))
if (strange.length > 0) {
  console.error(`${strange.join(' ')}: There is no such bench. Write numbers of rows, or any of: exports plan ${inPage.join(' ')} browser`)
  process.exitCode = 2
} else {
  const all = asked.length === 0
  // The collector is needed to read the heap.
  if (all || sizes.length > 0) run(await bundled('tests/bench/main.ts'), sizes, ['--expose-gc', '--max-old-space-size=8192'])
  if (all || asked.includes('exports')) run(await bundled('tests/bench/exports.ts'), [], [])
  if (all || asked.includes('plan')) run(await bundled('tests/bench/plan.ts'), [], [])
  if (all || parts.length > 0) {
    const browser = await haveBrowser()
    await buildStale()
    run(await bundled('tests/bench/browser/main.ts'), parts, [], { SKYTALLY_CHROMIUM: browser })
  }
}

function run(program, args, flags, environment = {}) {
  const env = { ...process.env, ...environment }
  const { status } = spawnSync(process.execPath, [...flags, program, ...args], { stdio: 'inherit', env })
  process.exitCode ||= status ?? 1
}
