import { inspect } from 'node:util'

/** Notes something for whoever looks into a fault later, on standard error. */
export function note(what: string, error?: unknown): void {
  process.stderr.write(`skytally: ${what}${error === undefined ? '' : ` ${inspect(error)}`}\n`)
}
