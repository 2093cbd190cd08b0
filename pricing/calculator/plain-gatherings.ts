import type { Id } from '#shared/document/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { committedOf, nothingCommitted } from './commitments/commitments.ts'
import type { Committed } from './commitments/commitments.ts'
import type { Meeting } from './commitments/meeting.ts'
import type { MachineUsage } from './commitments/usage.ts'
import type { RowUsage } from './explain.ts'

/** The rows of a meeting in their order; what they use is known once they were read, what is made of it after that. */
export type Gathering = {
  readonly meeting: Meeting
  readonly members: { readonly row: Id; readonly used: () => RowUsage | null }[]
  committed: Committed
}

export function emptyGathering(meeting: Meeting): Gathering {
  return { meeting, members: [], committed: nothingCommitted }
}

/** Counts the rows together once what they use is known. */
export function settleGathering(gathering: Gathering, book: PriceBook, monthHours: number): null {
  const usages = gathering.members.flatMap(({ used }) => machinesOf(used()))
  const resources = gathering.members.flatMap(({ used }) => used()?.resources ?? [])
  const commitments = gathering.members.flatMap(({ used }) => used()?.commitment ?? [])
  gathering.committed = committedOf(usages, resources, commitments, book, monthHours)
  return null
}

function machinesOf(used: RowUsage | null): readonly MachineUsage[] {
  if (used === null) return []
  return used.machines === null ? used.units : [used.machines, ...used.units]
}
