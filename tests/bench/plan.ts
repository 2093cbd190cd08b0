import { readFileSync } from 'node:fs'
import path from 'node:path'
import { commitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import type { PlanWish } from '#pricing/analysis/commitment-plan.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import { servicesOf } from '#pricing/services/registry.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import { design } from '#tests/purchase/large-design.ts'
import { median, timed } from './measure.ts'
import { naivePlan } from './naive-plan.ts'

/** Milliseconds in which a plan and a forecast have to be answered. */
const bar = 1000
const horizon = { months: 36, annualRate: 0 }

searched(168)
searched(8760)
planned('a workbook of 500 rows, from its file of prices to the answer', workbookOf(awsRow(false)), 0)
planned('the same with a fifth of the rows that may go to spot', workbookOf(awsRow(true)), 0.7)
planned('500 Google machines with sustained use', workbookOf(googleRow), 0)
planned('500 rows that grow, over 36 months', growing(workbookOf(awsRow(false))), 0)
forecasted(growing(workbookOf(awsRow(false))))

/** The search alone, beside the straight way on the same usage and the plans that are paid at once for three years. */
function searched(hours: number): void {
  const { lines, offers } = design(500, hours)
  const found = optimise(lines, offers, horizon)
  const ours = median(Array.from({ length: 5 }, () => timed(() => optimise(lines, offers, horizon))))
  const few = offers.filter(({ term, payment, precedence }) => term === '3y' && payment === 'all-upfront' && precedence > 1)
  const start = performance.now()
  const naive = naivePlan(lines, few)
  const straight = performance.now() - start
  console.log(`\n500 rows × ${hours.toLocaleString('en-US')} hours, ${offers.length} offers, milliseconds`)
  console.log(
    `  Skytally       ${ours.toFixed(0).padStart(8)}   ${percent(found.cost, found.uncommitted)} of the cost without, at most ${gap(found)} dearer than the best`,
  )
  console.log(
    `  straight loop  ${straight.toFixed(0).padStart(8)}   ${percent(naive.cost, found.uncommitted)}, by pricing ${naive.tried} plans of ${few.length} offers`,
  )
  console.log(`  ${(ours / straight).toFixed(3)} of the straight loop, at ${(found.cost / naive.cost).toFixed(4)} of its cost`)
  print('a plan', ours)
}

/** All that the worker does when a plan is asked for. */
function planned(title: string, workbook: Workbook, spotShare: number): void {
  const bytes = readFileSync(path.resolve('pricing/catalog/data', bundledBookName))
  const wish: PlanWish = { terms: ['1y', '3y'], payments: ['no-upfront', 'all-upfront'], spotShare, horizon }
  const context = { book: openBook(bytes), services: servicesOf(workbook) }
  const first = timed(() => commitmentPlan(workbook, { ...context, book: openBook(bytes) }, wish))
  const again = median(Array.from({ length: 5 }, () => timed(() => commitmentPlan(workbook, { ...context, book: openBook(bytes) }, wish))))
  console.log(`\n${title}, milliseconds: ${first.toFixed(0)} the first time, then ${again.toFixed(0)}`)
  print('a plan', first)
}

function forecasted(workbook: Workbook): void {
  const bytes = readFileSync(path.resolve('pricing/catalog/data', bundledBookName))
  const context = { book: openBook(bytes), services: servicesOf(workbook) }
  const took = timed(() => forecast(workbook, context, 60))
  console.log(`\na forecast of the same over 60 months, milliseconds: ${took.toFixed(0)}`)
  print('a forecast', took)
}

type Made = Pick<Component, 'service' | 'region' | 'inputs' | 'tags'>

function awsRow(hasSpot: boolean): (at: number) => Made {
  const sizes = [
    'm5.large',
    'm5.xlarge',
    'c5.large',
    'c5.2xlarge',
    'r5.large',
    'm6i.large',
    'c6i.xlarge',
    'r6i.xlarge',
    't3.large',
    'm7g.large',
  ]
  const places = ['us-east-1', 'eu-west-1', 'ap-southeast-1']
  return (at) => {
    const [from, to] = [6 + (at % 6), 14 + (at % 8)].map((hour) => String(hour).padStart(2, '0'))
    const week = `Mon-Fri ${from}-${to} = ${2 + (at % 9)}, Sat-Sun 10-16 = ${1 + (at % 3)}, else ${1 + (at % 2)}`
    return {
      service: 'aws.ec2',
      region: places[at % 3]!,
      inputs: { size: sizes[at % sizes.length]!, count: at % 4 === 0 ? String(1 + (at % 7)) : week },
      tags: hasSpot && at % 5 === 0 ? { interruptible: 'yes' } : {},
    }
  }
}

function googleRow(at: number): Made {
  const sizes = ['n1-standard-2', 'n2-standard-4', 'n1-highmem-4', 'e2-standard-2']
  const count = `Mon-Fri 0${at % 9}-18 = ${(at % 7) + 1}, else ${at % 3}`
  return { service: 'google.compute-engine', region: 'us-central1', inputs: { size: sizes[at % 4]!, count }, tags: {} }
}

function workbookOf(made: (at: number) => Made): Workbook {
  const blank = { environment: '', purchase: [], prices: {}, note: '' }
  const component = (at: number): Component => ({ id: `c${at}`, order: at, name: `row ${at}`, group: `g${at % 6}`, ...blank, ...made(at) })
  const components = new Map(Array.from({ length: 500 }, (_, at) => [`c${at}`, component(at)]))
  return { ...newWorkbook('plan', 'Plan', '2026-11-01'), components }
}

/** Every fixed count follows a driver that grows by 2 % a month. */
function growing(workbook: Workbook): Workbook {
  const n: Driver = { id: 'n', order: 1, name: 'n', value: '10', unit: '', growth: '2%' }
  const grown = (one: Component): Component => {
    const { count = '' } = one.inputs
    return /^\d+$/.test(count) ? { ...one, inputs: { ...one.inputs, count: `=n * ${count}` } } : one
  }
  const components = new Map(Array.from(workbook.components, ([id, one]) => [id, grown(one)]))
  return { ...workbook, drivers: new Map([['n', n]]), components }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(3)} %`
}

function gap({ cost, bound }: { readonly cost: number; readonly bound: number }): string {
  return `${(100 * (1 - bound / cost)).toExponential(1)} %`
}

function print(what: string, reached: number): void {
  console.log(`  ${reached <= bar ? 'met   ' : 'MISSED'} ${what} within: ${reached.toFixed(0)} (bar ${bar})`)
}
