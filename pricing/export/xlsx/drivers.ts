import {
  dimensionOf,
  dollarName,
  excelAtom,
  excelTimes,
  excelOperator,
  failing,
  isPlain,
  isReservedName,
  isWrittenWithDollar,
  plain,
  readCell,
  sameDimension,
  unitField,
  unitText,
} from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import { rows } from '#shared/document/rows.ts'
import type { Driver } from '#shared/document/types.ts'
import type { Dimension, Reference, Value } from '#shared/formula/types.ts'
import { named } from '#pricing/calculator/plain-nodes.ts'
import { firstOfYear, growthFactor } from '#pricing/schedule/growth.ts'
import { money } from '#pricing/calculator/values.ts'
import { driverUnit } from '../driver-unit.ts'
import type { Report } from '../report.ts'
import type { NameCell } from './design.ts'
import { excelName } from './names.ts'
import { inherited } from './inherited.ts'
import type { Literals, Place } from './inherited.ts'
import { keepLine, setLine, there } from './sheet.ts'
import type { Cell } from './sheet.ts'
import type { Sheets } from './layout.ts'
import { say, unanswered } from './translate.ts'
import type { Reading, Said, Scale } from './translate.ts'
import { textOrNone } from './design.ts'

/** The names of all scenarios, and the numbers that later ones inherit. */
export type Naming = {
  readonly taken: Set<string>
  readonly defined: { readonly name: string; readonly cell: string }[]
  readonly literals: Literals
}

export type DriverCells = {
  readonly names: ReadonlyMap<string, NameCell>
  readonly hours: ExcelPiece
  readonly usd: ExcelPiece | null
  /** Fills the lines, once it is known where everything stands that drivers read. */
  readonly fill: (reading: Reading) => void
}

/** Keeps a line for the month, the currency and every driver, and gives each its name in formulas. */
export function addDrivers(sheets: Sheets, report: Report, naming: Naming, suffix: string): DriverCells {
  const { drivers } = sheets
  const { settings, workbook, scenario } = report
  const { currency, month } = settings
  const define = (name: string, line: number) => {
    const cellName = excelName(name + suffix, naming.taken)
    naming.defined.push({ name: cellName, cell: there(drivers, 'value', line).replace(/!([A-Z]+)(\d+)$/, '!$$$1$$$2') })
    return cellName
  }
  const given = (label: string, name: string, field: string, value: number, unit: string, note: string) => {
    const line = keepLine(drivers)
    const cellName = define(name, line)
    const at: Place = { table: 'settings', id: 'settings', field }
    const cell = inherited(naming.literals, report, at, { text: String(value), cell: cellName, value }) ?? value
    setLine(drivers, line, { scenario, name: label, value: cell, unit, cellName, note })
    return excelAtom(cellName, 0)
  }
  const hours = given('hours_in_month', 'hours_in_month', 'month', month.hours, 'h', 'Hours counted as one month.')
  const isDollar = currency.code === 'USD' && currency.perUsd === 1
  // No driver's name has a blank in it, so that none is taken for the rate.
  const usd = isDollar
    ? null
    : given(
        'exchange rate',
        'usd_rate',
        'currency',
        currency.perUsd,
        currency.code,
        `What one US dollar is worth in ${currency.code} (${currency.asOf}).`,
      )
  const inOrder = rows(workbook.drivers)
  const bearers = named(inOrder)
  const places = inOrder.map((driver) => {
    const line = keepLine(drivers)
    const isRead = bearers.get(driver.name)?.length === 1 && !isReservedName(driver.name)
    return { driver, line, cellName: isRead ? define(driver.name, line) : '' }
  })
  const dimensions = dimensionsOf(report)
  const names = new Map<string, NameCell>([
    ['hours_in_month', { piece: hours, dimension: plain }],
    [currency.code, { piece: excelAtom('1', 1), dimension: plain }],
    ['USD', { piece: usd ?? excelAtom('1', 1), dimension: plain }],
  ])
  if (isWrittenWithDollar(currency.code)) names.set(dollarName, { piece: excelAtom('1', 1), dimension: plain })
  for (const { driver, cellName } of places)
    if (cellName !== '')
      names.set(driver.name, grown(nameCell(driver, cellName, dimensions(driver.name), month.hours, hours), driver, report))
  const fill = (reading: Reading) => {
    for (const place of places) fillDriver(sheets, report, naming.literals, place, reading)
  }
  return { names, hours, usd, fill }
}

/** The cell has what the driver starts with; what reads it counts it grown to the month of the figures, as the app does. */
function grown({ piece, dimension }: NameCell, driver: Driver, report: Report): NameCell {
  const factor = growthOf(driver, report)
  return { piece: factor === null ? failing('the growth cannot be read') : excelTimes(piece, factor), dimension }
}

/** `null` where the growth cannot be read, which puts whatever reads the driver in error. */
function growthOf({ growth = '' }: Driver, { context, settings }: Report): number | null {
  const factor = growthFactor(growth, context.month ?? 0, firstOfYear(settings.horizon?.start))
  return typeof factor === 'number' ? factor : null
}

