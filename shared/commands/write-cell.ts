import { LIMITS } from '#shared/document/limits.ts'
import type { Component } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { fieldOf } from './columns.ts'
import type { SheetColumn } from './columns.ts'
import { readPurchase } from './purchase-text.ts'
import { isRefusal, refuse } from './refusal.ts'
import { readTags } from './tags-text.ts'
import type { InputShape, Refusal, ServiceShape, ServiceShapes } from './types.ts'

/**
 * A row with one cell written: the same row when nothing changes, a refusal when the text does not fit. An empty text
 * clears; what cannot be empty answers with a refusal that `isClearing` lets the caller pass over.
 */
export function writeCell(row: Component, column: SheetColumn, typed: string, services: ServiceShapes): Component | Refusal {
  const service = services.get(row.service)
  const field = fieldOf(column, service)
  const text = typed.trim()
  if (text.length > LIMITS.text) return refuse('too-long', refusals.tooLong(row.name, LIMITS.text))
  switch (field.kind) {
    case 'figure':
      return refuse('computed', refusals.computed())
    case 'nothing':
      return text === '' ? row : refuse('not-there', refusals.notThere(row.name, service?.name ?? row.service, columnWord(column)))
    case 'name':
      return text === '' ? refuse('needs-name', refusals.needsName()) : put(row, 'name', text)
    case 'service':
      return text === '' ? refuse('needs-service', refusals.needsService()) : writeService(row, text, services)
    case 'buys': {
      const purchase = readPurchase(text)
      return purchase === null ? refuse('bad-purchase', refusals.badPurchase(text)) : { ...row, purchase }
    }
    case 'tags': {
      const tags = readTags(text)
      return isRefusal(tags) ? tags : { ...row, tags }
    }
    case 'input':
      return writeInput(row, field.input, text, service?.inputs[field.input])
    case 'region':
    case 'group':
    case 'environment':
    case 'note':
      return put(row, field.kind, text)
  }
}

function put(row: Component, field: 'name' | 'region' | 'group' | 'environment' | 'note', text: string): Component {
  return row[field] === text ? row : { ...row, [field]: text }
}

function columnWord(column: SheetColumn): string {
  return column.startsWith('input:') ? column.slice('input:'.length) : column
}

/** An empty input takes the service's default again, or is unknown. */
function writeInput(row: Component, input: string, text: string, shape: InputShape | undefined): Component | Refusal {
  if (text === '') {
    const { [input]: cleared, ...inputs } = row.inputs
    return cleared === undefined ? row : { ...row, inputs }
  }
  const value = shape?.kind === 'choice' ? readOption(text, shape.options) : text
  if (value === null)
    return refuse('no-option', refusals.noOption(text, shape?.label ?? input, shape?.kind === 'choice' ? Object.values(shape.options) : []))
  return row.inputs[input] === value ? row : { ...row, inputs: { ...row.inputs, [input]: value } }
}

/** The option's key, from the key or the label a person sees. */
function readOption(text: string, options: Readonly<Record<string, string>>): string | null {
  const wanted = text.toLowerCase()
  return Object.entries(options).find(([key, label]) => key.toLowerCase() === wanted || label.toLowerCase() === wanted)?.[0] ?? null
}

/** Another service for a row, by id or name. Inputs of like names stay, and so does the count under another name. */
export function writeService(row: Component, text: string, services: ServiceShapes): Component | Refusal {
  const wanted = text.toLowerCase()
  const service =
    services.get(text) ?? [...services.values()].find((one) => one.id.toLowerCase() === wanted || one.name.toLowerCase() === wanted)
  if (service === undefined) {
    const near = [...services.values()].filter((one) => one.name.toLowerCase().includes(wanted)).map((one) => one.name)
    return refuse('no-service', refusals.noService(text, near))
  }
  if (service.id === row.service) return row
  return {
    ...row,
    service: service.id,
    region: service.region === 'none' ? '' : row.region,
    inputs: carried(row, services.get(row.service), service),
    // They are prices of the other service's charges.
    prices: {},
  }
}

function carried(row: Component, from: ServiceShape | undefined, to: ServiceShape): Component['inputs'] {
  const like = Object.entries(row.inputs).filter(([name, text]) => fits(text, from?.inputs[name], to.inputs[name]))
  const count = from?.columns?.count
  const toCount = to.columns?.count
  const counted = count === undefined || toCount === undefined ? undefined : row.inputs[count]
  return { ...(counted === undefined || toCount === undefined ? {} : { [toCount]: counted }), ...Object.fromEntries(like) }
}

function fits(text: string, from: InputShape | undefined, to: InputShape | undefined): boolean {
  if (to === undefined || (from !== undefined && from.kind !== to.kind)) return false
  return to.kind !== 'choice' || readOption(text, to.options) !== null
}
