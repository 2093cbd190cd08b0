import { createElement, useEffect, useSyncExternalStore } from 'react'
import type { Attributes, ComponentType, ReactNode } from 'react'
import { fetchMissingStyles } from './missing-styles.ts'
import { notify } from './notices.ts'

/** A part of the window that is fetched when it is first needed. */
export type Part<T> = {
  /** Null until it has been fetched. */
  readonly now: () => T | null
  /** Fetches it once. A rejection is not kept: the next call asks again. */
  readonly load: () => Promise<T>
  readonly onLoad: (listener: () => void) => () => void
}

/** A part could not be fetched: the server or the network is away. */
export class PartMissing extends Error {}

/** The one door to what is fetched later. `React.lazy` would keep a failure for as long as the window is open. */
export function part<T>(fetchPart: () => Promise<T>): Part<T> {
  let loaded: T | null = null
  let running: Promise<T> | null = null
  const listeners = new Set<() => void>()
  const attempt = async (): Promise<T> => {
    try {
      await fetchMissingStyles()
      loaded = await fetchPart()
    } catch (fault) {
      running = null
      throw new PartMissing('A part of the window did not come.', { cause: fault })
    }
    for (const listener of listeners) listener()
    return loaded
  }
  return {
    now: () => loaded,
    load: () => (running ??= attempt()),
    onLoad: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws a part that is here. */
type Draw<Props> = (props: Props & Attributes) => ReactNode

/**
 * How to draw the part, once it is `wanted` and here; null before. Where it cannot be fetched a notice says so and `giveUp` takes the
 * person back, so that asking again tries again. `what` begins the sentence: “The forecast”. `giveUp` must be stable.
 */
export function usePart<Props extends object>(
  { now, load, onLoad }: Part<ComponentType<Props>>,
  wanted: boolean,
  what: string,
  giveUp: () => void,
): Draw<Props> | null {
  const loaded = useSyncExternalStore(onLoad, now)
  useEffect(() => {
    if (!wanted || now() !== null) return
    let over = false
    load().catch(() => {
      if (over) return
      sayMissing(what)
      giveUp()
    })
    return () => {
      over = true
    }
  }, [wanted, now, load, what, giveUp])
  return wanted && loaded !== null ? (props) => createElement(loaded, props) : null
}

export function sayMissing(what: string): void {
  notify({ kind: 'refusal', message: `${what} could not be loaded.`, fix: 'Try again when the server or the network is back.' })
}
