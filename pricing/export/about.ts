import { rows } from '#shared/document/rows.ts'
import { printNumber, printQuantity } from '#shared/money/index.ts'
import type { Driver } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import { isPlain, unitField, unitText } from '#shared/formula/index.ts'
import { driverUnit } from './driver-unit.ts'
import { factsOf } from './facts.ts'
import type { ExportMeta } from './meta.ts'
import type { Report } from './report.ts'

/** One assumption: a driver as it was typed, and what it comes to. */
export type Assumption = {
  readonly name: string
  readonly typed: string
  readonly value: string
  readonly range: string
  readonly confidence: string
  readonly note: string
}

const locale = 'en-US'

/** The drivers of a scenario, which are what its figures assume. */
export function assumptionsOf({ workbook, estimate, settings }: Report): readonly Assumption[] {
  return rows(workbook.drivers).map((driver) => ({
    name: driver.name,
    typed: driver.value,
    value: shownValue(driver, estimate.drivers.get(driver.id), settings.month.hours),
    range: driver.low === undefined && driver.high === undefined ? '' : `${driver.low ?? '?'} to ${driver.high ?? '?'}`,
    confidence: driver.confidence ?? '',
    note: driver.note ?? '',
  }))
}

function shownValue(driver: Driver, value: Value | undefined, monthHours: number): string {
  if (value === undefined || value.kind === 'unknown') return 'not known'
  if (value.kind === 'problem') return value.problem.code
  const shown = driverUnit(driver)
  const unit = unitField(shown, monthHours)
  if (unit !== null) return printQuantity(value.value * unit.factor, shown, locale)
  if (!isPlain(value.dimension)) return `${printNumber(value.value, locale, 9)} ${unitText(value.dimension)}`
  return driver.unit === '' ? printNumber(value.value, locale) : printQuantity(value.value, driver.unit, locale)
}

/** What stands behind a table of figures, line by line: facts, assumptions, what is not known or in error. */
export function aboutLines(report: Report, meta: ExportMeta, isOneOfMany: boolean): string[][] {
  const scenario = isOneOfMany ? [['Scenario', report.scenario]] : []
  const drivers = assumptionsOf(report).map(({ name, value, typed, confidence, range }) => [
    'Assumption',
    name,
    value,
    typed,
    confidence,
    range,
  ])
  const problems = report.problems.map(({ severity, at, message, fix }) => [problemWords[severity], at, message, fix])
  return [...scenario, ...factsOf(report, meta).map((fact) => [...fact]), ...drivers, ...problems]
}

export const problemWords = { error: 'Error', unknown: 'Not known', warning: 'Note' } as const
