import { randomUUID } from 'node:crypto'
import { Command, Option } from 'commander'
import { notesOf } from '#shared/commands/merge-notes.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import { isAnother } from '#shared/document/merge/another.ts'
import { fieldText, KINDS, shortened } from '#shared/document/merge/text.ts'
import type { Conflict, MergeInput, MergeNote, Side } from '#shared/document/merge/types.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { shownPlainly } from '#pricing/export/table.ts'
import { CommandFault, faultLine } from './fault.ts'
import { textOf, workbookFrom } from './load.ts'
import { writeOut } from './write-out.ts'

/** What became of a merge: the text of the merged file, and what somebody should look at. */
export type MergedFile = {
  readonly text: string
  readonly isBaseKnown: boolean
  /** Were the conflicts decided by an option? */
  readonly isDecided: boolean
  readonly conflicts: readonly Conflict[]
  readonly notes: readonly MergeNote[]
}

type Files = { readonly base: string; readonly ours: string; readonly theirs: string }
type Given = {
  readonly output?: string
  readonly ours?: true
  readonly theirs?: true
  readonly unrelated?: true
  readonly json?: true
  readonly name?: string
}

/**
 * `skytally merge BASE OURS THEIRS`: two edited copies made one. Where both changed a cell, ours stands unless `--theirs` says otherwise,
 * so that the file stays one the app can open. `report` is given the exit code: 0 merged, 1 somebody should look.
 */
export function mergeCommand(report: (exitCode: number) => void): Command {
  return new Command('merge')
    .exitOverride()
    .argument('<base>', 'the file both copies were made from; an empty one where there is none')
    .argument('<ours>')
    .argument('<theirs>')
    .description('two edited copies of a workbook made one, for git too: 0 merged, 1 conflicts or broken references, 2 bad input')
    .option('-o, --output <file>', 'where to write the merged workbook; may be one of the three (default: standard output)')
    .addOption(new Option('--ours', 'ours wherever both changed a cell').conflicts('theirs'))
    .option('--theirs', 'theirs wherever both changed a cell')
    .option('--unrelated', 'merge also what seems to be another workbook altogether')
    .option('--json', 'conflicts and notes as JSON; without --output the workbook too')
    .option('--name <path>', 'what to call the file in what is printed, such as %P of git')
    .action(async (base: string, ours: string, theirs: string, options: Given) => {
      const side = options.theirs === true ? 'theirs' : options.ours === true ? 'ours' : null
      const merged = await mergedFile({ base, ours, theirs }, side, options.unrelated === true)
      if (options.output !== undefined) await writeOut(options.output, merged.text)
      print(merged, options, options.name ?? ours)
      report(isToBeLookedAt(merged) ? 1 : 0)
    })
}

/** The list stands beside the workbook: on the other stream where the workbook itself is printed. */
function print(merged: MergedFile, { output, json }: Given, name: string): void {
  const isPrinted = output === undefined || output === '-'
  if (json === true) {
    const answer = JSON.stringify(mergeJson(merged, output === undefined), null, 2)
    if (output === '-') console.error(answer)
    else console.log(answer)
    return
  }
  if (output === undefined) process.stdout.write(merged.text)
  const list = mergeText(merged, name)
  if (isPrinted) console.error(list)
  else console.log(list)
}

/**
 * Reads the three files and merges them. A base without any text is a base that nobody knows. Throws a CommandFault for bad input, and
 * for a file that is no copy of the others unless `isUnrelatedTaken`.
 */
export async function mergedFile(files: Files, side: Side | null, isUnrelatedTaken = false): Promise<MergedFile> {
  const made = new Set<string>()
  const newId = () => {
    const id = randomUUID()
    made.add(id)
    return id
  }
  const text = await textOf(files.base)
  const ours = workbookFrom(files.ours, await textOf(files.ours), newId)
  const theirs = workbookFrom(files.theirs, await textOf(files.theirs), newId)
  const base = text.trim() === '' ? null : workbookFrom(files.base, text, newId)
  const input = { base, ours, theirs }
  if (!isUnrelatedTaken) checkedCopies(files, input, made)
  const merged = mergedWorkbooks(input, () => side ?? 'ours', made)
  const written = writeWorkbook(merged.document)
  checked(written, files.ours, newId)
  return {
    text: written,
    isBaseKnown: base !== null,
    isDecided: side !== null,
    conflicts: merged.conflicts,
    notes: notesOf(input, merged),
  }
}

