export type Random = () => number

export const driverNames = ['requests', 'users', 'payload', 'peak', 'growth', 'replicas', 'stored', 'hours_open']

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}
