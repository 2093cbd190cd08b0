import type { ServiceFacts } from '#shared/document/environments.ts'
import type { Workbook } from '#shared/document/types.ts'
import { readCell } from '#shared/formula/index.ts'
import { quoteName } from '#shared/formula/rename.ts'
import { isMonthHours, looksWeekly } from '#pricing/calculator/weeks.ts'
import type { Input, ServiceDeclaration } from './declare.ts'
import { servicesOf } from './registry.ts'

const known = new WeakMap<ServiceDeclaration, ServiceFacts>()

/** What environments' rules have to know of a service; the same declaration gives the same object. */
export function factsOf(service: string, workbook: Pick<Workbook, 'services'>): ServiceFacts {
  const declaration = servicesOf(workbook).get(service)
  if (declaration === undefined) return unknownService
  const found = known.get(declaration) ?? factsIn(declaration)
  known.set(declaration, found)
  return found
}

/** Filed under `other`, as in the calculators. */
const unknownService: ServiceFacts = { category: 'other', base: (_, text) => text.replace(/^=/, '') }

function factsIn({ category, inputs }: ServiceDeclaration): ServiceFacts {
  return {
    category,
    base: (id, text) => {
      const input = Object.hasOwn(inputs, id) ? inputs[id] : undefined
      return input === undefined ? '' : operand(input, text === '' ? (input.default ?? '') : text)
    },
  }
}

/** A whole month in use: a share typed by itself into a field of hours is one of this, a share in a formula is a plain number. */
const WHOLE = '24 h/day'

/** What a cell holds, as a part of a formula that comes to the same in that cell. */
function operand(input: Input, text: string): string {
  const written = text.replace(/^=/, '')
  if (input.kind !== 'number' || written === '') return written
  const isHours = isMonthHours(input.field)
  if (looksWeekly(text)) return `schedule(${quoteName(text)})${isHours ? ` * ${WHOLE}` : ''}`
  const cell = readCell(text)
  return isHours && cell.kind === 'literal' && cell.percent === true ? `${written} * ${WHOLE}` : written
}
