import { allowClosedPipe } from './closed-pipe.ts'
import { run } from './program.ts'

allowClosedPipe(process.stdout)
allowClosedPipe(process.stderr)

process.exitCode = await run(process.argv)
