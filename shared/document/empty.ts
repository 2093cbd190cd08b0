import { Fault } from './fault.ts'
import type { Id, Settings, Workbook } from './types.ts'

export const BUNDLED_PRICE_BOOK = 'bundled-2026-11'

/** Hours of an average month, as AWS, Azure and Google count them: 365 × 24 / 12. */
export const HOURS_PER_MONTH = 730

/** Settings of a workbook nobody has adjusted. `asOf` is the ISO date of the exchange rate. */
export function defaultSettings(name: string, asOf: string): Settings {
  return {
    id: 'settings',
    order: 0,
    name,
    currency: { code: 'USD', perUsd: 1, asOf },
    priceBook: { id: BUNDLED_PRICE_BOOK, adjustments: [] },
    month: { hours: HOURS_PER_MONTH },
    rounding: 'exact',
    freeTier: false,
    note: '',
  }
}

/** A workbook with nothing in it. `today` is an ISO date. */
export function newWorkbook(id: Id, name: string, today: string): Workbook {
  return {
    id,
    settings: new Map([['settings', defaultSettings(name, today)]]),
    drivers: new Map(),
    components: new Map(),
    budgets: new Map(),
    schedules: new Map(),
    environments: new Map(),
    services: new Map(),
    scenarios: new Map(),
    snapshots: new Map(),
  }
}

/** The workbook's one settings record. */
export function settingsOf(workbook: Workbook): Settings {
  const settings = workbook.settings.get('settings')
  if (!settings) throw new Fault(`The workbook ${workbook.id} has no settings.`)
  return settings
}
