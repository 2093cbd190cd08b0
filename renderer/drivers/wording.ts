import type { Use } from '#shared/commands/references.ts'
import type { Driver } from '#shared/document/types.ts'

/** What is folded away, in a few words: `assumed · 0.6e6 to 2e6 · grows 4% · note`, or what could be there. */
export function foldedSummary(driver: Driver): string {
  const parts = [
    driver.confidence,
    rangeText(driver),
    driver.growth === undefined ? undefined : `grows ${driver.growth}`,
    driver.note === undefined ? undefined : 'note',
  ]
  const given = parts.filter((part) => part !== undefined)
  return given.length === 0 ? 'Range, growth, note, uses' : given.join(' · ')
}

function rangeText({ low, high }: Driver): string | undefined {
  if (low !== undefined && high !== undefined) return `${low} to ${high}`
  if (low !== undefined) return `from ${low}`
  return high === undefined ? undefined : `up to ${high}`
}

/** `driver page_views: value`. */
export function driverUseText(use: Use): string {
  return `driver ${use.name}: ${use.field}`
}
