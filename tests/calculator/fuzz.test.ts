import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Calculator, ComponentEstimate, Estimate, Money, PoolEstimate, Recalculated } from '#pricing/calculator/types.ts'
import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { randomFrom } from '#tests/bench/random.ts'
import { context } from './book.ts'
import { randomEdit } from './random-edits.ts'
import { isSame } from './same.ts'

const rounds = 20
const editsInARound = 500

/** Kinds of values that the edits came by. */
const seen = new Set<string>()

describe('the incremental calculator', () => {
  it.each(Array.from({ length: rounds }, (_, index) => index + 1))(
    `gives the plain one's figures after each of ${editsInARound} random edits, seed %i`,
    (seed) => {
      const random = randomFrom(seed)
      let inMonth = { ...context, month: seed % 3 }
      let ids = 0
      let workbook = newWorkbook('fuzz', 'Fuzz', '2026-11-01')
      const calculator = createCalculator(workbook, inMonth)
      let before: ReadonlyMap<Id, ComponentEstimate> = new Map()
      for (let edit = 0; edit < editsInARound; edit += 1) {
        const changes = randomEdit(workbook, random, () => `id${(ids += 1)}`)
        workbook = apply(workbook, changes)
        if (random() < 0.05) inMonth = { ...context, month: Math.floor(random() * 4) }
        const recalculated = calculator.apply(changes, workbook, { month: inMonth.month })
        const where = `seed ${seed}, edit ${edit}: ${JSON.stringify(changes.map((change) => change.after))}`
        const plain = estimate(workbook, inMonth)
        expectSame(figures(calculator, workbook), plainFigures(plain, workbook), where)
        for (const component of plain.components) {
          const isToBeRead = edit % 50 === 0 || isReached(component, before.get(component.id), recalculated)
          if (isToBeRead) expectSame(calculator.explain(component.id), component, where)
        }
        before = new Map(plain.components.map((component) => [component.id, component]))
        if (edit % 5 === 0) for (const kind of kindsIn(plain)) seen.add(kind)
      }
    },
    120_000,
  )

  it('gives the figures of a fresh one after every edit, however it came there', () => {
    const random = randomFrom(4711)
    let ids = 0
    let workbook = newWorkbook('fuzz', 'Fuzz', '2026-11-01')
    const calculator = createCalculator(workbook, context)
    for (let edit = 0; edit < 300; edit += 1) {
      const changes = randomEdit(workbook, random, () => `id${(ids += 1)}`)
      workbook = apply(workbook, changes)
      calculator.apply(changes, workbook)
      const fresh = createCalculator(workbook, context)
      expectSame(figures(calculator, workbook), figures(fresh, workbook), `edit ${edit}`)
    }
  })

  it('meets every kind of value in these edits', () => {
    const wanted = [
      'number',
      'unknown empty',
      'unknown no-price',
      '#CYCLE!',
      '#NAME?',
      '#UNIT!',
      '#DIV/0!',
      '#NUM!',
      '#SYNTAX!',
      '#REF!',
      'reserved',
      'tiers',
      'negotiated',
      'sustained',
      'sustained with others',
      'own price',
      'own price for none',
      'free',
      'shared',
      'shared in steps',
      'shared with one nobody knows',
      'cycle through a shared price',
      'beyond what is known',
      'by the hour',
      'shared by the hour',
      'schedule by the hour',
      'schedule with a warning',
      'wrong in an hour',
      'covered',
      'covered by the hour',
      'commitment in part unused',
      'commitment without rates',
    ]
    // Where the rounds above were left out, edits of its own.
    for (let seed = 7; seed < 15 && wanted.some((kind) => !seen.has(kind)); seed += 1) for (const kind of kindsOf(seed)) seen.add(kind)
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([])
  }, 120_000)
})

/** What a run of random edits comes by, looked at now and then. */
function kindsOf(seed: number): ReadonlySet<string> {
  const random = randomFrom(seed)
  const found = new Set<string>()
  let ids = 0
  let workbook = newWorkbook('fuzz', 'Fuzz', '2026-11-01')
  for (let edit = 0; edit < 3000; edit += 1) {
    workbook = apply(
      workbook,
      randomEdit(workbook, random, () => `id${(ids += 1)}`),
    )
    if (edit % 5 > 0) continue
    for (const kind of kindsIn(estimate(workbook, context))) found.add(kind)
  }
  return found
}

