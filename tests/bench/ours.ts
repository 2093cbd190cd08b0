import { createCalculator } from '#pricing/calculator/calculator.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Budget, Component, Driver, UserService, Workbook } from '#shared/document/types.ts'
import { derived, driverNames, firstBound, secondBound } from './model.ts'
import type { Model, ModelRow } from './model.ts'
import type { Peer } from './peer.ts'

/** Skytally: the model's rows stand on a service the workbook declares itself, every figure typed as text. */
export function ours(book: Context['book']): Peer {
  return {
    name: 'Skytally',
    prepare(model) {
      const start = workbookOf(model)
      return {
        build() {
          let workbook = start
          const calculator = createCalculator(workbook, { book, services: new Map() })
          const total = () => calculator.total().monthly
          total()
          const edit = (change: Change) => {
            workbook = applied(workbook, change)
            calculator.apply([change], workbook)
            calculator.budgets()
            return total()
          }
          return {
            total,
            setDriver(index, value) {
              const before = workbook.drivers.get(`d${index}`)!
              return edit({ table: 'drivers', id: before.id, before, after: { ...before, value: String(value) } })
            },
            setLeast(row, least) {
              const before = workbook.components.get(`c${row}`)!
              const inputs = { ...before.inputs, count: countText({ ...model.rows[row]!, least }) }
              return edit({ table: 'components', id: before.id, before, after: { ...before, inputs } })
            },
            free: () => {},
          }
        },
      }
    },
  }
}

/** The calculator is measured, not the copying of the workbook: the table is changed in place. */
function applied(workbook: Workbook, change: Change): Workbook {
  if (change.table !== 'components' || change.after === null) return apply(workbook, [change])
  if (workbook.components instanceof Map) workbook.components.set(change.id, change.after)
  return workbook
}

function workbookOf(model: Model): Workbook {
  const empty = newWorkbook('bench', 'Bench', '2026-11-01')
  const budget: Budget = { id: 'b', order: 1, scope: 'total', monthly: model.budget, warnAt: '80%' }
  return {
    ...empty,
    drivers: byId(driverNames.map((_, index) => driverOf(model, index))),
    services: byId([service]),
    components: byId(model.rows.map(componentOf)),
    budgets: byId([budget]),
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

function driverOf(model: Model, index: number): Driver {
  const follows = derived.find(({ driver }) => driver === index)
  const terms = follows?.terms.map(([source, factor]) => (source === null ? factor : `${driverNames[source]} * ${factor}`))
  return {
    id: `d${index}`,
    order: index,
    name: driverNames[index]!,
    value: terms === undefined ? String(model.drivers[index]) : `=${terms.join(' + ')}`,
    unit: '',
  }
}

function componentOf(row: ModelRow, index: number): Component {
  const [price1, price2, price3] = row.prices.map(String) as [string, string, string]
  return {
    id: `c${index}`,
    order: index,
    name: row.name,
    service: 'user.model',
    region: '',
    group: `g${row.group}`,
    environment: '',
    inputs: {
      count: countText(row),
      hours: row.isBusinessHours ? `=52 * ${row.days} * ${row.hoursPerDay} / 12` : '730',
      usage: `=${driverNames[row.driver]} * ${row.usagePerUnit.toFixed(12)} + ${row.usageBase}`,
      price: String(row.price),
      price1,
      price2,
      price3,
      commitShare: String(row.commitShare),
      commitDiscount: String(row.commitDiscount),
      spotShare: String(row.spotShare),
      spotDiscount: String(row.spotDiscount),
    },
    purchase: [],
    prices: {},
    tags: {},
    note: '',
  }
}

function countText(row: ModelRow): string {
  const name = driverNames[row.driver]
  switch (row.kind) {
    case 0:
      return `=ceil(${name} / ${row.size}) + ${row.least}`
    case 1:
      return `=max(${row.least}, round(${name} / ${row.size}))`
    case 2:
      return `=if(${name} > ${row.threshold}, ceil(${name} / ${row.size}), ${row.least})`
    default:
      return `=floor(${name} * 1.2 / ${row.size}) + ${row.least}`
  }
}

const service: UserService = {
  id: 'model',
  order: 1,
  name: 'Model',
  category: 'compute',
  inputs: Object.fromEntries(
    ['count', 'hours', 'usage', 'price', 'price1', 'price2', 'price3', 'commitShare', 'commitDiscount', 'spotShare', 'spotDiscount'].map(
      (id) => [id, { label: id, unit: '' }],
    ),
  ),
  charges: {
    compute: {
      label: 'Compute',
      unit: 'hour',
      quantity: 'count * hours',
      price: [{ price: 'price' }],
      discount: 'commitShare * commitDiscount + spotShare * spotDiscount',
    },
    usage: {
      label: 'Usage',
      unit: 'GB',
      quantity: 'usage',
      price: [{ upTo: String(firstBound), price: 'price1' }, { upTo: String(secondBound), price: 'price2' }, { price: 'price3' }],
    },
  },
}
