import { rows } from '#shared/document/rows.ts'
import type { Component } from '#shared/document/types.ts'
import type { Cloud, SizeInput } from '#pricing/services/declare.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import { printPrice } from '#shared/money/print.ts'
import { machineParts } from '../machine-parts.ts'
import { workspace } from '../store.ts'
import type { CellPlace } from '../types.ts'
import { regionsFor } from './regions.ts'
import type { Choice } from './suggest.ts'
import { inputAt } from './text.ts'

/** What a cell can be chosen from, or null where anything can be typed. */
export function choicesAt(place: CellPlace): readonly Choice[] | null {
  const { workbook, services } = workspace.getState()
  const component = workbook?.components.get(place.row)
  if (!component) return null
  const { column } = place
  if (column === 'service')
    return [...services.values()].map(({ name, category, cloud, summary, keywords }) => ({
      value: name,
      detail: category,
      words: `${cloud} ${category} ${summary} ${(keywords ?? []).join(' ')}`,
    }))
  if (column === 'region') return regionChoices(component)
  if (column === 'buys') return purchases
  if (column === 'group' || column === 'environment') return used((row) => row[column])
  return inputChoices(component, place)
}

const purchases: readonly Choice[] = [
  { value: 'On demand', detail: 'list price', words: '' },
  { value: '1y no upfront', detail: 'reserved', words: 'ri' },
  { value: '1y partial upfront', detail: 'reserved', words: 'ri' },
  { value: '1y all upfront', detail: 'reserved', words: 'ri' },
  { value: '3y no upfront', detail: 'reserved', words: 'ri' },
  { value: '3y partial upfront', detail: 'reserved', words: 'ri' },
  { value: '3y all upfront', detail: 'reserved', words: 'ri' },
  { value: 'Spot', detail: 'can be taken back', words: 'preemptible' },
]

function used(of: (row: Component) => string): readonly Choice[] {
  const { workbook } = workspace.getState()
  const values = new Set(workbook ? rows(workbook.components).map(of) : [])
  values.delete('')
  return [...values].map((value) => ({ value, detail: '', words: '' }))
}

function regionChoices(component: Component): readonly Choice[] {
  const { book, services } = workspace.getState()
  const service = services.get(component.service)
  return book && service ? regionsFor(component, service, book) : []
}

function inputChoices(component: Component, place: CellPlace): readonly Choice[] | null {
  const found = inputAt(component, place.column, workspace.getState().services)
  if (found?.input.kind === 'choice')
    return Object.entries(found.input.options).map(([key, label]) => ({ value: label, detail: '', words: key }))
  return found?.input.kind === 'size' ? sizeChoices(component, found.input) : null
}

function sizeChoices(component: Component, { sizes }: SizeInput): readonly Choice[] {
  const { book } = workspace.getState()
  if (!book) return []
  const offered = sizesOf(sizes, book, component.region)
  return offered.map((value) => ({
    value,
    detail: sizes.from === 'compute' ? sizeDetail(sizes.cloud, value, component.region) : '',
    words: '',
  }))
}

/** `2 vCPU · 4 GiB · $0.0416/h`; the price is left out where the book has none. */
function sizeDetail(cloud: Cloud, size: string, region: string): string {
  const { book } = workspace.getState()
  const found = book?.size(cloud, size)
  const price = book?.compute(cloud, size, region, 'on-demand')
  const parts = found ? machineParts(found, String) : []
  return [...parts, ...(price?.ok === true ? [`${printPrice(price.value.hourly, 'USD', workspace.getState().locale)}/h`] : [])].join(' · ')
}
