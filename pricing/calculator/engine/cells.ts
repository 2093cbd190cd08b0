import { cellIn, checkField, compile, dimensionOf, fieldScale, isPlain, plain, readCell } from '#shared/formula/index.ts'
import type { Cell, Formula } from '#shared/formula/formula.ts'
import type { Field } from '#shared/formula/types.ts'
import { fieldValue } from '../values.ts'
import { looksWeekly, weekIn } from '../weeks.ts'
import { dimensionOfValue } from './nodes.ts'
import type { FormulaCell, Source, WeekCell } from './nodes.ts'
import { nodeOf } from './state.ts'
import type { Engine } from './state.ts'

/** Shared by the many that read nothing. */
const none: readonly never[] = []

/** Puts a literal's number at `target`, or leaves NaN there and, for a formula, the cell that will fill it. */
export function bindCell(engine: Engine, text: string, field: Field, target: number, bound: Cells): void {
  const quick = plainNumber(text)
  if (!Number.isNaN(quick)) {
    engine.values.at[target] = fits(quick, field) ? quick : Number.NaN
    return
  }
  if (looksWeekly(text)) return bindWeek(engine, text, field, target, bound)
  const cell = readCell(text)
  engine.values.at[target] = literal(engine, cell, field)
  if (cell.kind !== 'formula') return
  const { sources, slots } = read(engine, cell)
  bound.cells.push({
    formula: cell,
    constants: cell.constants,
    run: compile(cell.shape),
    slots,
    sources,
    field,
    target,
    scale: Number.NaN,
    unitsAt: -1,
  })
}

/** Cells of a row that are no numbers: what was found while it is read. */
export type Cells = { readonly cells: FormulaCell[]; readonly weeks: WeekCell[] }

/** Puts the mean of a week at `target` and keeps its hours. */
function bindWeek(engine: Engine, text: string, field: Field, target: number, bound: Cells): void {
  const value = fieldValue(weekIn(text, field), field, engine.settings.month.hours)
  engine.values.at[target] = value.kind === 'number' ? value.value : Number.NaN
  if (value.kind === 'number' && value.hours !== undefined) bound.weeks.push({ hours: value.hours, target })
}

/** The nodes a formula reads and where their numbers stand. */
function read(engine: Engine, formula: Formula): Pick<FormulaCell, 'sources' | 'slots'> {
  if (formula.references.length === 1) {
    const node = nodeOf(engine, formula.references[0]!)
    node.alone ??= { sources: [node], slots: [node.slot] }
    return node.alone
  }
  const sources = formula.references.map((reference) => nodeOf(engine, reference))
  return { sources, slots: sources.map((source) => source.slot) }
}

/** The number a text of digits and at most one point stands for, NaN for any other text: most cells, without the lexer. */
function plainNumber(text: string): number {
  let points = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 46 && at > 0 && at < text.length - 1) points += 1
    else if (code < 48 || code > 57) return Number.NaN
  }
  return points <= 1 && text.length > 0 && text.length <= 300 ? Number(text) : Number.NaN
}

function literal(engine: Engine, typed: Cell, field: Field): number {
  const cell = cellIn(typed, field)
  if (cell.kind !== 'literal') return Number.NaN
  const scale = fieldScale(cell.dimension, field, engine.settings.month.hours)
  const value = typeof scale === 'number' ? cell.value * scale : Number.NaN
  return fits(value, field) ? value : Number.NaN
}

/** Whether a number is one the field takes. */
export function fits(value: number, field: Field): boolean {
  if (value >= field.min && value <= field.max && field.integer !== true) return true
  return !Number.isNaN(value) && checkField(value, field) === null
}

/** Finds what a formula's result is multiplied by to be in its field's unit, from the dimensions its sources have now. */
export function bindUnits(engine: Engine, cell: FormulaCell): void {
  cell.unitsAt = engine.units
  cell.scale = readsPlain(cell) ? 1 : Number.NaN
  if (cell.scale === 1) return
  const dimensions = new Map(
    cell.formula.references.map((reference, index) => [reference, dimensionOfValue(cell.sources[index]!.value, plain)]),
  )
  const dimension = dimensionOf(cell.formula, (reference) => dimensions.get(reference) ?? plain)
  if ('code' in dimension) return
  const scale = fieldScale(dimension, cell.field, engine.settings.month.hours)
  if (typeof scale === 'number') cell.scale = scale
}

function readsPlain(cell: FormulaCell): boolean {
  return cell.formula.dimensions.every(isPlain) && cell.sources.every((source) => isPlain(dimensionOfValue(source.value, plain)))
}

export function sourcesOf(cells: readonly FormulaCell[]): readonly Source[] {
  const first = cells.find((cell) => cell.sources.length > 0)?.sources ?? none
  if (cells.every((cell) => cell.sources === first || cell.sources.length === 0)) return first.length > 1 ? [...new Set(first)] : first
  const sources: Source[] = []
  for (const cell of cells) for (const source of cell.sources) if (!sources.includes(source)) sources.push(source)
  return sources
}
