import { printUse } from '#shared/commands/references.ts'
import type { Use } from '#shared/commands/references.ts'
import type { Driver } from '#shared/document/types.ts'
import { localise } from '#shared/formula/index.ts'

/** What is folded away, in a few words and the person's locale: `assumed · 0.6e6 to 2e6 · grows 4% · note`, or what could be there. */
export function foldedSummary(driver: Driver, locale: string): string {
  const parts = [
    driver.confidence,
    rangeText(driver, locale),
    driver.growth === undefined ? undefined : `grows ${growthWords(driver.growth, locale)}`,
    driver.note === undefined ? undefined : 'note',
  ]
  const given = parts.filter((part) => part !== undefined)
  return given.length === 0 ? 'Range, growth, note, uses' : given.join(' · ')
}

/** Each part by itself: what separates factors in some locales separates parts in the text. */
function growthWords(growth: string, locale: string): string {
  return growth
    .split(';')
    .map((part) => localise(part, locale))
    .join(';')
}

function rangeText(driver: Driver, locale: string): string | undefined {
  const [low, high] = [driver.low, driver.high].map((text) => (text === undefined ? undefined : localise(text, locale)))
  if (low !== undefined && high !== undefined) return `${low} to ${high}`
  if (low !== undefined) return `from ${low}`
  return high === undefined ? undefined : `up to ${high}`
}

/** `driver page_views: value`, `schedule Office hours`, `rules of dev`. */
export function driverUseText(use: Use): string {
  return use.table === 'drivers' ? `driver ${use.name}: ${use.field}` : printUse(use)
}
