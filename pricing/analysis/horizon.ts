import { usualHorizon } from '#shared/commands/growth.ts'
import { settingsOf } from '#shared/document/empty.ts'
import type { Settings, Workbook } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import type { Forecast } from './forecast.ts'

type Horizon = NonNullable<Settings['horizon']>

/** The months that a design is looked at for; designs laid beside each other take the first one's. `today` is ISO. */
export function horizonOf(workbook: Workbook, today: string): Horizon {
  return settingsOf(workbook).horizon ?? usualHorizon(today)
}

/** The design over that horizon, so that a month is the same month in each. */
export function withHorizon(workbook: Workbook, horizon: Horizon): Workbook {
  return { ...workbook, settings: new Map([['settings', { ...settingsOf(workbook), horizon }]]) }
}

/** What all months come to; it leaves out what any of them leaves out. */
export function moneyOfAll({ months, total }: Forecast): Money {
  const worst = months.map((month) => month.total).reduce((so, one) => (leftOut(one) > leftOut(so) ? one : so))
  return { ...worst, monthly: total, list: total }
}
