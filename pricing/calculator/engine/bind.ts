import { cellIn, checkField, compile, dimensionOf, fieldScale, isPlain, plain, readCell } from '#shared/formula/index.ts'
import type { Component, PurchaseShare } from '#shared/document/types.ts'
import type { Cell, Formula } from '#shared/formula/formula.ts'
import type { Field } from '#shared/formula/types.ts'
import { meetingOf } from '../commitments/meeting.ts'
import type { Meeting } from '../commitments/meeting.ts'
import { machineCharge, machineOf } from '../commitments/usage.ts'
import { rowIssues, textOf } from '../explain.ts'
import { pooled } from '../pools.ts'
import { kept, negotiated, priceOf, sharePrice } from '../prices.ts'
import type { FoundPrice } from '../prices.ts'
import { hoursSlot, programOf } from '../program.ts'
import type { ServiceProgram } from '../program.ts'
import { computeSize, spotFields, spotTexts, sustainedFor } from '../shares.ts'
import { fieldValue, priceField, shareField } from '../values.ts'
import { looksWeekly, weekIn } from '../weeks.ts'
import { dimensionOfValue } from './nodes.ts'
import type { BoundPool, BoundRow, BoundShare, FormulaCell, RowNode, Source, UsageNode, WeekCell } from './nodes.ts'
import { meet } from './commitments.ts'
import { joinPools, leavePools, poolNode } from './pools.ts'
import { giveSlots, nodeOf, setSources, takeSlots } from './state.ts'
import type { Engine } from './state.ts'

/** Shared by the many that have nothing to list. */
const none: readonly never[] = []

/** Lists of nothing but nulls, by their length: one for all rows, since an edit that reaches many rows waits for memory most of all. */
const nulls: null[][] = []

function inCommon<Entry>(list: readonly (Entry | null)[]): readonly (Entry | null)[] {
  return list.some((one) => one !== null) ? list : (nulls[list.length] ??= list.map(() => null))
}

/** Reads a row's texts into numbers and formulas and looks up its prices. Done when the row itself is edited. */
export function bindRow(engine: Engine, row: RowNode): void {
  leavePools(engine, row)
  releaseBlock(engine, row)
  row.bound = row.declaration === undefined ? null : boundRow(engine, row, programOf(row.declaration))
  joinPools(engine, row)
  readFrom(engine, row, sourcesOf(row.bound?.cells ?? none))
}

/**
 * A row's block of numbers: those of its program, five for each purchase share, then what its charges need: a price typed on
 * the row, a quantity that a pool adds up.
 */
function boundRow(engine: Engine, row: RowNode, program: ServiceProgram): BoundRow {
  const { component } = row
  const { declaration, charges } = program
  const prices = charges.map((charge) => priceOf(charge, component, declaration, engine.context.book))
  const charged = program.size + cellsOfShare * component.purchase.length
  const size = charged + charges.length
  const base = takeSlots(engine.values, size)
  const bound: Cells = { cells: [], weeks: [] }
  const meeting = meetingFor(engine, row)
  const committed = meeting === null ? undefined : engine.commitments.get(meeting.key)?.committed
  engine.values.at[base + hoursSlot] = engine.settings.month.hours
  for (const { id, slot, input } of program.inputs) bindCell(engine, textOf(component, id, input.default), input.field, base + slot, bound)
  return {
    id: component.id,
    program,
    base,
    size,
    cells: bound.cells,
    weeks: bound.weeks.length === 0 ? none : bound.weeks,
    prices,
    pools: inCommon(bindPools(engine, program, prices, base + charged)),
    own: inCommon(bindOwn(engine, prices, base + charged, bound)),
    sustained: inCommon(charges.map((charge, index) => sustainedFor(charge, component, declaration, prices[index]!.kind === 'own'))),
    shares: bindShares(engine, row, program, base + program.size, bound),
    keep: kept(negotiated(component, engine.settings)),
    issues: rowIssues(component, program, engine.context.book).length,
    machines: machineCharge(program.declaration),
    machine: meeting === null ? null : machineOf(component, declaration, engine.context.book),
    covered: committed?.rows.get(component.id) ?? none,
    together: committed?.sustained.get(component.id),
    hourly: null,
  }
}

function bindPools(
  engine: Engine,
  { charges }: ServiceProgram,
  prices: readonly FoundPrice[],
  from: number,
): readonly (BoundPool | null)[] {
  return charges.map((charge, index) => {
    const shared = pooled(charge, prices[index]!, engine.settings)
    if (shared === null) return null
    engine.values.at[from + index] = Number.NaN
    return { pool: poolNode(engine, shared), slot: from + index }
  })
}

function bindOwn(engine: Engine, prices: readonly FoundPrice[], from: number, cells: Cells): readonly (number | null)[] {
  return prices.map((price, index) => {
    if (price.kind !== 'own') return null
    bindCell(engine, price.own.price, priceField, from + index, cells)
    return from + index
  })
}

