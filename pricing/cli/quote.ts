import type { ChargeEstimate, ComponentEstimate, Context, DiscountLine } from '#pricing/calculator/types.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { firstRegion } from '#pricing/catalog/regions.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { nearest } from '#shared/document/problem.ts'
import type { Component, Rounding } from '#shared/document/types.ts'
import { readPurchase } from '#shared/commands/purchase-text.ts'
import { printMoney, printPercent, printPrice, printQuantity } from '#shared/money/index.ts'
import { CommandFault } from './fault.ts'
import { componentJson } from '#pricing/export/json.ts'
import { knownMonthly } from '#pricing/export/report.ts'

export type QuoteOptions = { readonly region?: string; readonly buys?: string; readonly rounding: Rounding }

/** Prices one service from `name=value` inputs, without a file. */
export function quote(
  id: string,
  values: readonly string[],
  options: QuoteOptions,
  context: Context,
): { readonly service: ServiceDeclaration; readonly component: ComponentEstimate } {
  const service = serviceNamed(id, context)
  const component: Component = {
    id: 'quote',
    order: 0,
    name: service.name,
    service: service.id,
    region: service.region === 'none' ? '' : (options.region ?? firstRegion(service.cloud)),
    group: '',
    environment: '',
    inputs: inputsFrom(values, service),
    purchase: purchaseOf(options.buys),
    prices: {},
    tags: {},
    note: '',
  }
  const empty = newWorkbook('quote', service.name, context.book.asOf)
  const settings = new Map([['settings', { ...empty.settings.get('settings')!, rounding: options.rounding }]])
  const workbook = { ...empty, settings, components: new Map([[component.id, component]]) }
  return { service, component: estimate(workbook, context).components[0]! }
}

export function serviceNamed(id: string, context: Context): ServiceDeclaration {
  const found = context.services.get(id)
  if (found !== undefined) return found
  const ids = [...context.services.keys()]
  const near = ids.find((known) => known.endsWith(`.${id}`)) ?? nearest(id, ids)
  throw new CommandFault([
    `${id}: There is no such service. ${near === null ? 'List them with: skytally services' : `Did you mean ${near}? List all with: skytally services`}`,
  ])
}

function inputsFrom(values: readonly string[], service: ServiceDeclaration): Component['inputs'] {
  const inputs = new Map<string, string>()
  for (const value of values) {
    const [name, text] = inputOf(value, service)
    if (inputs.has(name))
      throw new CommandFault([
        `${value}: The input "${name}" is given twice, first as ${name}=${inputs.get(name) ?? ''}. Leave one of them out.`,
      ])
    inputs.set(name, text)
  }
  return Object.fromEntries(inputs)
}

function inputOf(text: string, service: ServiceDeclaration): [string, string] {
  const equals = text.indexOf('=')
  const name = text.slice(0, Math.max(0, equals))
  if (equals < 0) throw new CommandFault([`${text}: An input is written name=value. ${inputsOf(service)}`])
  if (Object.hasOwn(service.inputs, name)) return [name, text.slice(equals + 1)]
  const near = nearest(name, Object.keys(service.inputs))
  throw new CommandFault([
    `${text}: ${service.name} has no input "${name}". ${near === null ? inputsOf(service) : `Did you mean ${near}?`}`,
  ])
}

function inputsOf(service: ServiceDeclaration): string {
  return `Its inputs are ${Object.keys(service.inputs).join(', ')}.`
}

function purchaseOf(text: string | undefined): Component['purchase'] {
  if (text === undefined) return []
  const shares = readPurchase(text)
  if (shares === null)
    throw new CommandFault([
      `--buys ${text}: This way of buying cannot be read. Write for example "1y no-upfront 50%", "3y all-upfront" or "spot 80%".`,
    ])
  return shares
}

export function quoteJson(component: ComponentEstimate, rounding: Rounding, context: Context) {
  return {
    currency: 'USD',
    rounding,
    priceBook: { id: context.book.id, asOf: context.book.asOf, hash: context.book.hash },
    ...componentJson(component),
    problems: faults(component),
  }
}

