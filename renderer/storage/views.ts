import type { Id } from '#shared/document/types.ts'
import type { Database } from './database.ts'
import type { ViewState } from './types.ts'

export type Views = {
  readonly read: (id: Id) => Promise<ViewState | null>
  readonly save: (id: Id, view: ViewState) => void
  readonly flush: () => Promise<void>
}

/** Scrolling changes the view many times a second; one write in this many milliseconds is enough. */
const GATHER = 400

/** Where a person was in each workbook. A convenience: it has no second place, and losing it loses no work. */
export function createViews(database: Database): Views {
  const waiting = new Map<Id, ViewState>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const rows = [...waiting].map(([id, view]) => ({ id, view }))
    waiting.clear()
    if (rows.length === 0) return
    try {
      await database.write(() => database.views.bulkPut(rows))
    } catch {
      // The save status speaks of work; a lost scroll position is none.
    }
  }

  return {
    flush,
    read: async (id) => waiting.get(id) ?? (await database.views.get(id))?.view ?? null,
    save: (id, view) => {
      waiting.set(id, view)
      timer ??= setTimeout(() => void flush(), GATHER)
    },
  }
}
