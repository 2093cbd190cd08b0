import type { Canary } from '#shared/desktop.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Database, MetaRow } from './database.ts'
import { listKept } from './kept.ts'
import type { SecondPlace } from './second-place.ts'

/** A workbook as the canary lists it: its id in URL form, a space, its name, so that a lost one can be called by name. */
export function canaryEntry(id: Id, name: string): string {
  return `${encodeURIComponent(id)} ${name}`
}

export function readCanaryEntry(entry: string): { readonly id: Id; readonly name: string } {
  const space = entry.indexOf(' ')
  if (space < 0) return { id: decoded(entry), name: decoded(entry) }
  return { id: decoded(entry.slice(0, space)), name: entry.slice(space + 1) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The database's own note of which store it is and how often its list of workbooks has changed. */
export type StoreNote = Extract<MetaRow, { readonly key: 'store' }>

export async function readStoreNote(database: Database): Promise<StoreNote | null> {
  const note = await database.meta.get('store')
  return note?.key === 'store' ? note : null
}

/** Writes the list of workbooks down in the second place, with a revision that rises each time. */
export async function renewCanary(database: Database, place: SecondPlace, storeId: string): Promise<void> {
  const revision = await database.write(async () => {
    const next = ((await readStoreNote(database))?.revision ?? 0) + 1
    await database.meta.put({ key: 'store', storeId, revision: next })
    return next
  })
  const workbooks = (await listKept(database)).map(({ id, name }) => canaryEntry(id, name))
  const canary: Canary = { storeId, revision, workbooks }
  await place.canaryWrite(canary)
}

/** Keeps the canary's list in step with the workbooks and what they are called. */
export type Calling = {
  /** The list has the workbook under this name already. */
  readonly know: (workbook: Workbook) => void
  readonly keepUp: (workbook: Workbook) => Promise<void>
  readonly forget: (id: Id) => Promise<void>
}

export function createCalling(renew: () => Promise<void>): Calling {
  const names = new Map<Id, string>()
  return {
    know: (workbook) => void names.set(workbook.id, settingsOf(workbook).name),
    keepUp: async (workbook) => {
      const { name } = settingsOf(workbook)
      if (names.get(workbook.id) === name) return
      await renew()
      names.set(workbook.id, name)
    },
    forget: async (id) => {
      names.delete(id)
      await renew()
    },
  }
}
