/** Something the person has to mend: where, what happened, what to do. Ends the command with `exitCode`. */
export class CommandFault extends Error {
  readonly exitCode = 2
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'CommandFault'
    this.lines = lines
  }
}

/** `file:place: what happened. what to do.` */
export function faultLine(file: string, place: string, message: string, fix: string): string {
  return `${place === '' ? file : `${file}:${place}`}: ${message} ${fix}`
}
