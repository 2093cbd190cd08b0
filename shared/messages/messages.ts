/**
 * The sentences of the window and its workbook: what happened (`message`) and what to do (`fix`).
 * Refusals of commands stand in commands.ts beside this file.
 */

export type Said = { readonly message: string; readonly fix: string }

const why = (fault: unknown): string => (fault instanceof Error && fault.message !== '' ? ` (${fault.message})` : '')

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
  cannotOpen: (fault: unknown): Said => ({
    message: `This workbook could not be read${why(fault)}.`,
    fix: 'It was not changed. Try again, or open a backup file.',
  }),
  cannotKeep: (fault: unknown): Said => ({
    message: `The workbook could not be kept on this machine${why(fault)}.`,
    fix: 'Free some disk space or save it to a file before you close the window.',
  }),
}
