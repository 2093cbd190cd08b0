import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Charge, Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import { hasPrices } from '#pricing/services/rate-keys.ts'

/** The reference page of all services, made from their declarations; the book says which of them it does not price at all. */
export function servicesPage(services: ReadonlyMap<string, ServiceDeclaration>, book: PriceBook): string {
  const all = [...services.values()]
  const unpriced = all.filter((one) => one.cloud !== 'general' && !hasPrices(one, book))
  return `# Services

Made from the declarations in \`pricing/services\` by \`node build/run.mjs build/services-doc.ts\`; edit those, not this page.

A quantity is a formula over the inputs, each a plain number in its unit; \`hours_in_month\` are the hours of the workbook's month.
An input without a default is unknown until somebody types it, and so is what depends on it. In prices, \`{name}\` stands for the value
of that input. Prices marked "typed" are those you give on the row.

${table(
  ['Service', 'Id', 'Category'],
  all.map((one) => [`[${one.name}](#${anchor(one.name)})`, code(one.id), one.category]),
)}

## Declared, without any bundled price

These are declared as their vendor defines them, but the bundled book has no price of any of their charges. Their usage is unknown, never
nothing, until a price is typed on the row or comes with an imported book.

${unpriced.map((one) => `- [${one.name}](#${anchor(one.name)}) ${code(one.id)}`).join('\n')}

${all.map(section).join('\n\n')}
`
}

function section(service: ServiceDeclaration): string {
  const derived = Object.entries(service.derived ?? {})
  const figures =
    derived.length === 0
      ? []
      : [
          table(
            ['Figure', 'Formula'],
            derived.map(([id, formula]) => [code(id), code(formula)]),
          ),
        ]
  return [
    `## ${service.name}`,
    `${code(service.id)} · ${service.summary} [Prices](${service.source})`,
    table(['Input', 'Unit', 'Default', ''], Object.entries(service.inputs).map(inputRow)),
    ...figures,
    table(['Charge', 'Per', 'Quantity', 'Price'], Object.values(service.charges).map(chargeRow)),
  ].join('\n\n')
}

function inputRow([id, input]: [string, Input]): string[] {
  return [code(id), unitOf(input), input.default === undefined ? '' : code(input.default), input.help]
}

function unitOf(input: Input): string {
  if (input.kind === 'choice') return Object.keys(input.options).map(code).join(', ')
  if (input.kind === 'size') return 'a size of the price book'
  const { unit, per, dimension } = input.field
  const of = dimension.money === 0 ? unit : 'money'
  return [of, per === null ? '' : `a ${per}`].filter((part) => part !== '').join(' ')
}

function chargeRow(charge: Charge): string[] {
  const when = Object.entries(charge.when ?? {}).map(([input, values]) => `, when ${input} is ${values.join(' or ')}`)
  const quantity = charge.tiersPer === undefined ? code(charge.quantity) : `${code(charge.quantity)}, graded per ${code(charge.tiersPer)}`
  return [charge.label + when.join(''), charge.unit, quantity, priceOf(charge)]
}

function priceOf(charge: Charge): string {
  if ('typed' in charge)
    return `typed: ${charge.typed.map((tier) => code(tier.price) + (tier.upTo === undefined ? '' : ` up to ${code(tier.upTo)}`)).join(', ')}`
  if ('compute' in charge) return `hourly price of ${code(charge.compute)}`
  return (typeof charge.rate === 'string' ? [charge.rate] : charge.rate).map(code).join(', else ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

/** The anchor that a heading gets when the page is shown. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')
}
