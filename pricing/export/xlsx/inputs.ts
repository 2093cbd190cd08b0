import { excelAtom, toExcel } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import type { Component } from '#shared/document/types.ts'
import type { Field } from '#shared/formula/types.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import type { Declared, ServiceProgram } from '#pricing/calculator/program.ts'
import { followed, textOrNone } from './design.ts'
import type { Design } from './design.ts'
import { addLine, computed, here, keepLine, nextLine, setLine, there } from './sheet.ts'
import type { Computed } from './sheet.ts'
import { hourByHour, sayField, unsayable } from './translate.ts'
import type { Reading, Said } from './translate.ts'

/** Larger limits than any bill reaches are there to catch slips of the keyboard; the export does not check them. */
const boundless = 1e15

/** The names that a row's formulas may use: their cells, and which of them change by the hour. */
export type RowNames = { readonly names: ReadonlyMap<string, ExcelPiece>; readonly weekly: ReadonlySet<string> }

/** Writes the inputs that a row's charges read, then its derived figures; answers the cells of their names. */
export function addInputs(
  design: Design,
  component: Component,
  estimate: ComponentEstimate,
  program: ServiceProgram,
  reading: Reading,
): RowNames {
  const names = new Map<string, ExcelPiece>([['hours_in_month', design.hours]])
  const weekly = new Set<string>()
  const read = namesRead(program, estimate)
  for (const { id, input } of program.inputs) {
    const known = read.has(id) ? estimate.inputs.find((one) => one.id === id) : undefined
    if (known === undefined) continue
    const said = sayField(known.text, input.field, known.value, reading)
    const isOwn = Object.hasOwn(component.inputs, id) && component.inputs[id]!.trim() !== ''
    const shown = { id, label: input.label, unit: input.field.unit, text: known.text, isOwn, field: input.field }
    names.set(id, addInput(design, component, shown, said))
    if (known.value.kind === 'number' && known.value.hours !== undefined) weekly.add(id)
  }
  for (const { id, declared } of program.derived) {
    if (!read.has(id)) continue
    const value = estimate.derived.find((one) => one.id === id)?.value ?? null
    names.set(id, addFigure(design, component, id, declared, value, { names, weekly }))
    if (readsWeek(declared, weekly)) weekly.add(id)
  }
  return { names, weekly }
}

type Shown = {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly text: string
  readonly isOwn: boolean
  readonly field: Field
}

function addInput(design: Design, component: Component, shown: Shown, given: Said): ExcelPiece {
  const { inputs } = design.sheets
  const line = nextLine(inputs)
  const said = followed(
    design,
    { table: 'components', id: component.id, field: `inputs.${shown.id}` },
    shown.text,
    given,
    there(inputs, 'value', line),
  )
  const counted = given.isFormula ? withinLimits(here(inputs, 'value', line), said, shown.field) : null
  addLine(inputs, {
    scenario: design.report.scenario,
    component: component.name,
    input: shown.label,
    value: said.cell,
    unit: textOrNone(shown.unit),
    counted,
    typed: typedText(shown, said),
    note: textOrNone(said.note),
  })
  const least = Math.max(said.least, shown.field.min)
  return excelAtom(there(inputs, counted === null ? 'value' : 'counted', line), least)
}

/** What was typed, where it says more than the number beside it. */
function typedText({ text, isOwn }: Shown, { cell }: Said): string | null {
  const isSaid = typeof cell === 'number' && text === String(cell)
  const more = isSaid ? '' : text
  return textOrNone(isOwn ? more : more === '' ? 'usual' : `${more} (usual)`)
}

/** The figure where it lies within what its field takes, else an error; null where nothing else is possible. */
function withinLimits(cell: string, said: Said, { min, max, integer }: Field): Computed | null {
  const tests = [
    ...(said.least >= min ? [] : [`${cell}>=${min}`]),
    ...(max >= boundless ? [] : [`${cell}<=${max}`]),
    ...(integer === true ? [`ABS(${cell}-ROUND(${cell},0))<=1E-9*MAX(1,ABS(${cell}))`] : []),
  ]
  if (tests.length === 0) return null
  const test = tests.length === 1 ? tests[0]! : `AND(${tests.join(',')})`
  const value = typeof said.cell === 'object' && said.cell !== null ? said.cell.value : ''
  return computed(`IF(${test},${cell},VALUE("outside its limits"))`, value)
}

function addFigure(design: Design, component: Component, id: string, declared: Declared, value: number | null, row: RowNames): ExcelPiece {
  const { inputs } = design.sheets
  const line = keepLine(inputs)
  const piece = sayDeclared(declared, row)
  const note = piece === null ? whyFixed(declared, row) : null
  setLine(inputs, line, {
    scenario: design.report.scenario,
    component: component.name,
    input: id,
    value: piece === null ? (value ?? computed('NA()', '#N/A')) : computed(piece.text, value ?? '#N/A'),
    typed: declared.formula.text,
    note,
  })
  return excelAtom(there(inputs, 'value', line), piece?.least ?? -Infinity)
}

/** A declared formula over the cells of its names; null where Excel cannot follow it. */
export function sayDeclared(declared: Declared, { names, weekly }: RowNames): ExcelPiece | null {
  if (readsWeek(declared, weekly)) return null
  return toExcel(declared.formula, (reference) => (reference.kind === 'name' ? names.get(reference.name) : undefined) ?? excelAtom('NA()'))
}

/** Whether a formula is worked out hour by hour: of the mean of a week another figure would come. */
function readsWeek({ formula }: Declared, weekly: ReadonlySet<string>): boolean {
  return weekly.size > 0 && formula.references.some((reference) => reference.kind === 'name' && weekly.has(reference.name))
}

/** What is said of a figure that `sayDeclared` has no formula for. */
export function whyFixed(declared: Declared, { weekly }: RowNames): string {
  return readsWeek(declared, weekly) ? hourByHour : unsayable
}

const namesByCharges = new WeakMap<ServiceProgram, Map<string, ReadonlySet<string>>>()

/** The names that the charges of a row come to read, through derived figures too. Rows of a service mostly have the same charges. */
function namesRead(program: ServiceProgram, { charges }: ComponentEstimate): ReadonlySet<string> {
  const known = namesByCharges.get(program) ?? new Map<string, ReadonlySet<string>>()
  namesByCharges.set(program, known)
  const key = charges.map(({ id }) => id).join(' ')
  const read = known.get(key) ?? namesOf(program, new Set(charges.map(({ id }) => id)))
  known.set(key, read)
  return read
}

function namesOf(program: ServiceProgram, on: ReadonlySet<string>): ReadonlySet<string> {
  const read = new Set<string>()
  const add = (declared: Declared | null) => {
    for (const reference of declared?.formula.references ?? []) if (reference.kind === 'name') read.add(reference.name)
  }
  for (const charge of program.charges) {
    if (!on.has(charge.id)) continue
    for (const declared of [charge.quantity, charge.tiersPer, charge.discount, charge.sustained]) add(declared)
    for (const { upTo, price } of charge.typed ?? []) for (const declared of [upTo, price]) add(declared)
  }
  for (const { id, declared } of program.derived.toReversed()) if (read.has(id)) add(declared)
  return read
}
