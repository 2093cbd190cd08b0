import { pageOrigin } from '../page/address.ts'

/** Pages that wait to be printed, under addresses of ours that nobody can guess. */
export type Reports = {
  add(html: string): string
  remove(address: string): void
  /** The page at an address, or null. */
  at(address: string): string | null
}

export function createReports(newId: () => string): Reports {
  const waiting = new Map<string, string>()
  return {
    add: (html) => {
      const address = `${pageOrigin}/report/${newId()}`
      waiting.set(address, html)
      return address
    },
    remove: (address) => void waiting.delete(address),
    at: (address) => waiting.get(address) ?? null,
  }
}