/** Whether an edit may have changed a row's explanation: the calculator computed the row, or the plain one explains it otherwise. */
function isReached(component: ComponentEstimate, before: ComponentEstimate | undefined, { everything, components }: Recalculated): boolean {
  return everything || components.has(component.id) || !isSame(component, before)
}

/** The same as `toEqual`, which takes ten times as long where nothing differs. */
function expectSame(actual: unknown, expected: unknown, where: string): void {
  expect(isSame(actual, expected) ? expected : actual, where).toEqual(expected)
}

function figures(calculator: Calculator, workbook: Workbook) {
  return {
    total: calculator.total(),
    groups: [...calculator.subtotals('group')],
    rows: rows(workbook.components).map((row) => [row.name, calculator.row(row.id)]),
    drivers: rows(workbook.drivers).map((driver) => [driver.name, calculator.driver(driver.id)]),
    schedules: rows(workbook.schedules).map((schedule) => [schedule.name, calculator.schedule(schedule.id)]),
    commitments: calculator.commitments(),
    budgets: calculator.budgets(),
  }
}

function plainFigures(plain: Estimate, workbook: Workbook): ReturnType<typeof figures> {
  return {
    total: plain.total,
    groups: [...plain.groups],
    rows: plain.components.map((row) => [row.name, moneyIn(row)]),
    drivers: rows(workbook.drivers).map((driver) => [driver.name, plain.drivers.get(driver.id)!]),
    schedules: rows(workbook.schedules).map((schedule) => [schedule.name, plain.schedules.get(schedule.id)!]),
    commitments: plain.commitments,
    budgets: [...plain.budgets],
  }
}

function moneyIn({ list, discount, negotiated, monthly, upfront, unknown, problems }: Money): Money {
  return { list, discount, negotiated, monthly, upfront, unknown, problems }
}

function* kindsIn(plain: Estimate): Iterable<string> {
  for (const value of plain.drivers.values()) yield value.kind === 'problem' ? value.problem.code : value.kind
  for (const { value, warnings } of plain.schedules.values()) {
    if (value.kind === 'number' && value.hours !== undefined) yield 'schedule by the hour'
    if (warnings.length > 0) yield 'schedule with a warning'
  }
  for (const charge of plain.components.flatMap((component) => component.charges)) {
    if (charge.unknown !== undefined) yield `unknown ${charge.unknown.reason}`
    if (charge.problem !== undefined) yield charge.problem.code
    if (charge.profile !== undefined && charge.cost !== null) yield 'by the hour'
    if (charge.profile !== undefined && charge.pool !== undefined && charge.cost !== null) yield 'shared by the hour'
    if (charge.problem?.message.startsWith('In the hour of') === true) yield 'wrong in an hour'
    if (charge.discounts.some(({ label }) => label.startsWith('Covered by')))
      yield charge.profile === undefined ? 'covered' : 'covered by the hour'
    if (charge.discounts.some(({ utilisation }) => utilisation !== undefined)) yield 'reserved by the hour'
    if (charge.discounts.some(({ notes }) => notes !== undefined)) yield 'interrupted spot'
    if (charge.discounts.some(({ label, amount }) => label === 'Not used by any row' && amount < 0)) yield 'commitment in part unused'
    if (charge.unknown?.message.startsWith('The price book has no') === true) yield 'commitment without rates'
    if (charge.discounts.some(({ label }) => label.startsWith('Reserved'))) yield 'reserved'
    if (charge.tiers.length > 1) yield 'tiers'
    if (charge.negotiated !== 0) yield 'negotiated'
    if (charge.discounts.some(({ kind, amount }) => kind === 'sustained' && amount > 0)) yield 'sustained'
    if (charge.discounts.some(({ kind, notes }) => kind === 'sustained' && notes !== undefined)) yield 'sustained with others'
    if (charge.own !== undefined) yield 'own price'
    if (charge.own?.unknown !== undefined && charge.cost !== null) yield 'own price for none'
    if (charge.tiers.some(({ free }) => free === true)) yield 'free'
    if (charge.pool !== undefined && charge.cost !== null) yield* sharedKinds(charge.pool)
    if (charge.problem?.message.includes('the shared price of') === true) yield 'cycle through a shared price'
    if (charge.unknown?.message.startsWith('The book knows this price only up to') === true) yield 'beyond what is known'
  }
}

function* sharedKinds(pool: PoolEstimate): Iterable<string> {
  yield 'shared'
  if (pool.tiers.length > 1) yield 'shared in steps'
  if (pool.unknown > 0) yield 'shared with one nobody knows'
}
