import type { Weekly } from '#pricing/schedule/week.ts'

/** Weeks that a person asks for by name. `on` is the value of the hours in use; all other hours are zero. */
export type Preset = { readonly id: string; readonly label: string; readonly isOn: (day: number, hour: number) => boolean }

export const PRESETS: readonly Preset[] = [
  { id: 'office', label: 'Office hours', isOn: (day, hour) => day < 5 && hour >= 8 && hour < 18 },
  { id: 'nights', label: 'Nights off', isOn: (_, hour) => hour >= 6 && hour < 22 },
  { id: 'weekends', label: 'Weekends off', isOn: (day) => day < 5 },
  { id: 'always', label: '24 × 7', isOn: () => true },
]

/** The preset at the largest value the week has now (one where it has none). */
export function presetWeek({ isOn }: Preset, now: Weekly): Weekly {
  const most = now.hours.reduce((largest, value) => Math.max(largest, value), 0)
  const on = most === 0 ? 1 : most
  return { ...now, hours: now.hours.map((_, at) => (isOn(Math.floor(at / 24), at % 24) ? on : 0)) }
}
