import type { Machine, Price, Row } from '../kit.ts'

/** A month of a service that the bundled book does not price, or only in part, at prices chosen to be added up by hand. */
export type OwnPrices = {
  readonly name: string
  readonly rows: readonly Row[]
  readonly prices: Readonly<Record<string, Price>>
  readonly machines?: Readonly<Record<string, Machine>>
  readonly working: string
  readonly total: number
}
