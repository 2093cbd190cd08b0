import path from 'node:path'

export type ShellSettings = {
  /** Folder the page is served from. */
  readonly pageFolder: string
  /** How long a page may take to answer a wish to close before the person is asked, in milliseconds. */
  readonly closeWaitMs: number
  /** Origins that stand in for the vendors' price endpoints in a test. */
  readonly priceMirrors: readonly string[]
}

const usualCloseWaitMs = 6000

/**
 * What the environment may change, for tests alone: `SKYTALLY_PAGE` (another page), `SKYTALLY_CLOSE_WAIT_MS` and
 * `SKYTALLY_PRICE_MIRRORS` (origins, by commas). An installed program obeys none: whoever can set a variable must not be able to replace the page.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, isPackaged: boolean, ownPage: string): ShellSettings {
  if (isPackaged) return { pageFolder: ownPage, closeWaitMs: usualCloseWaitMs, priceMirrors: [] }
  const wait = Number(env.SKYTALLY_CLOSE_WAIT_MS)
  return {
    pageFolder: env.SKYTALLY_PAGE ? path.resolve(env.SKYTALLY_PAGE) : ownPage,
    closeWaitMs: Number.isFinite(wait) && wait > 0 ? wait : usualCloseWaitMs,
    priceMirrors: (env.SKYTALLY_PRICE_MIRRORS ?? '').split(',').filter((origin) => origin !== ''),
  }
}
