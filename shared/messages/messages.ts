/**
 * The sentences of the window and its workbook: what happened (`message`) and what to do (`fix`).
 * Refusals of commands stand in commands.ts beside this file.
 */

export type Said = { readonly message: string; readonly fix: string }

const why = (fault: unknown): string => (fault instanceof Error && fault.message !== '' ? ` (${fault.message})` : '')

/** A fault that brings its own words: a refusal thrown by storage. */
const own = (fault: unknown): Said | null =>
  fault instanceof Error && 'fix' in fault && typeof fault.fix === 'string' ? { message: fault.message, fix: fault.fix } : null

export const messages = {
  untitled: (): string => 'Untitled workbook',
  theTotal: (): string => 'the total',
  noWorkbook: (): Said => ({ message: 'No workbook is open.', fix: 'Open one or start a new one first.' }),
  recalculatedSame: (): string => 'Recalculated from scratch: every figure is the same.',
  recalculatedDifferent: (where: string): Said => ({
    message: `Recalculating from scratch changed a figure (${where}). The new figures are shown.`,
    fix: 'This is a fault of the program: please report it together with the workbook.',
  }),
  calculatorFault: (fault: unknown): Said => ({
    message: `The calculation failed and was started again from scratch${why(fault)}.`,
    fix: 'Your edit is kept. If figures look wrong, save a backup and report this.',
  }),
  cannotOpen: (fault: unknown): Said =>
    own(fault) ?? {
      message: `This workbook could not be read${why(fault)}.`,
      fix: 'It was not changed. Try again, or open a backup file.',
    },
  cannotKeep: (fault: unknown): Said =>
    own(fault) ?? {
      message: `The workbook could not be kept on this machine${why(fault)}.`,
      fix: 'Free some disk space or save it to a file before you close the window.',
    },
  cannotStart: (fault: unknown): Said =>
    own(fault) ?? {
      message: `Skytally could not start${why(fault)}.`,
      fix: 'Nothing that is kept here was changed. Load the page again; if that does not help, install the program anew.',
    },
  changedElsewhere: (): Said => ({
    message: 'This workbook was changed in another window.',
    fix: 'Load this window again to see it; edits made here after that are not kept.',
  }),
  upgradedElsewhere: (): Said => ({
    message: 'A newer Skytally has opened this database.',
    fix: 'Load this window again to go on in the newer one.',
  }),
  cannotReadFile: (fault: unknown): Said => ({
    message: `The file could not be read${why(fault)}.`,
    fix: 'Nothing was changed. Check that the file is there and that you may read it, then try again.',
  }),
  cannotWriteFile: (fault: unknown): Said => ({
    message: `The file could not be written${why(fault)}.`,
    fix: 'Your work is still kept on this machine. Choose another place with “Save to another file”.',
  }),
  fileMigrated: (name: string): string =>
    `${name} was written by an older version and is shown in today’s form. The file itself is unchanged until you save.`,
  fileOpenAlready: (name: string): string => `${name} is open already.`,
  fileSaved: (name: string): string => `Saved as ${name}.`,
  exported: (name: string): string => `Exported as ${name}.`,
  cannotExport: (fault: unknown): Said => ({
    message: `The export could not be made${why(fault)}.`,
    fix: 'Nothing of your work has changed. Choose another format or another place, and try again.',
  }),
  backupSaved: (name: string): string => `A backup was put among your downloads: ${name}.`,
}
