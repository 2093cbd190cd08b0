import { dimensionOf, readCell, readServiceFormula } from '#shared/formula/index.ts'
import type { Dimension, Problem, ProblemCode } from '#shared/formula/types.ts'
import type { Charge, ChargePrice, Commitment, Input, ServiceDeclaration } from './declare.ts'

/**
 * Everything that is wrong with a declaration, each with its place, a sentence and what to do. Empty for a sound one.
 * Our own declarations are held to it by a test, those a person writes by `declarationOf` of user.ts.
 */
export function declarationProblems(declaration: ServiceDeclaration): Problem[] {
  const names = new Set(['hours_in_month'])
  const used = new Set<string>()
  const problems = Object.entries(declaration.inputs).flatMap(([id, input]) => [...nameProblems(id, names), ...inputProblems(id, input)])
  for (const [id, input] of Object.entries(declaration.inputs)) if (input.kind === 'number') names.add(id)
  const formulas = { names, used, declaration }
  for (const [id, text] of Object.entries(declaration.derived ?? {})) {
    problems.push(...nameProblems(id, names), ...formulaProblems(`Figure "${id}"`, text, formulas))
    names.add(id)
  }
  const charges = Object.entries(declaration.charges)
  if (charges.length === 0) problems.push(problem('#VALUE!', 'The service has no charges.', 'Add a charge with a quantity and a price.'))
  for (const [id, charge] of charges) problems.push(...chargeProblems(id, charge, formulas))
  for (const id of readByCommitment(declaration)) used.add(id)
  return [...problems, ...unusedProblems(declaration, used)]
}

/** Inputs that the calculators read of a commitment beside its quantity; whichever of them the service has. */
const ofCommitments: Readonly<Record<Commitment['kind'], readonly string[]>> = {
  'savings-plan': ['term', 'payment', 'discount', 'fargateDiscount', 'start'],
  'family-plan': ['size', 'term', 'payment', 'discount', 'start'],
  reservation: ['size', 'offering', 'term', 'payment', 'start'],
  resource: ['size', 'resource', 'term', 'start'],
}

function readByCommitment({ commitment }: ServiceDeclaration): readonly string[] {
  return commitment === undefined ? [] : [commitment.quantity, ...ofCommitments[commitment.kind]]
}

type Formulas = { readonly names: ReadonlySet<string>; readonly used: Set<string>; readonly declaration: ServiceDeclaration }

const plain: Dimension = { data: 0, time: 0, money: 0, duty: 0 }
const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/

function problem(code: ProblemCode, message: string, fix: string): Problem {
  return { code, message, fix }
}

function nameProblems(name: string, taken: ReadonlySet<string>): Problem[] {
  if (!identifier.test(name))
    return [problem('#NAME?', `"${name}" cannot be a name in a formula.`, 'Use a letter, then letters, digits and _.')]
  if (taken.has(name)) return [problem('#NAME?', `The name "${name}" is taken.`, 'Choose another name.')]
  const read = readServiceFormula(name)
  if (read.kind === 'formula' && read.references.length === 1) return []
  return [
    problem('#NAME?', `"${name}" means something else in formulas, such as a function.`, `Choose another name, such as ${name}_used.`),
  ]
}

function inputProblems(id: string, input: Input): Problem[] {
  const at = `Input "${id}"`
  const problems: Problem[] = []
  if (input.label.trim() === '') problems.push(problem('#VALUE!', `${at} has no label.`, 'Say in a word or two what is typed there.'))
  if (input.kind === 'choice' && !Object.hasOwn(input.options, input.default)) {
    problems.push(
      problem('#VALUE!', `${at}: "${input.default}" is not among its options.`, `Choose one of ${Object.keys(input.options).join(', ')}.`),
    )
  }
  if (input.kind !== 'number' || input.default === undefined) return problems
  const cell = readCell(input.default)
  if (cell.kind === 'problem') problems.push({ ...cell.problem, message: `${at}: its default cannot be read. ${cell.problem.message}` })
  return problems
}

function chargeProblems(id: string, charge: Charge, formulas: Formulas): Problem[] {
  const at = `Charge "${id}"`
  const of = (what: string, text: string | undefined) => (text === undefined ? [] : formulaProblems(`${at}, ${what}`, text, formulas))
  return [
    ...of('quantity', charge.quantity),
    ...of('tiersPer', charge.tiersPer),
    ...of('discount', charge.discount),
    ...of('share of the month', charge.together?.runs),
    ...whenProblems(at, charge, formulas),
    ...priceProblems(at, charge, formulas),
  ]
}

