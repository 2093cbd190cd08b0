import { squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import type { Adjustment, Override, Rounding, Settings, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand } from './types.ts'

export const renameWorkbook: DocumentCommand<{ readonly name: string }> = {
  id: 'settings.name',
  label: 'Rename workbook',
  keywords: ['title', 'name'],
  on: 'document',
  run: (workbook, { name }) =>
    name.trim() === '' ? refuse('workbook-name', refusals.workbookName()) : withSettings(workbook, { name: name.trim() }),
}

/**
 * `perUsd`: units of the currency one US dollar buys, within the limits of a file; `asOf`: ISO date of the rate, today when absent;
 * `amounts`: what was typed in the currency of before, in the new one.
 */
export const setCurrency: DocumentCommand<{
  readonly code: string
  readonly perUsd: number
  readonly asOf?: string
  readonly amounts?: readonly Change[]
}> = {
  id: 'settings.currency',
  label: 'Change currency',
  keywords: ['exchange', 'rate', 'dollar', 'euro'],
  on: 'document',
  run: (workbook, args, { today }) => {
    const code = args.code.trim().toUpperCase()
    const asOf = args.asOf ?? today
    if (!/^[A-Z]{3}$/.test(code)) return refuse('currency-code', refusals.currencyCode(args.code))
    if (!(args.perUsd >= LIMITS.leastRate && args.perUsd <= LIMITS.mostRate)) return refuse('currency-rate', refusals.currencyRate())
    if (code === 'USD' && args.perUsd !== 1) return refuse('currency-rate', refusals.dollarRate())
    if (!isDate(asOf)) return refuse('currency-date', refusals.currencyDate(asOf))
    return [...withSettings(workbook, { currency: { code, perUsd: args.perUsd, asOf } }), ...(args.amounts ?? [])]
  },
}

/** Hours counted as one month: above 0, at most 744. */
export const setMonthHours: DocumentCommand<{ readonly hours: number }> = {
  id: 'settings.month',
  label: 'Change hours in a month',
  keywords: ['730', 'days'],
  run: (workbook, { hours }) =>
    hours > 0 && hours <= 744 ? withSettings(workbook, { month: { hours } }) : refuse('month-hours', refusals.monthHours()),
}

export const setRounding: DocumentCommand<{ readonly rounding: Rounding }> = {
  id: 'settings.rounding',
  label: 'Change rounding',
  keywords: ['exact', 'vendor', 'cent', 'invoice'],
  run: (workbook, { rounding }) => withSettings(workbook, { rounding }),
}

/** Another price book for the workbook and all of its scenarios; what is negotiated stays. */
export const setPriceBook: DocumentCommand<{ readonly id: string }> = {
  id: 'settings.priceBook',
  label: 'Change price book',
  keywords: ['prices', 'list', 'update'],
  on: 'document',
  run: (workbook, { id }) => [
    ...withSettings(workbook, { priceBook: { ...settingsOf(workbook).priceBook, id } }),
    ...squash(
      Array.from(workbook.scenarios.values(), (before) =>
        replaced('scenarios', before, { ...before, overrides: before.overrides.map((one) => pricedWith(one, id)) }),
      ),
    ),
  ],
}

/** A scenario's own discounts stand in one field with the name of the book. */
function pricedWith(one: Override, id: string): Override {
  const isOwn = one.kind === 'set' && one.table === 'settings' && one.field === 'priceBook'
  return isOwn && typeof one.value === 'object' ? { ...one, value: { ...one.value, id } } : one
}

/** All negotiated discounts of the workbook, in place of those it had. */
export const setAdjustments: DocumentCommand<{ readonly adjustments: readonly Adjustment[] }> = {
  id: 'settings.adjustments',
  label: 'Change negotiated discounts',
  keywords: ['prices', 'discount', 'enterprise', 'agreement', 'negotiated', 'edp'],
  run: (workbook, { adjustments }) => {
    const tidy = adjustments.map(({ match, percent, note }) => ({ match: match.trim(), percent, note: note.trim() }))
    for (const { match, percent } of tidy) {
      if (!isPattern(match)) return refuse('adjustment-match', refusals.adjustmentMatch(match))
      if (!(percent >= -100 && percent <= 1000)) return refuse('adjustment', refusals.adjustment())
    }
    const twice = tidy.find(({ match }, at) => tidy.findIndex((other) => other.match === match) !== at)
    if (twice !== undefined) return refuse('adjustment-twice', refusals.adjustmentTwice(twice.match))
    return withSettings(workbook, { priceBook: { ...settingsOf(workbook).priceBook, adjustments: tidy } })
  },
}

/** Services by their id, `*` for any characters; behind a slash regions in the same way. */
function isPattern(match: string): boolean {
  return /^[\w.*-]+(\/[\w.*-]+)?$/.test(match)
}

/** Whether the free allowances of the price book count, once per account. */
export const setFreeTier: DocumentCommand<{ readonly freeTier: boolean }> = {
  id: 'settings.freeTier',
  label: 'Count the free tier',
  keywords: ['allowance', 'always free', 'account'],
  describe: ({ freeTier }) => (freeTier ? 'Count the free tier' : 'Leave the free tier out'),
  run: (workbook, { freeTier }) => withSettings(workbook, { freeTier }),
}

export const setWorkbookNote: DocumentCommand<{ readonly note: string }> = {
  id: 'settings.note',
  label: 'Change the workbook’s note',
  keywords: ['description', 'comment'],
  on: 'document',
  run: (workbook, { note }) => withSettings(workbook, { note }),
}

function withSettings(workbook: Workbook, fields: Partial<Settings>): readonly Change[] {
  const before = settingsOf(workbook)
  return squash([replaced('settings', before, { ...before, ...fields })])
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  // Date carries a 31st of February over into March: only a date that stays where it is exists.
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export const settingsCommands = [
  renameWorkbook,
  setCurrency,
  setMonthHours,
  setRounding,
  setPriceBook,
  setAdjustments,
  setFreeTier,
  setWorkbookNote,
] as const
