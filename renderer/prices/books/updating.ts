import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PricedCloud, UpdateProgress } from '#pricing/catalog/library.ts'
import { updatePrices } from '#pricing/catalog/update/update.ts'
import type { Desktop } from '#shared/desktop.ts'
import { desktopDoors } from '#renderer/storage/price-doors.ts'
import { bundledBytes, bytesOf, partShelf } from '#renderer/workspace/books.ts'
import { supplies, workspace } from '#renderer/workspace/store.ts'
import { keepImported } from './keep-imported.ts'
import type { Kept } from './keep-imported.ts'
import { isBook } from './run-import.ts'

export type Updating =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly abort: AbortController; readonly progress: UpdateProgress | null }
  | Kept

/** `regions`: none for all that the book in use has. `googleKey`: empty for none. */
export type WantedPrices = {
  readonly clouds: readonly PricedCloud[]
  readonly regions: readonly string[]
  readonly googleKey: string
  readonly name: string
}

/** One update at a time. It goes on while the person looks at something else, and is there with its progress when they come back. */
const updating = createStore<{ readonly now: Updating }>(() => ({ now: { kind: 'idle' } }))

export function useUpdating(): Updating {
  return useStore(updating, ({ now }) => now)
}

export function updatingNow(): Updating {
  return updating.getState().now
}

/** Fetches the vendors' prices into a book of its own; whatever goes wrong ends as a refusal. */
export async function beginUpdate(desktop: Pick<Desktop, 'priceAsk' | 'priceRead' | 'priceEnd'>, wanted: WantedPrices): Promise<void> {
  if (updatingNow().kind === 'running') return
  const abort = new AbortController()
  updating.setState({ now: { kind: 'running', abort, progress: null } })
  try {
    updating.setState({ now: await fetched(desktop, wanted, abort.signal) })
  } catch (fault) {
    updating.setState({ now: refusedWith(fault instanceof Error ? fault.message : 'The prices could not be fetched.') })
  }
}

async function fetched(
  desktop: Pick<Desktop, 'priceAsk' | 'priceRead' | 'priceEnd'>,
  { clouds, regions, googleKey, name }: WantedPrices,
  signal: AbortSignal,
): Promise<Kept> {
  const [machines, parts] = [bundledBytes(), partShelf()]
  if (machines === null || parts === null) return refusedWith('The price books of this machine are not open.')
  const base = await bytesOf(workspace.getState().book?.id ?? '')
  const key = googleKey.trim()
  const query = { providers: clouds, regions, services: [], googleKey: key === '' ? null : key }
  const options = { id: name, asOf: supplies().today(), source: 'update' as const, base: base ?? machines, machines }
  const outcome = await updatePrices(query, options, desktopDoors(desktop, { parts }, signal), tell, signal)
  return isBook(outcome) ? keepImported(outcome) : { kind: 'refused', refusal: outcome }
}

function tell(progress: UpdateProgress): void {
  const now = updatingNow()
  if (now.kind === 'running') updating.setState({ now: { ...now, progress } })
}

function refusedWith(message: string): Kept {
  return { kind: 'refused', refusal: { message, fix: 'Nothing was kept. Try again; if that does not help, open the program anew.' } }
}
