import { z } from 'zod'
import { nearest, pathText, shown, type FileProblem } from './problem.ts'

// A strict content security policy forbids `new Function`, which zod otherwise compiles its parsers with.
z.config({ jitless: true })

/** Sentence and remedy travel through zod's one message as two lines. */
export function say(message: string, fix: string): string {
  return `${message}\n${fix}`
}

/** An object with exactly these keys; a misspelt one is an error that names the likely one. */
export function exactly<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      const names = issue.keys.map((key) => JSON.stringify(key)).join(', ')
      const meant = issue.keys.length === 1 ? nearest(issue.keys[0] ?? '', known) : null
      return say(
        `${names} is not known here.`,
        meant === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${JSON.stringify(meant)}?`,
      )
    },
  })
}

/** Text; a number written without quotes is taken as its text. */
export const cellText = z
  .union([z.string(), z.number()], {
    error: (issue) =>
      say(`Expected text or a number, found ${shown(issue.input)}.`, 'Write it as in a cell: "4", "10 TB", "=requests * 30".'),
  })
  .transform(String)

/**
 * An object whose keys are free. Every key, `__proto__` and `constructor` included, stays an own key: none can
 * reach a prototype, and none is dropped. With `sorted`, keys stand in code-unit order.
 */
export function freeKeys<T extends z.ZodType>(value: T, keys: 'sorted' | 'as written') {
  return z.unknown().transform((input, context): Record<string, z.output<T>> => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'custom', message: say(`Expected an object, found ${shown(input)}.`, 'Write { "name": "value" }.') })
      return z.NEVER
    }
    const entries = Object.entries(input).map(([key, item]): [string, z.output<T>] => [key, delegate(value, item, context, [key])])
    if (keys === 'sorted') entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries)
  })
}

type Context = { readonly addIssue: (issue: { code: 'custom'; message: string; path: PropertyKey[] }) => void }

/** Lets another schema judge a part of the value; its findings are reported below `path`. */
export function delegate<T extends z.ZodType>(schema: T, input: unknown, context: Context, path: readonly PropertyKey[]): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const { message, fix } = words(issue)
    context.addIssue({ code: 'custom', message: say(message, fix), path: [...path, ...issue.path] })
  }
  return z.NEVER
}

const SHOWN_PROBLEMS = 100

/** What zod found, as problems of the file; more than a hundred are counted, not listed. */
export function fileProblems(error: z.ZodError): readonly FileProblem[] {
  const problems = error.issues.slice(0, SHOWN_PROBLEMS).map((issue) => ({ at: pathText(issue.path), ...words(issue) }))
  const more = error.issues.length - problems.length
  return more > 0
    ? [...problems, { at: '', message: `${more} more problems of this kind follow.`, fix: 'Mend the ones above first.' }]
    : problems
}

type Words = { readonly message: string; readonly fix: string }

function words(issue: z.core.$ZodIssue): Words {
  const [said, fix] = issue.message.split('\n')
  if (said !== undefined && fix !== undefined) return { message: said, fix }
  const found = shown(issue.input)
  if (issue.code === 'invalid_type') {
    const expected = KINDS[issue.expected] ?? issue.expected
    if (issue.input === undefined)
      return { message: `Expected ${expected}, found nothing.`, fix: `Add "${String(issue.path.at(-1) ?? '')}".` }
    return { message: `Expected ${expected}, found ${found}.`, fix: `Write ${expected} here.` }
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    const meant = typeof issue.input === 'string' ? nearest(issue.input, allowed) : null
    return {
      message: `Expected one of ${allowed.join(', ')}; found ${found}.`,
      fix: meant === null ? 'Write one of these.' : `Did you mean ${JSON.stringify(meant)}?`,
    }
  }
  if (issue.code === 'too_big')
    return { message: `At most ${issue.maximum} may stand here; there are more.`, fix: 'Split the workbook, or shorten this.' }
  return { message: `${found} cannot stand here.`, fix: issue.message }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  null: 'null',
}
