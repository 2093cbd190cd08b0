import { newWorkbook, settingsOf } from '#shared/document/empty.ts'
import type { Component, Driver, Settings, Workbook } from '#shared/document/types.ts'

/** A row with what the test says of it; its name is its id unless given. */
export function row(more: Partial<Component> & Pick<Component, 'service'>): Component {
  const id = more.id ?? 'row'
  return {
    id,
    order: 0,
    name: id,
    region: '',
    group: '',
    environment: '',
    inputs: {},
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

/** A workbook of these rows and drivers in this order. */
export function book(components: readonly Component[], settings: Partial<Settings> = {}, drivers: readonly Driver[] = []): Workbook {
  const empty = newWorkbook('book', 'Test', '2026-11-01')
  return {
    ...empty,
    settings: new Map([['settings', { ...settingsOf(empty), ...settings }]]),
    components: new Map(components.map((one, at) => [one.id, { ...one, order: at + 1 }])),
    drivers: new Map(drivers.map((one, at) => [one.id, { ...one, order: at + 1 }])),
  }
}
