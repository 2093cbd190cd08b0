import { firstRegion } from '#pricing/catalog/regions.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import { textTable } from '#pricing/export/table.ts'

/** Every service, a line each. */
export function servicesText(services: Iterable<ServiceDeclaration>): string {
  return textTable(
    [
      { title: 'Id', align: 'left' },
      { title: 'Service', align: 'left' },
      { title: 'Category', align: 'left' },
    ],
    Array.from(services, ({ id, name, category }) => [id, name, category]),
  )
}

/** One service with its inputs and charges, and how to ask for a quote. */
export function serviceText(service: ServiceDeclaration): string {
  const inputs = Object.entries(service.inputs).map(([id, input]) => [id, takes(input), input.default ?? '(none)', input.help])
  const charges = Object.values(service.charges).map((charge) => [charge.label, charge.quantity, charge.unit])
  return [
    `${service.name} (${service.id})`,
    service.summary,
    ...(service.source === '' ? [] : [service.source]),
    '',
    textTable([left('Input'), left('Takes'), left('Default'), left('')], inputs),
    '',
    textTable([left('Charge'), left('Quantity'), left('Unit')], charges),
    '',
    `skytally quote ${service.id}${service.region === 'none' ? '' : ` --region ${firstRegion(service.cloud)}`} ${example(service)}`.trimEnd(),
  ].join('\n')
}

export function serviceJson(service: ServiceDeclaration) {
  const { id, name, cloud, category, source, summary, region = 'required', inputs, derived = {}, charges } = service
  return { id, name, cloud, category, source, summary, region, inputs, derived, charges }
}

function left(title: string): { readonly title: string; readonly align: 'left' } {
  return { title, align: 'left' }
}

function takes(input: Input): string {
  if (input.kind === 'number') return input.field.unit === '' ? 'number' : input.field.unit
  return input.kind === 'choice' ? Object.keys(input.options).join(' | ') : 'size'
}

function example(service: ServiceDeclaration): string {
  return Object.entries(service.inputs)
    .filter(([, input]) => input.default === undefined)
    .map(([id]) => `${id}=…`)
    .join(' ')
}
