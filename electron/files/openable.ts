import path from 'node:path'

/** Ending of a workbook's file name. */
export const workbookEnding = '.skytally'

/**
 * The workbook named in a command line, as an absolute path, or `null`. `args` are the arguments after the program (and
 * after the application's own path, when it is not packaged). Switches are passed over; a network path
 * (`\\server\share`, `//server/share`) is refused, since reading one would send the person's credentials to the server.
 */
export function fileFromArguments(args: readonly string[], cwd: string, platform: string): string | null {
  const paths = platform === 'win32' ? path.win32 : path.posix
  for (const arg of args) {
    if (arg.startsWith('-') || !isWorkbookName(arg)) continue
    const found = paths.resolve(cwd, arg)
    return isNetworkPath(arg) || isNetworkPath(found) ? null : found
  }
  return null
}

function isWorkbookName(arg: string): boolean {
  return arg.toLowerCase().endsWith(workbookEnding) && !arg.includes('\0')
}

/** A path that names another machine, in either slash. */
export function isNetworkPath(file: string): boolean {
  return /^[\\/]{2}/.test(file)
}
