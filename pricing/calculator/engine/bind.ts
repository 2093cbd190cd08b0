import type { Component, PurchaseShare } from '#shared/document/types.ts'
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
import { priceField, shareField } from '../values.ts'
import type { BoundPool, BoundRow, BoundShare, RowNode, UsageNode } from './nodes.ts'
import { bindCell, sourcesOf } from './cells.ts'
import type { Cells } from './cells.ts'
import { meet } from './commitments.ts'
import { joinPools, leavePools, poolNode } from './pools.ts'
import { giveSlots, setSources, takeSlots } from './state.ts'
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
  const meeting = meetingFor(engine, row)
  row.bound = row.declaration === undefined ? null : boundRow(engine, row, programOf(row.declaration), meeting)
  joinPools(engine, row)
  readFrom(engine, row, meeting, sourcesOf(row.bound?.cells ?? none))
}

/**
 * A row's block of numbers: those of its program, five for each purchase share, then what its charges need: a price typed on
 * the row, a quantity that a pool adds up.
 */
function boundRow(engine: Engine, row: RowNode, program: ServiceProgram, meeting: Meeting | null): BoundRow {
  const { component } = row
  const { declaration, charges } = program
  const prices = charges.map((charge) => priceOf(charge, component, declaration, engine.context.book))
  const charged = program.size + cellsOfShare * component.purchase.length
  const size = charged + charges.length
  const base = takeSlots(engine.values, size)
  const bound: Cells = { cells: [], weeks: [] }
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
function readFrom(engine: Engine, row: RowNode, meeting: Meeting | null, sources: RowNode['sources']): void {
  meet(engine, row, meeting)
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