/** A formula must be readable, name only what stands above it, and count plain numbers. */
function formulaProblems(at: string, text: string, { names, used, declaration }: Formulas): Problem[] {
  if (text.trim() === '') return [problem('#SYNTAX!', `${at} is empty.`, 'Type a number or a formula over the inputs.')]
  const cell = readServiceFormula(text)
  if (cell.kind === 'problem') return [{ ...cell.problem, message: `${at}: ${cell.problem.message}` }]
  const problems: Problem[] = []
  for (const reference of cell.references) {
    if (reference.kind !== 'name') {
      problems.push(
        problem(
          '#NAME?',
          `${at}: cost and subtotal cannot be used inside a service.`,
          'Make it an input, and type the reference on the row.',
        ),
      )
    } else if (names.has(reference.name)) used.add(reference.name)
    else problems.push(unknownName(at, reference.name, declaration, names))
  }
  if (problems.length > 0) return problems
  const dimension = dimensionOf(cell, () => plain)
  if ('code' in dimension) return [{ ...dimension, message: `${at}: ${dimension.message}` }]
  if (Object.values(dimension).every((power) => power === 0)) return []
  return [problem('#UNIT!', `${at} has a unit, but inputs count as plain numbers in their own unit.`, 'Write the number without its unit.')]
}

function unknownName(at: string, name: string, declaration: ServiceDeclaration, names: ReadonlySet<string>): Problem {
  if (Object.hasOwn(declaration.inputs, name))
    return problem('#NAME?', `${at}: "${name}" is a choice, not a number.`, 'Use `when` or a rate for choices.')
  return problem('#NAME?', `${at}: there is no "${name}".`, `Use one of ${[...names].join(', ')}.`)
}

function whenProblems(at: string, charge: Charge, { used, declaration }: Formulas): Problem[] {
  return Object.entries(charge.when ?? {}).flatMap(([name, values]) => {
    used.add(name)
    const input = declaration.inputs[name]
    if (input?.kind !== 'choice')
      return [problem('#NAME?', `${at}: its condition names "${name}", which is not a choice.`, 'Name a choice of the service.')]
    const strangers = values.filter((value) => !Object.hasOwn(input.options, value))
    return strangers.map((value) =>
      problem('#VALUE!', `${at}: "${name}" is never "${value}".`, `Use ${Object.keys(input.options).join(', ')}.`),
    )
  })
}

function priceProblems(at: string, price: ChargePrice, formulas: Formulas): Problem[] {
  const { used, declaration } = formulas
  if ('typed' in price) return typedProblems(at, price.typed, formulas)
  if ('compute' in price) {
    used.add(price.compute)
    const sustained = price.sustained === undefined ? [] : formulaProblems(`${at}, share of the month`, price.sustained, formulas)
    const isSize = declaration.inputs[price.compute]?.kind === 'size'
    return isSize ? sustained : [problem('#NAME?', `${at}: "${price.compute}" is not a size.`, 'Name the size input of the service.')]
  }
  return [...patternsOf(price.rate), price.region ?? ''].flatMap(placeholders).flatMap((name) => {
    used.add(name)
    const kind = declaration.inputs[name]?.kind
    if (name === 'region' || kind === 'choice' || kind === 'size') return []
    return [
      problem(
        '#NAME?',
        `${at}: its rate names "${name}", which is neither a choice nor a size.`,
        'Name a choice or a size of the service.',
      ),
    ]
  })
}

function typedProblems(at: string, tiers: readonly { readonly upTo?: string; readonly price: string }[], formulas: Formulas): Problem[] {
  if (tiers.length === 0) return [problem('#VALUE!', `${at} has no price.`, 'Type the price of one unit.')]
  const last = tiers.length - 1
  return tiers.flatMap((tier, index) => [
    ...formulaProblems(`${at}, price ${index + 1}`, tier.price, formulas),
    ...(tier.upTo === undefined ? [] : formulaProblems(`${at}, end of step ${index + 1}`, tier.upTo, formulas)),
    ...(index < last && tier.upTo === undefined
      ? [problem('#VALUE!', `${at}: step ${index + 1} has no end.`, 'Say up to how many units it goes; only the last has none.')]
      : []),
    ...(index === last && tier.upTo !== undefined
      ? [problem('#VALUE!', `${at}: what lies above the last step has no price.`, 'Leave the end of the last step empty, or add a step.')]
      : []),
  ])
}

/** The patterns of a rate, in the order in which they are tried. */
export function patternsOf(rate: string | readonly string[]): readonly string[] {
  return typeof rate === 'string' ? [rate] : rate
}

/** The names in braces of a rate pattern. */
export function placeholders(pattern: string): string[] {
  return [...pattern.matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? [])
}

/** An input that nothing reads, or a figure that nothing needs, would be asked for in vain. */
function unusedProblems(declaration: ServiceDeclaration, used: ReadonlySet<string>): Problem[] {
  const declared = [...Object.keys(declaration.inputs), ...Object.keys(declaration.derived ?? {})]
  return declared
    .filter((name) => !used.has(name))
    .map((name) => problem('#NAME?', `Nothing uses "${name}".`, 'Use it in a charge, or remove it.'))
}
