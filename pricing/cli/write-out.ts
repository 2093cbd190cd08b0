import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { CommandFault, faultLine } from './fault.ts'

/** Writes a file whole or not at all: beside its place first, then moved there. `-` is standard output. */
export async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
  if (file === '-') {
    process.stdout.write(content)
    return
  }
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`)
  try {
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    const why = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
    throw new CommandFault([
      faultLine(file, '', `The file cannot be written${why}.`, 'Check that its folder exists and that you may write there.'),
    ])
  }
}
