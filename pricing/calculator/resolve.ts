import { currencyCodes, dollarName, isPlain, isReservedName, isWrittenWithDollar, sameDimension, unitField } from '#shared/formula/index.ts'
import type { Component, Driver, Settings } from '#shared/document/types.ts'
import type { Problem, Reference, Value } from '#shared/formula/types.ts'
import { firstOfYear, growthFactor } from '#pricing/schedule/growth.ts'
import { accumulate, accumulated, accumulator } from '#shared/money/index.ts'
import type { Money } from './types.ts'
import { brokenReference, money, numberValue, problemValue, textValue } from './values.ts'
import { changed } from './weeks.ts'

/** What the figures are made for: the workbook's settings and the month, 0 for the first. */
export type Moment = { readonly settings: Settings; readonly month: number }

/** Value of a name: one that every workbook has, else that of the one driver that has it. */
export function nameValue(name: string, drivers: readonly Driver[], moment: Moment, lookup: (reference: Reference) => Value): Value {
  const given = givenValue(name, moment.settings)
  if (given !== null) return given
  const driver = drivers[0]
  if (driver === undefined)
    return problemValue('#NAME?', `There is no driver "${name}".`, 'Add a driver with this name, or correct the name.')
  if (drivers.length > 1)
    return problemValue('#NAME?', `${drivers.length} drivers are called "${name}".`, 'Give each driver a name of its own.')
  return driverValue(driver, moment, lookup)
}

/** What a driver shows for itself: its name's value, unless its name already means something else. */
export function ownValue(driver: Driver, value: Value): Value {
  if (!isReservedName(driver.name)) return value
  return problemValue(
    '#NAME?',
    `"${driver.name}" already means something in formulas, so this driver is never read.`,
    'Give the driver another name.',
  )
}

/**
 * Names nobody declares: the month's hours, and what one of the workbook's currency and one US dollar are worth in it.
 * `5 USD` is read as 5 units of money times the worth of `USD`, so a worth is a plain number.
 */
function givenValue(name: string, settings: Settings): Value | null {
  if (name === 'hours_in_month') return numberValue(settings.month.hours)
  const { code, perUsd } = settings.currency
  if (name === code || (name === dollarName && isWrittenWithDollar(code))) return numberValue(1)
  if (name === 'USD') return numberValue(perUsd)
  return name === dollarName || currencyCodes.includes(name) ? foreignMoney(name, code) : null
}

/** No rate is known but that of the US dollar: any other money would be taken for the workbook's own. */
function foreignMoney(name: string, code: string): Value {
  const said = name === dollarName ? 'The amount is in $' : `The amount is in ${name}`
  const fix = `Write the amount in ${code}, such as 0.10 ${code}${code === 'USD' ? '' : ', or in US dollars as 0.10 USD'}.`
  return problemValue('#UNIT!', `${said}, but the workbook counts in ${code}.`, fix)
}

/** A driver's value of the month, grown from what stands in its cell. */
function driverValue(driver: Driver, { settings, month }: Moment, lookup: (reference: Reference) => Value): Value {
  const value = startValue(driver, settings, lookup)
  const factor = growthFactor(driver.growth ?? '', month, firstOfYear(settings.horizon?.start))
  if (typeof factor !== 'number') return value.kind === 'problem' ? value : { kind: 'problem', problem: factor }
  return value.kind !== 'number' || factor === 1 ? value : changed(value, (one) => one * factor, value.dimension)
}

/** A driver's value in base units: a plain number counts in the driver's unit, any other must agree with it. */
function startValue(driver: Driver, settings: Settings, lookup: (reference: Reference) => Value): Value {
  const value = textValue(driver.value, `the driver ${driver.name}`, lookup)
  if (value.kind !== 'number') return value
  const unit = unitField(driver.unit, settings.month.hours)
  if (unit === null) return value
  if (isPlain(value.dimension)) return changed(value, (one) => one / unit.factor, unit.dimension)
  if (sameDimension(value.dimension, unit.dimension)) return value
  return problemValue(
    '#UNIT!',
    `The driver ${driver.name} counts ${driver.unit}, but its value is of another kind.`,
    `Give the value in ${driver.unit}, or change the unit.`,
  )
}

/** Value of `cost("name")`: the month's cost of the one row that has the name. */
export function costValue(name: string, rows: readonly Component[], moneyOf: (row: Component) => Money): Value {
  const row = rows[0]
  if (row === undefined) return problemValue('#NAME?', `There is no row "${name}".`, 'Correct the name in cost("…").')
  if (rows.length > 1) return problemValue('#NAME?', `${rows.length} rows are called "${name}".`, 'Give each row a name of its own.')
  return summed(`cost("${name}")`, [row], moneyOf)
}

/** Value of `subtotal("key")` over its member rows, in their order. */
export function subtotalValue(key: string, rows: readonly Component[], moneyOf: (row: Component) => Money): Value {
  if (rows.length === 0) {
    return problemValue(
      '#NAME?',
      `No row belongs to a group, category, environment, cloud or tag "${key}".`,
      'Correct the name in subtotal("…").',
    )
  }
  return summed(`subtotal("${key}")`, rows, moneyOf)
}

function summed(what: string, rows: readonly Component[], moneyOf: (row: Component) => Money): Value {
  const sum = accumulator()
  let unknown = 0
  let problems = 0
  for (const row of rows) {
    const part = moneyOf(row)
    accumulate(sum, part.monthly)
    unknown += part.unknown
    problems += part.problems
  }
  if (problems > 0) return problemValue('#REF!', `${what} includes ${counted(problems, 'figure')} in error.`, 'Mend the rows it adds up.')
  if (unknown > 0) {
    return {
      kind: 'unknown',
      unknown: {
        reason: 'no-price',
        message: `${what} includes ${counted(unknown, 'figure')} that nobody knows yet.`,
        fix: 'Give the rows it adds up their prices and usage.',
      },
    }
  }
  return numberValue(accumulated(sum), money)
}

/**
 * A value as a formula sees it that reads it. A driver in error makes the reader `#REF!`; a name that no driver has, or
 * several, and a sum's own trouble are the reader's as they are.
 */
export function readValue(reference: Reference, value: Value, drivers: readonly Driver[]): Value {
  if (value.kind !== 'problem' || reference.kind !== 'name' || drivers.length !== 1) return value
  return brokenReference(reference.name, value.problem)
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

export function cycleProblem(path: string): Problem {
  return { code: '#CYCLE!', message: `It depends on itself: ${path}.`, fix: 'Take one of these out of the formula that reads it.' }
}
