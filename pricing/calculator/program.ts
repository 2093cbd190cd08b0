import { compile, readDeclared } from '#shared/formula/index.ts'
import type { Formula, Program } from '#shared/formula/formula.ts'
import type { Charge, ChoiceInput, NumberInput, ServiceDeclaration, SizeInput } from '#pricing/services/declare.ts'

/** A declared formula with the places its names have in a row's block of numbers. */
export type Declared = {
  readonly formula: Formula
  readonly run: Program
  readonly slots: readonly number[]
  /** Place of the one name the formula consists of, or -1: most declared formulas are just an input. */
  readonly direct: number
  /** The one number the formula consists of, or NaN. */
  readonly fixed: number
}

export type ChargeProgram = {
  readonly id: string
  readonly charge: Charge
  readonly quantity: Declared
  readonly tiersPer: Declared | null
  readonly discount: Declared | null
  /** Share of the month each machine runs. */
  readonly sustained: Declared | null
  /** The same of vCPUs and memory that are counted together with those of like machines. */
  readonly together: Declared | null
  readonly typed: readonly { readonly upTo: Declared | null; readonly price: Declared }[] | null
}

/** A declaration ready to run. A row's block holds `hours_in_month`, then its number inputs, then its derived figures. */
export type ServiceProgram = {
  readonly declaration: ServiceDeclaration
  readonly size: number
  readonly inputs: readonly { readonly id: string; readonly slot: number; readonly input: NumberInput }[]
  readonly choices: readonly { readonly id: string; readonly input: ChoiceInput }[]
  readonly sizes: readonly { readonly id: string; readonly input: SizeInput }[]
  readonly derived: readonly { readonly id: string; readonly slot: number; readonly declared: Declared }[]
  readonly charges: readonly ChargeProgram[]
}

/** Place of `hours_in_month` in a row's block. */
export const hoursSlot = 0

const programs = new WeakMap<ServiceDeclaration, ServiceProgram>()

/** Compiles a declaration once. A formula with a name that the declaration does not have throws: it is our bug, tests find it. */
export function programOf(declaration: ServiceDeclaration): ServiceProgram {
  const known = programs.get(declaration)
  if (known !== undefined) return known
  const program = compiled(declaration)
  programs.set(declaration, program)
  return program
}

function compiled(declaration: ServiceDeclaration): ServiceProgram {
  const places = new Map<string, number>([['hours_in_month', hoursSlot]])
  const inputs = Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' ? [{ id, input, slot: claim(places, id) }] : [],
  )
  const derived = Object.entries(declaration.derived ?? {}).map(([id, text]) => {
    const declared = placed(text, places, declaration)
    return { id, declared, slot: claim(places, id) }
  })
  const charges = Object.entries(declaration.charges).map(([id, charge]) => chargeProgram(id, charge, places, declaration))
  const choices = Object.entries(declaration.inputs).flatMap(([id, input]) => (input.kind === 'choice' ? [{ id, input }] : []))
  const sizes = Object.entries(declaration.inputs).flatMap(([id, input]) => (input.kind === 'size' ? [{ id, input }] : []))
  return { declaration, size: places.size, inputs, choices, sizes, derived, charges }
}

function chargeProgram(id: string, charge: Charge, places: ReadonlyMap<string, number>, declaration: ServiceDeclaration): ChargeProgram {
  const read = (text: string) => placed(text, places, declaration)
  return {
    id,
    charge,
    quantity: read(charge.quantity),
    tiersPer: charge.tiersPer === undefined ? null : read(charge.tiersPer),
    discount: charge.discount === undefined ? null : read(charge.discount),
    sustained: 'compute' in charge && charge.sustained !== undefined ? read(charge.sustained) : null,
    together: charge.together === undefined ? null : read(charge.together.runs),
    typed:
      'typed' in charge
        ? charge.typed.map((tier) => ({ upTo: tier.upTo === undefined ? null : read(tier.upTo), price: read(tier.price) }))
        : null,
  }
}

function claim(places: Map<string, number>, name: string): number {
  if (places.has(name)) throw new Error(`The name ${name} stands twice in one service.`)
  places.set(name, places.size)
  return places.size - 1
}

function placed(text: string, places: ReadonlyMap<string, number>, declaration: ServiceDeclaration): Declared {
  const formula = readDeclared(text)
  const slots = formula.references.map((reference) => {
    const slot = reference.kind === 'name' ? places.get(reference.name) : undefined
    if (slot === undefined) throw new Error(`${declaration.id}: the formula "${text}" names something the service does not have.`)
    return slot
  })
  const { tree } = formula.shape
  const direct = tree.kind === 'reference' ? slots[tree.index]! : -1
  const fixed = tree.kind === 'constant' ? formula.constants[tree.index]! : Number.NaN
  return { formula, run: compile(formula.shape), slots, direct, fixed }
}