function nameCell(driver: Driver, cellName: string, dimension: Dimension, monthHours: number, hours: ExcelPiece): NameCell {
  const cell = excelAtom(cellName)
  const unit = unitField(driverUnit(driver), monthHours)
  if (unit === null) return { piece: cell, dimension }
  const twice = unitField(driverUnit(driver), monthHours * 2)?.factor ?? unit.factor
  const power = Math.round(Math.log2(twice / unit.factor))
  if (power === 0) return { piece: excelTimes(cell, 1 / unit.factor), dimension: unit.dimension }
  const perHour = excelTimes(cell, monthHours ** power / unit.factor)
  return { piece: excelOperator(power > 0 ? '/' : '*', perHour, hours), dimension: unit.dimension }
}

/** What drivers measure, by name: what their value now does, and where there is none what their unit or their formula says. */
function dimensionsOf(report: Report): (name: string) => Dimension {
  const bearers = named(rows(report.workbook.drivers))
  const found = new Map<string, Dimension>()
  const of = (name: string): Dimension => {
    const known = found.get(name)
    const [driver, second] = bearers.get(name) ?? []
    if (known !== undefined || driver === undefined || second !== undefined) return known ?? plain
    found.set(name, plain)
    const value = valueOf(driver, report)
    const read = readCell(driver.value)
    const ownUnit = unitField(driver.unit, report.settings.month.hours)?.dimension
    const said =
      read.kind === 'formula' ? dimensionOf(read, (reference) => (reference.kind === 'name' ? of(reference.name) : money)) : plain
    const dimension = ownUnit ?? (value.kind === 'number' ? value.dimension : 'code' in said ? plain : said)
    found.set(name, dimension)
    return dimension
  }
  return of
}

function valueOf(driver: Driver, { estimate }: Report): Value {
  return estimate.drivers.get(driver.id) ?? { kind: 'unknown', unknown: { reason: 'empty', message: '', fix: '' } }
}

type DriverPlace = { readonly driver: Driver; readonly line: number; readonly cellName: string }

function fillDriver(
  { drivers }: Sheets,
  report: Report,
  literals: Literals,
  { driver, line, cellName }: DriverPlace,
  reading: Reading,
): void {
  const value = valueOf(driver, report)
  const growth = growthOf(driver, report)
  const said = growth === null ? unanswered(value) : sayDriver(driver, started(value, growth), reading)
  const cell =
    typeof said.cell === 'number' && said.note === ''
      ? (inherited(
          literals,
          report,
          { table: 'drivers', id: driver.id, field: 'value' },
          {
            text: `${driver.value}\u0000${driver.unit}`,
            cell: cellName === '' ? there(drivers, 'value', line) : cellName,
            value: said.cell,
          },
        ) ?? said.cell)
      : said.cell
  setLine(drivers, line, {
    scenario: report.scenario,
    name: driver.name,
    value: cell,
    unit: textOrNone(
      driverUnit(driver) === '' && value.kind === 'number' && !isPlain(value.dimension) ? unitText(value.dimension) : driverUnit(driver),
    ),
    cellName: textOrNone(cellName),
    low: numberOrText(driver.low),
    high: numberOrText(driver.high),
    growth: textOrNone(driver.growth ?? ''),
    confidence: textOrNone(driver.confidence ?? ''),
    typed: textOrNone(driver.value),
    note: textOrNone([driver.note ?? '', said.note, growthNote(growth)].filter((part) => part !== '').join(' ')),
  })
}

/** What a driver starts with, of what it has grown to; of nothing nothing. */
function started(value: Value, growth: number): Value {
  if (value.kind !== 'number' || growth === 1) return value
  const { hours: _, ...mean } = value
  return { ...mean, value: growth === 0 ? 0 : value.value / growth }
}

function growthNote(growth: number | null): string {
  return growth === null || growth === 1 ? '' : `The figures count it ${growth} times, as it has grown by their month.`
}

/** The driver's value in its own unit. */
function sayDriver(driver: Driver, value: Value, reading: Reading): Said {
  const scale: Scale = (dimension, hours) => {
    const unit = unitField(driverUnit(driver), hours)
    if (unit === null) return value.kind !== 'number' || sameDimension(dimension, value.dimension) ? 1 : null
    if (isPlain(dimension)) return 1
    return sameDimension(dimension, unit.dimension) ? unit.factor : null
  }
  const shown: Value =
    value.kind === 'number' ? { ...value, value: inUnit(driver, value.value, value.dimension, reading.monthHours) } : value
  return say(readCell(driver.value), scale, shown, reading)
}

function inUnit(driver: Driver, base: number, dimension: Dimension, monthHours: number): number {
  const unit = unitField(driverUnit(driver), monthHours)
  return unit === null || !sameDimension(dimension, unit.dimension) ? base : base * unit.factor
}

function numberOrText(text: string | undefined): Cell {
  if (text === undefined || text === '') return null
  const read = readCell(text)
  return read.kind === 'literal' && isPlain(read.dimension) ? read.value : text
}

/** Where a reference by name stands; a name that nothing has is an error in Excel too. */
export function nameIn(names: ReadonlyMap<string, NameCell>, reference: Extract<Reference, { kind: 'name' }>): NameCell {
  return names.get(reference.name) ?? { piece: failing('#NAME?'), dimension: plain }
}