/** The arithmetic as one would write it with a pencil. */
export function quoteText(service: ServiceDeclaration, component: ComponentEstimate, context: Context): string {
  const place = component.region === '' ? '' : ` in ${component.region}`
  const lines = [`${service.name}${place}, prices ${context.book.id}`, '']
  for (const charge of component.charges) lines.push(...chargeLines(charge), '')
  const monthly = knownMonthly(component)
  const extra = component.unknown + component.problems > 0 ? ' + what is not known' : ''
  lines.push(monthly === null ? 'Monthly not known' : `Monthly ${money(monthly)}${extra}`)
  if (component.discount > 0) lines.push(`List ${money(component.list)}, saved ${money(component.discount)}`)
  if (component.discount < 0) lines.push(`List ${money(component.list)}, ${money(-component.discount)} above list`)
  if (component.upfront !== 0) lines.push(`Upfront ${money(component.upfront)}, spread over the term above`)
  lines.push(...rowFaults(component))
  return lines.join('\n')
}

/** Everything that is wrong with the row, each once. */
export function faults(component: ComponentEstimate): string[] {
  const ofRow = rowFaults(component)
  const ofCharges = component.charges.flatMap(({ label, problem }) =>
    problem === undefined || ofRow.some((said) => said.includes(problem.message))
      ? []
      : [`Error: ${label}: ${problem.message} ${problem.fix}`],
  )
  return [...ofRow, ...ofCharges]
}

function rowFaults(component: ComponentEstimate): string[] {
  return [
    ...component.issues.map(({ message, fix }) => `Error: ${message} ${fix}`),
    ...component.inputs.flatMap((input) =>
      input.value.kind === 'problem' ? [`Error: ${input.label}: ${input.value.problem.message} ${input.value.problem.fix}`] : [],
    ),
  ]
}

function chargeLines(charge: ChargeEstimate): string[] {
  if (charge.problem !== undefined) return [`${charge.label}: error. ${charge.problem.message} ${charge.problem.fix}`]
  if (charge.unknown !== undefined) return [`${charge.label}: not known. ${charge.unknown.message} ${charge.unknown.fix}`]
  const lines = [
    `${charge.label}  ${money(charge.cost ?? 0)}`,
    `  ${charge.formula} = ${charge.working} = ${printQuantity(charge.quantity ?? 0, charge.unit)}`,
  ]
  const monthHours = (charge.profile ?? []).reduce((sum, { hours }) => sum + hours, 0)
  for (const { hours, working, quantity } of charge.profile ?? []) {
    const rate = `${working} = ${printQuantity(quantity, charge.unit)}`
    const share = printQuantity((quantity * hours) / monthHours, charge.unit)
    lines.push(`    in ${printQuantity(hours, 'hour')} of the month at ${rate} a month: ${share}`)
  }
  for (const tier of charge.tiers) {
    const upTo = Number.isFinite(tier.to) ? ` (up to ${printQuantity(tier.to, charge.unit)})` : ''
    const free = tier.free === true ? 'free allowance: ' : ''
    lines.push(
      `  ${free}${printQuantity(tier.quantity, charge.unit)} × ${printPrice(tier.price, 'USD', 'en-US')} = ${money(tier.cost)}${charge.tiers.length > 1 ? upTo : ''}`,
    )
  }
  for (const discount of charge.discounts) lines.push(...discountLines(discount, charge))
  if (charge.price !== null)
    lines.push(`  ${charge.price.sku}, ${charge.price.asOf}, ${charge.price.source}${charge.price.derived ? ', derived' : ''}`)
  return lines
}

function discountLines(
  { label, share, amount, hourly, price, utilisation, unused, notes = [] }: DiscountLine,
  charge: ChargeEstimate,
): string[] {
  const taken = amount < 0 ? `+ ${money(-amount)}` : `− ${money(amount)}`
  if (hourly === undefined) return [`  ${taken} ${label} (${printPercent(share, 'en-US')})`]
  const covered = printQuantity((charge.quantity ?? 0) * share, charge.unit)
  const idle =
    unused === undefined || unused === 0 ? [] : [`    ${money(unused)} of it not used (${printPercent(utilisation ?? 1, 'en-US')} used)`]
  const source = price === undefined ? [] : [`    ${price.sku}, ${price.asOf}, ${price.source}${price.derived ? ', derived' : ''}`]
  return [
    `  ${taken} ${label}: ${covered} at ${printPrice(hourly, 'USD', 'en-US')} instead`,
    ...idle,
    ...source,
    ...notes.map((note) => `    Note: ${note}`),
  ]
}

function money(amount: number): string {
  return printMoney(amount, 'USD', 'en-US')
}
