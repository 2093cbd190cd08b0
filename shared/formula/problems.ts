import type { Span } from './tokens.ts'
import type { Problem, ProblemCode } from './types.ts'

export function problem(code: ProblemCode, message: string, fix: string, at?: Span): Problem {
  return at === undefined ? { code, message, fix } : { code, message, fix, at: { from: at.from, to: at.to } }
}

/** What a reader throws to its own door, which turns it into a value; never leaves this folder. */
export class Unreadable extends Error {
  readonly problem: Problem

  constructor(reason: Problem) {
    super(`${reason.message} ${reason.fix}`)
    this.problem = reason
  }
}

export function unreadable(code: ProblemCode, message: string, fix: string, at: Span): Unreadable {
  return new Unreadable(problem(code, message, fix, at))
}

export function isProblem(value: object): value is Problem {
  return 'code' in value && 'message' in value
}

/** A text shortened for a sentence. */
export function quoted(text: string): string {
  return text.length > 40 ? `“${text.slice(0, 37)}…”` : `“${text}”`
}
