/** Reads one file that arrives in pieces of any length. Both throw ImportFault. */
export type Reader = {
  push(chunk: Uint8Array): void
  /** The file is over; throws when it ends where it should not. */
  end(): void
}

/** What became of one record. */
export type Outcome =
  | { readonly kind: 'understood' }
  /** No mapping knows it. */
  | { readonly kind: 'unknown'; readonly family: string }
  /** Known, and left out on purpose. */
  | { readonly kind: 'left-out'; readonly reason: string }

export const understood: Outcome = { kind: 'understood' }

export function leftOut(reason: string): Outcome {
  return { kind: 'left-out', reason }
}

export function unknown(family: string): Outcome {
  return { kind: 'unknown', family: family === '' ? 'no product family' : family }
}
