import type { BudgetScope } from '#shared/document/types.ts'
import { nearest } from '#shared/document/problem.ts'
import type { Problem } from '#shared/formula/types.ts'
import { categories, clouds } from '#pricing/services/declare.ts'
import type { GroupBy } from '#pricing/calculator/types.ts'

/** What a budget watches. A tag's name is the pair, `team=ml`. */
export type Scope = { readonly by: 'total' } | { readonly by: GroupBy; readonly name: string }

const GROUPINGS: readonly GroupBy[] = ['group', 'environment', 'category', 'cloud', 'tag']

/**
 * Reads `total` or `<grouping>:<name>`. The name is everything after the first colon, so `group:A:B` is the group `A:B`.
 * A scope that has another form is answered with what is wrong with it.
 */
export function readScope(text: BudgetScope): Scope | Problem {
  const trimmed = text.trim()
  if (trimmed === 'total') return { by: 'total' }
  const colon = trimmed.indexOf(':')
  const by = GROUPINGS.find((grouping) => grouping === trimmed.slice(0, Math.max(colon, 0)).trim())
  if (by === undefined) return unreadable(text, trimmed, colon)
  const name = trimmed.slice(colon + 1).trim()
  if (name === '') return nameless(by)
  return by === 'tag' ? readTag(name) : { by, name }
}

/** The text of a scope, as a budget keeps it. */
export function writeScope(scope: Scope): BudgetScope {
  return scope.by === 'total' ? 'total' : `${scope.by}:${scope.name}`
}

/** The problem of a well-formed scope under which no row stands. */
export function emptyScope(scope: Scope): Problem {
  const known = scope.by === 'cloud' ? clouds : scope.by === 'category' ? categories : []
  const meant = scope.by === 'total' ? null : nearest(scope.name, known)
  const isMeant = meant !== null && scope.by !== 'total' && meant !== scope.name
  return {
    code: '#NAME?',
    message: `No row belongs to the budget's scope “${writeScope(scope)}”, so it watches nothing.`,
    fix: `${isMeant ? `Did you mean ${scope.by}:${meant}? ` : ''}Choose a scope that rows belong to, or give the rows this name.`,
  }
}

function readTag(name: string): Scope | Problem {
  const equals = name.indexOf('=')
  const key = name.slice(0, Math.max(equals, 0)).trim()
  const value = name.slice(equals + 1).trim()
  if (key === '') {
    return {
      code: '#NAME?',
      message: `The budget's tag “${name}” is not a name and a value.`,
      fix: 'Write it as tag:team=ml, or tag:team= for the tag without a value.',
    }
  }
  return { by: 'tag', name: `${key}=${value}` }
}

function nameless(by: GroupBy): Problem {
  return { code: '#NAME?', message: `The budget's scope names no ${by}.`, fix: `Write the name after the colon, ${by}:name.` }
}

/** `trimmed`: the text; `colon`: where its first colon is, -1 for none. */
function unreadable(text: string, trimmed: string, colon: number): Problem {
  const isGroupings = colon > 0
  const meant = isGroupings ? nearest(trimmed.slice(0, colon).trim(), GROUPINGS) : nearest(trimmed, ['total'])
  const whole = isGroupings && meant !== null ? `${meant}:${trimmed.slice(colon + 1).trim()}` : meant
  return {
    code: '#NAME?',
    message: `The budget's scope “${text}” is not one that can be watched.`,
    fix: `${whole === null ? '' : `Did you mean ${whole}? `}Use total, group:name, environment:name, category:name, cloud:name or tag:key=value.`,
  }
}
