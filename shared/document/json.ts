import { jsonFault, repeatedName } from './json-place.ts'
import { LIMITS } from './limits.ts'
import { pathText, shown, type FileProblem } from './problem.ts'

export type JsonResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: FileProblem }

/** Text to plain data within the limits of size, depth and text length; never throws. */
export function parseJson(text: string): JsonResult {
  if (text.length > LIMITS.fileCharacters) {
    return refused(
      '',
      `The file has ${Math.ceil(text.length / 1024 / 1024)} MB of text; a workbook has at most 64.`,
      'Check that this is the file you meant.',
    )
  }
  // A byte order mark, as Windows editors put it.
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  let value: unknown
  try {
    value = JSON.parse(bare)
  } catch {
    const { line, column, message } = jsonFault(bare)
    return refused(
      `line ${line}, column ${column}`,
      `This is not JSON: ${message}`,
      'Mend the text at this place, or open an earlier copy of the file.',
    )
  }
  const repeated = repeatedName(bare)
  if (repeated)
    return refused(
      `line ${repeated.line}, column ${repeated.column}`,
      `${shown(repeated.name)} stands twice in one object, and only one of the two can hold.`,
      'Take one of them out.',
    )
  const problem = beyondLimits(value, [], 1)
  return problem ? { ok: false, problem } : { ok: true, value }
}

function beyondLimits(value: unknown, path: PropertyKey[], depth: number): FileProblem | null {
  if (typeof value === 'string') return tooLong(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (depth > LIMITS.depth) {
    return {
      at: pathText(path),
      message: `Lists and objects stand more than ${LIMITS.depth} deep in each other.`,
      fix: 'Take out the nested part; a workbook is nowhere near as deep.',
    }
  }
  for (const [key, item] of Object.entries(value)) {
    path.push(Array.isArray(value) ? Number(key) : key)
    const problem = tooLong(key, path) ?? beyondLimits(item, path, depth + 1)
    if (problem) return problem
    path.pop()
  }
  return null
}

function tooLong(text: string, path: readonly PropertyKey[]): FileProblem | null {
  if (text.length <= LIMITS.text) return null
  return {
    at: pathText(path).slice(0, 200),
    message: `A text of ${text.length} characters stands here; ${LIMITS.text} is the limit.`,
    fix: 'Shorten it.',
  }
}

function refused(at: string, message: string, fix: string): JsonResult {
  return { ok: false, problem: { at, message, fix } }
}