/** What a row reads is read by its quantities where a pool waits for them, else by the row itself. */
function readFrom(engine: Engine, row: RowNode, sources: RowNode['sources']): void {
  meet(engine, row, row.bound === null ? null : meetingFor(engine, row))
  const isPooled = row.meeting !== null || row.bound?.pools.some((one) => one !== null) === true
  const before = row.usage
  row.usage = isPooled ? (before ?? usageOf(row)) : null
  setSources(engine, row.usage ?? row, sources)
  if (row.usage !== null) setSources(engine, row, none)
  else if (before !== null) setSources(engine, before, none)
}

function meetingFor({ counting }: Engine, { component, declaration }: RowNode): Meeting | null {
  return meetingOf(component, declaration, counting)
}

function usageOf(row: RowNode): UsageNode {
  return {
    kind: 'usage',
    mark: 0,
    pending: 0,
    stale: false,
    row,
    sources: none,
    machines: null,
    units: none,
    resources: none,
    commitment: null,
  }
}

/**
 * Reads again only the number inputs that changed since `before`; the common edit. Answers false, having done nothing,
 * when more than such inputs changed.
 */
export function rebindInputs(engine: Engine, row: RowNode, before: Component): boolean {
  const { bound, component } = row
  if (
    bound === null ||
    before.service !== component.service ||
    before.region !== component.region ||
    before.purchase !== component.purchase ||
    before.prices !== component.prices
  )
    return false
  const changed = changedInputs(bound.program, before, component)
  if (changed === null || meetingFor(engine, row)?.key !== row.meeting?.meeting.key) return false
  const isKept = ({ target }: { readonly target: number }) => changed.every(({ slot }) => bound.base + slot !== target)
  const cells = bound.cells.filter(isKept)
  const weeks = bound.weeks.length === 0 ? [] : bound.weeks.filter(isKept)
  for (const { id, slot, input } of changed)
    bindCell(engine, textOf(component, id, input.default), input.field, bound.base + slot, { cells, weeks })
  bound.cells = cells
  bound.weeks = weeks.length === 0 ? none : weeks
  if (before.order !== component.order) {
    joinPools(engine, row)
    if (row.meeting !== null) meet(engine, row, row.meeting.meeting)
  }
  setSources(engine, row.usage ?? row, sourcesOf(cells))
  return true
}

/** The number inputs whose texts differ; null when any other input does. */
function changedInputs({ inputs, declaration }: ServiceProgram, before: Component, after: Component): ServiceProgram['inputs'] | null {
  const isOther = (id: string) => before.inputs[id] !== after.inputs[id]
  const isNumber = (id: string) => Object.hasOwn(declaration.inputs, id) && declaration.inputs[id]!.kind === 'number'
  const isReadAgain = (id: string) => isOther(id) && !isNumber(id)
  if (Object.keys(before.inputs).some(isReadAgain) || Object.keys(after.inputs).some(isReadAgain)) return null
  return inputs.filter(({ id }) => isOther(id))
}

export function releaseBlock(engine: Engine, row: RowNode): void {
  if (row.bound !== null) giveSlots(engine.values, row.bound.base, row.bound.size)
}

function bindShares(engine: Engine, row: RowNode, program: ServiceProgram, from: number, cells: Cells): readonly BoundShare[] {
  const size = computeSize(row.component, program)
  if (size === null || row.component.purchase.length === 0) return none
  return row.component.purchase.map((share, index): BoundShare => {
    const coverage = from + cellsOfShare * index
    const { kind } = share
    const spot = bindSpot(engine, share, coverage + 2, cells)
    bindCell(engine, share.coverage, shareField, coverage, cells)
    if (share.discount === undefined) {
      return {
        kind,
        share,
        spot,
        coverage,
        discount: null,
        price: sharePrice(share, size, row.component, program.declaration, engine.context.book),
      }
    }
    bindCell(engine, share.discount, shareField, coverage + 1, cells)
    return { kind, share, spot, coverage, discount: coverage + 1, price: null }
  })
}

/** Slots of a purchase share: what it covers, its discount, and three of spot. */
const cellsOfShare = 5

function bindSpot(engine: Engine, share: PurchaseShare, from: number, cells: Cells): BoundShare['spot'] {
  const texts = spotTexts(share)
  if (texts === null) return null
  for (const [at, text] of texts.entries()) bindCell(engine, text.trim() === '' ? '0' : text, spotFields[at]!, from + at, cells)
  return [from, from + 1, from + 2]
}

/** Puts a literal's number at `target`, or leaves NaN there and, for a formula, the cell that will fill it. */
function bindCell(engine: Engine, text: string, field: Field, target: number, bound: Cells): void {
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
type Cells = { readonly cells: FormulaCell[]; readonly weeks: WeekCell[] }

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

function sourcesOf(cells: readonly FormulaCell[]): readonly Source[] {
  const first = cells.find((cell) => cell.sources.length > 0)?.sources ?? none
  if (cells.every((cell) => cell.sources === first || cell.sources.length === 0)) return first.length > 1 ? [...new Set(first)] : first
  const sources: Source[] = []
  for (const cell of cells) for (const source of cell.sources) if (!sources.includes(source)) sources.push(source)
  return sources
}