/** A mistaken file would take away every row without a conflict: it is told before anything is written. */
function checkedCopies(files: Files, { base, ours, theirs }: MergeInput, made: ReadonlySet<Id>): void {
  const title = (workbook: Workbook) => `“${settingsOf(workbook).name}”`
  const others = [[files.base, base] as const, [files.theirs, theirs] as const]
  const lines = others.flatMap(([file, other]) =>
    other === null || !isAnother(ours, other, made)
      ? []
      : [
          faultLine(
            file,
            '',
            `${title(other)} seems to be another workbook than ${title(ours)} of ${files.ours}: neither the id nor the rows are the same.`,
            'Name copies of one workbook, or merge it all the same: --unrelated.',
          ),
        ],
  )
  if (lines.length > 0) throw new CommandFault(lines)
}

/** Two copies may be more than one file holds: what cannot be opened again is not written. */
function checked(text: string, file: string, newId: () => string): void {
  try {
    workbookFrom(file, text, newId)
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault
    throw new CommandFault([
      faultLine(file, '', 'Merged, the copies are more than one file may hold.', 'Nothing was written.'),
      ...fault.lines,
    ])
  }
}

/** Whether somebody should look before the merge is done with. */
export function isToBeLookedAt({ conflicts, isDecided, notes }: MergedFile): boolean {
  return notes.length > 0 || (conflicts.length > 0 && !isDecided)
}

/** The list for a terminal: every conflict with what stood there and whose cell stands now, then what else to look at. */
export function mergeText({ isBaseKnown, conflicts, notes }: MergedFile, name: string): string {
  const count = conflicts.length === 1 ? '1 conflict' : `${String(conflicts.length)} conflicts`
  const known = isBaseKnown ? [] : ['What the copies have in common is not known: every difference is a conflict.']
  const head = conflicts.length === 0 ? `${name}: merged without a conflict.` : `${name}: ${count}.`
  const look = notes.length === 0 ? [] : ['To be looked at:', ...notes.map(({ message, fix }) => `  ${message} ${fix}`)]
  return [...known, head, ...conflicts.map((one) => `  ${conflictText(one, isBaseKnown)}`), ...look].map(onOneLine).join('\n')
}

/** What a name or a cell holds must not tear the list or write over the terminal: line ends and tabs show as signs. */
function onOneLine(text: string): string {
  return shownPlainly(text.replaceAll(/\r?\n/g, '⏎').replaceAll('\t', '⇥'))
}

/** Characters of a cell in the list; JSON has more of it. */
const LONGEST = 300

/** Where a conflict stands: `scenario “Lean”, row “api”, count`. */
function placeText({ table, name, scenario, field }: Conflict): string {
  const within = scenario === null ? '' : `scenario “${scenario}”, `
  return `${within}${KINDS[table]} “${name}”, ${fieldText(field)}`
}

function conflictText(conflict: Conflict, isBaseKnown: boolean): string {
  const text = (value: string | null) => (value === null ? 'nothing' : value === '' ? '(empty)' : shortened(value, LONGEST))
  const sides = [
    ...(isBaseKnown ? [['base', conflict.base] as const] : []),
    ['ours', conflict.ours] as const,
    ['theirs', conflict.theirs] as const,
  ]
  return `${placeText(conflict)}: ${sides.map(([side, value]) => `${side} ${text(value)}`).join(' | ')}; ${conflict.choice} stands`
}

/** The same for a program. `null`: nothing stands there, or the base is not known. */
export function mergeJson(merged: MergedFile, withDocument: boolean) {
  const { isBaseKnown, conflicts, notes } = merged
  const document: unknown = withDocument ? JSON.parse(merged.text) : undefined
  return {
    baseKnown: isBaseKnown,
    conflicts: conflicts.map(({ table, id, name, scenario, field, base, ours, theirs, choice }) => ({
      table,
      id,
      name,
      scenario,
      field,
      base,
      ours,
      theirs,
      choice,
    })),
    notes,
    ...(document === undefined ? {} : { document }),
  }
}
