import { isNetworkPath } from './openable.ts'

/** How many files the list remembers. */
export const recentLimit = 10

/** The list with `file` in front, once, and no longer than the limit. */
export function withRecent(list: readonly string[], file: string): readonly string[] {
  return [file, ...list.filter((other) => other !== file)].slice(0, recentLimit)
}

/** The list as it was stored; whatever is not a list of local paths is forgotten rather than refused. */
export function readRecent(text: string): readonly string[] {
  const found = parse(text)
  if (!Array.isArray(found)) return []
  const paths = found.filter((one): one is string => typeof one === 'string' && one !== '' && !isNetworkPath(one))
  return [...new Set(paths)].slice(0, recentLimit)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
