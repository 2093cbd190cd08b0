import type { Change } from '#shared/document/change.ts'
import type { PurchaseShare, ScalingRule, Schedule, Workbook } from '#shared/document/types.ts'
import { driverNames, pick } from './random-pick.ts'
import type { Random } from './random-pick.ts'

export const scheduleNames = ['Office', 'Night', 'Web', 'load']

/** A schedule comes, goes or is another one. */
export function editSchedule(random: Random, workbook: Workbook): Change {
  const id = pick(random, ['load', 'office', 'night', 'other'])
  const before = workbook.schedules.get(id) ?? null
  if (before !== null && random() < 0.2) return { table: 'schedules', id, before, after: null }
  const after: Schedule = {
    id,
    order: random() * 10,
    name: pick(random, scheduleNames),
    weekly: weeklyText(random),
    ...(random() < 0.6 ? { scaling: scalingRule(random) } : {}),
  }
  return { table: 'schedules', id, before, after }
}

function scalingRule(random: Random): ScalingRule {
  const name = pick(random, driverNames)
  return {
    load: pick(random, [
      '08-18 = 90, else 20',
      '12-13 = 400, else 0',
      'Mon = 70, else 5',
      `=${name} * 3`,
      `=schedule("${pick(random, scheduleNames)}") * 10`,
      '50 GB',
      '',
    ]),
    capacity: pick(random, ['10', '25', '10', '=peak', '0', '00-12 = 10, else 30']),
    target: pick(random, ['70%', '0.5', '2', '00-12 = 35%, else 70%']),
    minimum: pick(random, ['1', '2', '0', '=replicas', '06-22 = 2, else 1 @ Europe/Berlin']),
    maximum: pick(random, ['6', '10', '2', '3']),
    ...(random() < 0.3 ? { coolDownMinutes: '10 min' } : {}),
  }
}

export function weeklyText(random: Random): string {
  return pick(random, [
    '00-06 = 2, 12-20 = 5, else 3',
    'Mon-Fri 08-18 = 4, else 2 @ Europe/Berlin',
    'Mon-Fri 08-18 = 100%, else 0',
    'Sat,Sun = 0, else ×2 @ Asia/Kolkata',
    `08-18 = ${Math.floor(random() * 9)}, else ${Math.floor(random() * 3)}`,
    '7',
    'Mon-Fri 08-18 = 4',
    '',
  ])
}

/** Ways to buy a row's hours, good and bad. */
export function randomPurchase(random: Random): readonly PurchaseShare[] {
  return pick<readonly PurchaseShare[]>(random, [
    [],
    [],
    [
      {
        kind: 'reserved',
        term: '1y',
        payment: 'no-upfront',
        coverage: '50%',
        ...(random() < 0.3 ? { offering: 'convertible' as const } : {}),
      },
    ],
    [
      {
        kind: 'spot',
        coverage: '50%',
        interruption: pick(random, ['20 h', '3', '=peak', '']),
        checkpoint: pick(random, ['5 min', '=payload']),
        restart: '0.2',
      },
    ],
    [{ kind: 'reserved', term: '3y', payment: 'all-upfront', coverage: pick(random, ['=growth', '=growth', '08-18 = 80%, else 20%']) }],
    [
      { kind: 'spot', coverage: '60%' },
      { kind: 'reserved', term: '1y', payment: 'partial-upfront', coverage: '50%', discount: '=peak / 1000' },
    ],
  ])
}
