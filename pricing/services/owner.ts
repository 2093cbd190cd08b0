import { patternsOf } from './check.ts'
import type { Charge, Cloud, RatePattern, ServiceDeclaration } from './declare.ts'

/** The row on which a rate of the book is charged. */
export type Owner = {
  readonly service: string
  /** The charge that asks for the rate. */
  readonly charge: string
  /** Choices and sizes under which it does. */
  readonly inputs: Readonly<Record<string, string>>
}

export type Services = ReadonlyMap<string, ServiceDeclaration>

/** One way in which a service may ask for a rate. `names`: what each group of the expression is called. */
type Question = {
  readonly service: ServiceDeclaration
  readonly charge: string
  readonly declared: Charge
  /** What every key it asks for begins with. */
  readonly start: string
  readonly expression: RegExp
  readonly names: readonly string[]
}

const prepared = new WeakMap<Services, readonly Question[]>()

/**
 * The service that charges a rate, with the choices that lead to it: of `aws.ebs-gp3/storage` EBS volumes of the type gp3. `place` is
 * the code under which the book lists it. Where several services do, the one that names it most exactly. Null where none does.
 */
export function serviceFor(key: string, place: string, services: Services): Owner | null {
  const questions = prepared.get(services) ?? questionsOf(services)
  prepared.set(services, questions)
  for (const question of questions) {
    const groups = key.startsWith(question.start) ? question.expression.exec(key) : null
    const inputs = groups === null ? null : inputsOf(question, groups, place)
    if (inputs !== null) return { service: question.service.id, charge: question.charge, inputs }
  }
  return null
}

/** Words by which a rate is found besides its key: what the service that charges it is called, and the charge. */
export function rateWords(services: Services): (key: string) => string {
  return (key) => {
    const owner = serviceFor(key, 'all', services)
    const service = services.get(owner?.service ?? '')
    if (owner === null || service === undefined) return ''
    return [service.name, ...(service.keywords ?? []), service.charges[owner.charge]?.label ?? ''].join(' ')
  }
}

/** First patterns before the ones they fall back to, and those with fewer holes before those with more. */
function questionsOf(services: Services): readonly Question[] {
  const all = [...services.values()].flatMap((service) =>
    Object.entries(service.charges).flatMap(([charge, declared]) =>
      'rate' in declared
        ? patternsOf(declared.rate).map((pattern, rank) => ({ rank, question: questionOf(service, charge, declared, pattern) }))
        : [],
    ),
  )
  return all.toSorted((a, b) => a.rank - b.rank || holes(a.question) - holes(b.question)).map(({ question }) => question)
}

function holes({ service, names }: Question): number {
  return names.filter((name) => service.inputs[name]?.kind === 'size').length
}

function questionOf(service: ServiceDeclaration, charge: string, declared: Charge, pattern: RatePattern): Question {
  const names: string[] = []
  const parts = pattern.split(/(\{\w+\})/).map((part) => {
    if (!part.startsWith('{')) return literally(part)
    const name = part.slice(1, -1)
    names.push(name)
    return `(${valuesOf(service, declared, name)})`
  })
  return { service, charge, declared, start: pattern.split('{', 1)[0] ?? '', expression: new RegExp(`^${parts.join('')}$`), names }
}

/** What may stand in a hole, as a regular expression. */
function valuesOf(service: ServiceDeclaration, charge: Charge, name: string): string {
  const input = service.inputs[name]
  if (input?.kind === 'choice') return (charge.when?.[name] ?? Object.keys(input.options)).map(literally).join('|')
  const prefix = input?.kind === 'size' && input.sizes.from === 'rates' ? (input.sizes.prefix ?? '') : ''
  return `${literally(prefix)}[^/]+`
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The row's choices, or null where they contradict each other or the place. */
function inputsOf(question: Question, groups: RegExpExecArray, place: string): Readonly<Record<string, string>> | null {
  const { service, declared } = question
  const inputs: Record<string, string> = {}
  for (const [index, name] of question.names.entries()) {
    const value = groups[index + 1] ?? ''
    if (name === 'region' ? value !== place : inputs[name] !== undefined && inputs[name] !== value) return null
    if (name !== 'region') inputs[name] = value
  }
  const where = 'rate' in declared ? declared.region : undefined
  if (where !== undefined && !isPlace(where, place, service, inputs)) return null
  for (const [name, values] of Object.entries(declared.when ?? {})) {
    const usual = service.inputs[name]?.default ?? ''
    inputs[name] ??= values.includes(usual) ? usual : (values[0] ?? usual)
    if (!values.includes(inputs[name])) return null
  }
  return inputs
}

/** Whether a charge with a place of its own asks there; a place that a choice names becomes that choice. */
function isPlace(where: string, place: string, service: ServiceDeclaration, inputs: Record<string, string>): boolean {
  const name = /^\{(\w+)\}$/.exec(where)?.[1]
  if (name === undefined) return where === place || place === 'all' || place === 'global'
  const input = service.inputs[name]
  if (input?.kind !== 'choice' || !Object.hasOwn(input.options, place)) return place === 'all' || place === 'global'
  inputs[name] = place
  return true
}

/** The input of a cloud's plain machines: `size` of EC2 instances. Null where no service of the cloud sells them. */
export function serviceForSize(cloud: Cloud, services: Services): { readonly service: string; readonly input: string } | null {
  for (const service of services.values()) {
    if (service.cloud !== cloud || service.category !== 'compute') continue
    const charge = Object.values(service.charges).find((one) => 'compute' in one)
    if (charge !== undefined && 'compute' in charge) return { service: service.id, input: charge.compute }
  }
  return null
}
