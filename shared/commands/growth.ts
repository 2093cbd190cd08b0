import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import type { CellText } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand } from './types.ts'

/** `start`: `2026-12`; `months`: 1 to 60; `yearlyRate`: a share from 0% on. What is absent stays as it was. */
export type HorizonFields = { readonly start?: string; readonly months?: number; readonly yearlyRate?: CellText }

/** Months of a forecast nobody has set. */
export const USUAL_MONTHS = 12

/** What a forecast looks at: from which month, how many, and the yearly rate at which later money counts less. */
export const setHorizon: DocumentCommand<HorizonFields> = {
  id: 'settings.horizon',
  label: 'Change the forecast’s horizon',
  keywords: ['months', 'growth', 'discount rate', 'net present value'],
  run: (workbook, fields, { today }) => {
    const before = settingsOf(workbook)
    const horizon = { ...(before.horizon ?? usualHorizon(today)), ...trimmed(fields) }
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(horizon.start)) return refuse('horizon-start', refusals.horizonStart(horizon.start))
    if (!Number.isInteger(horizon.months) || horizon.months < 1 || horizon.months > LIMITS.months)
      return refuse('horizon-months', refusals.horizonMonths(LIMITS.months))
    if (readRate(horizon.yearlyRate) === null) return refuse('horizon-rate', refusals.horizonRate(horizon.yearlyRate))
    return [replaced('settings', before, { ...before, horizon })]
  },
}

/** Twelve months from the one of `today` (an ISO date), every dollar counting alike. */
export function usualHorizon(today: string): { readonly start: string; readonly months: number; readonly yearlyRate: CellText } {
  return { start: today.slice(0, 7), months: USUAL_MONTHS, yearlyRate: '0%' }
}

/** `8%` or `0.08` as 0.08; `null` for what is no share from 0 to 1. */
export function readRate(text: CellText): number | null {
  const written = /^(\d+(?:\.\d*)?|\.\d+)\s*(%?)$/.exec(text.trim())
  const rate = written === null ? Number.NaN : Number(written[1]) / (written[2] === '%' ? 100 : 1)
  return rate >= 0 && rate <= 1 ? rate : null
}

function trimmed({ start, months, yearlyRate }: HorizonFields): HorizonFields {
  return {
    ...(start === undefined ? {} : { start: start.trim() }),
    ...(months === undefined ? {} : { months }),
    ...(yearlyRate === undefined ? {} : { yearlyRate: yearlyRate.trim() }),
  }
}

export const growthCommands = [setHorizon] as const
