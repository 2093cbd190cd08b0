import { isPlain, readCell, sameDimension, unitField } from '#shared/formula/index.ts'
import type { Driver } from '#shared/document/types.ts'

/** The unit a driver's number is shown in: its own, else the one of the value that was typed (`40 KB`), else none. */
export function driverUnit(driver: Driver): string {
  if (driver.unit !== '') return driver.unit
  const read = readCell(driver.value)
  if (read.kind !== 'literal' || isPlain(read.dimension)) return ''
  const [, typed = ''] = /\d\s*([A-Za-z].*)$/.exec(driver.value.trim()) ?? []
  const unit = unitField(typed)
  return unit !== null && sameDimension(unit.dimension, read.dimension) ? typed : ''
}
