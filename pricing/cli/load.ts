import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { services } from '#pricing/services/registry.ts'
import { readWorkbook } from '#shared/document/file.ts'
import type { Workbook } from '#shared/document/types.ts'
import { CommandFault, faultLine } from './fault.ts'

/** No workbook is larger; a larger file is something else. */
const largestFile = 64 * 1024 * 1024

// Two folders up is the repository, both for this file and for the bundle that is made of it.
const data = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../pricing/catalog/data')

/** The bundled price book and the declared services. */
export async function loadContext(): Promise<Context> {
  return { book: openBook(await readFile(path.join(data, bundledBookName))), services }
}

/** Reads a `.skytally` file; everything wrong with it is one fault, a line each. */
export async function loadWorkbook(file: string): Promise<Workbook> {
  let ids = 0
  const read = readWorkbook(await text(file), () => `unnamed-${(ids += 1)}`)
  if (read.ok) return read.workbook
  throw new CommandFault(read.problems.map((problem) => faultLine(file, problem.at, problem.message, problem.fix)))
}

async function text(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (found === null) throw new CommandFault([faultLine(file, '', 'There is no such file.', 'Check the path.')])
  if (!found.isFile()) throw new CommandFault([faultLine(file, '', 'This is not a file.', 'Name a .skytally file.')])
  if (found.size > largestFile)
    throw new CommandFault([
      faultLine(file, '', 'The file is larger than 64 MB.', 'A workbook is never that large: name a .skytally file.'),
    ])
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new CommandFault([faultLine(file, '', 'The file cannot be read.', 'Check that you may read it.')])
  }
}
