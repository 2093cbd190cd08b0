/** What closing needs from the outside. */
export type ClosingSetting = {
  /** Tells the page that the window wants to close. */
  readonly askPage: () => void
  /** Asks the person, when the page does not answer in time; true closes without waiting any longer. */
  readonly askPerson: () => Promise<boolean>
  /** Closes for good. */
  readonly close: () => void
  readonly waitMs: number
}

/** A window closes only when the page has said that everything is kept, or the person has said not to wait. */
export type Closing = {
  /** The window wants to close. True when it may; otherwise the page is being asked. */
  requested(): boolean
  /** The page's answer. */
  ready(): void
  /** The page is gone: there is nobody to wait for. */
  pageGone(): void
}

export function createClosing(setting: ClosingSetting): Closing {
  let state: 'open' | 'asking' | 'agreed' = 'open'
  let timer: ReturnType<typeof setTimeout> | null = null

  function agree(): void {
    if (timer) clearTimeout(timer)
    const wasAsking = state === 'asking'
    state = 'agreed'
    if (wasAsking) setting.close()
  }

  function waitForPage(): void {
    timer = setTimeout(() => void askPerson(), setting.waitMs)
  }

  async function askPerson(): Promise<void> {
    const closeAnyway = await setting.askPerson()
    if (state !== 'asking') return
    if (closeAnyway) agree()
    else waitForPage()
  }

  return {
    requested: () => {
      if (state === 'agreed') return true
      setting.askPage()
      if (state === 'open') {
        state = 'asking'
        waitForPage()
      }
      return false
    },
    // An answer nobody asked for must not unlock a later close.
    ready: () => {
      if (state === 'asking') agree()
    },
    pageGone: agree,
  }
}
