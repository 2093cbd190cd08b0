// Bundles the shell's own saving into a program that can be killed: node save.mjs FILE TEXT
import { rolldown } from 'rolldown'

const source = `
import { nodeDisk } from '#electron/disk/nodeDisk.ts'
import { replaceFile } from '#electron/disk/replaceFile.ts'
// The test must know the temporary file's name to watch it.
Object.defineProperty(process, 'pid', { value: 1 })
await replaceFile(nodeDisk, process.argv[2], Buffer.from(process.argv[3]))
`
const entry = 'virtual:save'
const bundle = await rolldown({
  input: entry,
  platform: 'node',
  plugins: [
    {
      name: 'save',
      resolveId: (id) => (id === entry ? `${process.cwd()}/tests/electron/save.ts` : null),
      load: (id) => (id.endsWith('tests/electron/save.ts') ? source : null),
    },
  ],
})
await bundle.write({ file: process.argv[2], format: 'esm' })
await bundle.close()
