import type { Model } from './model.ts'

/** An engine as the bench drives it. Every act answers the grand total of what is paid. */
export type Peer = {
  readonly name: string
  /** Puts the model into the form the engine takes as input; not measured. */
  prepare(model: Model): PreparedPeer
}

export type PreparedPeer = {
  /** A: from texts to the first total. */
  build(): BuiltPeer
}

export type BuiltPeer = {
  total(): number
  /** B: a driver gets another value. */
  setDriver(index: number, value: number): number
  /** C: the count formula of one row gets another least count. */
  setLeast(row: number, least: number): number
  free(): void
}
