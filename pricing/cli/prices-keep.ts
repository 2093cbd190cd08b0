import { Option } from 'commander'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { ImportProgress, ImportedBook } from '#pricing/catalog/library.ts'
import { isInstalled, keepBook, listBooks } from './book-folder.ts'
import { CommandFault, faultLine } from './fault.ts'
import { importText } from './prices-text.ts'

/** The local date, ISO. */
export function today(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function booksOption(): Option {
  return new Option('--books <folder>', 'where imported price books are kept (or SKYTALLY_BOOKS)')
}

/** Keeps a finished book and says what became of every record; a refusal ends the command. */
export async function keepOutcome(outcome: ImportedBook | Refusal, folder: string, format: 'table' | 'json'): Promise<void> {
  if (isRefusal(outcome)) throw new CommandFault([`${outcome.message} ${outcome.fix}`])
  const { info, bytes, report } = outcome
  const file = await keepBook(folder, info.id, bytes)
  console.log(format === 'json' ? json({ file, book: info, report }) : importText(info, report, file))
}

/** A workbook names its book: another book under the same name would change its figures without a word. */
export async function mustBeFree(id: string, folder: string, mayReplace: boolean): Promise<void> {
  const [bundled] = await listBooks(folder)
  const isBundled = bundled?.ok === true && bundled.info.id === id
  if (isBundled)
    throw new CommandFault([faultLine(id, '', 'This is the name of the book that comes with the program.', 'Choose another with --id.')])
  if (mayReplace || !(await isInstalled(id, folder))) return
  throw new CommandFault([
    faultLine(
      id,
      '',
      'A book of this name is installed already.',
      'Choose another name with --id, or replace it with --replace: workbooks that use it are then priced anew.',
    ),
  ])
}

/** Ctrl+C stops between two pieces of a file, before anything is kept. */
export function stopOnInterrupt(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  process.once('SIGINT', stop)
  return { signal: controller.signal, end: () => void process.off('SIGINT', stop) }
}

/** One line on standard error that is written over, for a person at a terminal; nothing in a log. */
export function progressLine(): (progress: ImportProgress) => void {
  let last = 0
  return ({ input, read, size, records, understood }) => {
    if (!process.stderr.isTTY || Date.now() - last < 200) return
    last = Date.now()
    const share = size === null ? `${Math.round(read / 1e6)} MB` : `${Math.round((read / Math.max(1, size)) * 100)} %`
    process.stderr.write(
      `\r\u001b[K${input}: ${share}, ${understood.toLocaleString('en-US')} of ${records.toLocaleString('en-US')} records understood\r`,
    )
  }
}

/** Tiers without end are `null`, as in every JSON of this program. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (part === Infinity ? null : part), 2)
}
