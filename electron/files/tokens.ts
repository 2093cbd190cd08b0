/** Paths that the person chose, behind names that tell the page nothing. */
export type Tokens = {
  /** The token of a path; the same path keeps its token as long as the program runs. */
  give(path: string): string
  /** The path of a token, or `null` for one that was never given. */
  path(token: string): string | null
}

export function createTokens(newToken: () => string): Tokens {
  const byToken = new Map<string, string>()
  const byPath = new Map<string, string>()
  return {
    give: (path) => {
      const known = byPath.get(path)
      if (known !== undefined) return known
      const token = newToken()
      byToken.set(token, path)
      byPath.set(path, token)
      return token
    },
    path: (token) => byToken.get(token) ?? null,
  }
}
