import type { Id } from '#shared/document/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { committedOf, nothingCommitted } from './commitments/commitments.ts'
import type { Committed, RowUse } from './commitments/commitments.ts'
import type { Meeting } from './commitments/meeting.ts'

/** The rows of a meeting in their order; what they use is known once they were read, what is made of it after that. */
export type Gathering = {
  readonly meeting: Meeting
  readonly members: { readonly row: Id; readonly used: () => RowUse | null }[]
  committed: Committed
}

export function emptyGathering(meeting: Meeting): Gathering {
  return { meeting, members: [], committed: nothingCommitted }
}

/** Counts the rows together once what they use is known. */
export function settleGathering(gathering: Gathering, book: PriceBook, monthHours: number): null {
  const used = gathering.members.flatMap((one) => one.used() ?? [])
  gathering.committed = committedOf(used, book, monthHours)
  return null
}
