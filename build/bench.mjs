// `npm run bench`: measures us beside a straight loop and HyperFormula in one run. Needs the collector to read the heap.
import { spawnSync } from 'node:child_process'
import { bundled } from './run.mjs'

const program = await bundled('tests/bench/main.ts')
process.exitCode =
  spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', program, ...process.argv.slice(2)], { stdio: 'inherit' })
    .status ?? 1
