import type { UserService } from '#shared/document/types.ts'
import { unitField } from '#shared/formula/index.ts'
import type { Dimension, Field, Problem } from '#shared/formula/types.ts'
import { declarationProblems } from './check.ts'
import { categories } from './declare.ts'
import type { Charge, NumberInput, ServiceDeclaration } from './declare.ts'

type UserCharge = UserService['charges'][string]
type UserInput = UserService['inputs'][string]

/**
 * The declaration a user's service stands for, `user.<id>`. Never throws: one that is wrong comes with its `faults` and
 * without charges, so that nothing is priced from it by guess.
 */
export function declarationOf(own: UserService): ServiceDeclaration {
  const inputs = Object.fromEntries(Object.entries(own.inputs).map(([id, input]) => [id, inputOf(input)]))
  const charges = Object.fromEntries(Object.entries(own.charges).map(([id, charge]) => [id, chargeOf(charge)]))
  const count = ['count', 'quantity'].find((name) => Object.hasOwn(inputs, name))
  const declaration: ServiceDeclaration = {
    id: `user.${own.id}`,
    name: own.name,
    cloud: 'general',
    category: categories.find((category) => category === own.category) ?? 'other',
    source: '',
    summary: `${own.name}: a service of your own.`,
    region: 'none',
    inputs,
    charges,
    ...(count === undefined ? {} : { columns: { count } }),
  }
  const faults = [...wordProblems(own), ...declarationProblems(declaration)]
  return faults.length === 0 ? declaration : { ...declaration, charges: {}, faults }
}

function wordProblems(own: UserService): Problem[] {
  const problems: Problem[] = []
  if (own.name.trim() === '')
    problems.push({ code: '#VALUE!', message: 'The service has no name.', fix: 'Type the name it should have in lists.' })
  if (!categories.some((category) => category === own.category)) {
    problems.push({ code: '#VALUE!', message: `There is no category "${own.category}".`, fix: `Choose one of ${categories.join(', ')}.` })
  }
  return problems
}

function inputOf(input: UserInput): NumberInput {
  return {
    kind: 'number',
    label: input.label,
    help: input.unit === '' ? `${input.label}, as a number.` : `${input.label}, in ${input.unit}.`,
    field: fieldOf(input.unit),
    ...(input.default === undefined ? {} : { default: input.default }),
  }
}

function chargeOf(charge: UserCharge): Charge {
  const { label, unit, quantity, discount } = charge
  return { label, unit, quantity, typed: charge.price, ...(discount === undefined ? {} : { discount }) }
}

const plain: Dimension = { data: 0, time: 0, money: 0, duty: 0 }
const currency: Dimension = { ...plain, money: 1 }

/**
 * How a cell becomes the number of an input in `unit`: a unit of the formula language (`GB`, `ms`, `hours`), `$` for the
 * workbook's currency, or any word for what is counted, followed by `/month` or `/s` where it is an amount per time.
 */
export function fieldOf(unit: string): Field {
  const [, base = '', per] = /^(.*?)\s*(?:\/\s*(month|s))?$/.exec(unit.trim()) ?? []
  const measure = unitField(base)
  return {
    dimension: base === '$' ? currency : (measure?.dimension ?? plain),
    unit: base,
    factor: measure?.factor ?? 1,
    per: per === undefined ? null : per === 's' ? 'second' : 'month',
    min: 0,
    max: 1e15,
  }
}
