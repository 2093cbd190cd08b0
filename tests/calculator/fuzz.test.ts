import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Calculator, Estimate, Money, PoolEstimate } from '#pricing/calculator/types.ts'
import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { randomFrom } from '#tests/bench/random.ts'
import { context } from './book.ts'
import { randomEdit } from './random-edits.ts'

const rounds = 20
const editsInARound = 500

describe('the incremental calculator', () => {
  it.each(Array.from({ length: rounds }, (_, index) => index + 1))(
    `gives the plain one's figures after each of ${editsInARound} random edits, seed %i`,
    (seed) => {
      const random = randomFrom(seed)
      const inMonth = { ...context, month: seed % 3 }
      let ids = 0
      let workbook = newWorkbook('fuzz', 'Fuzz', '2026-11-01')
      const calculator = createCalculator(workbook, inMonth)
      for (let edit = 0; edit < editsInARound; edit += 1) {
        const changes = randomEdit(workbook, random, () => `id${(ids += 1)}`)
        workbook = apply(workbook, changes)
        calculator.apply(changes, workbook)
        const where = `seed ${seed}, edit ${edit}: ${JSON.stringify(changes.map((change) => change.after))}`
        const plain = estimate(workbook, inMonth)
        expect(figures(calculator, workbook), where).toEqual(plainFigures(plain, workbook))
        if (edit % 5 === 0) expectExplained(calculator, plain, where)
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
      expect(figures(calculator, workbook)).toEqual(figures(fresh, workbook))
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
    const seen = new Set<string>()
    for (let seed = 7; seed < 15 && wanted.some((kind) => !seen.has(kind)); seed += 1) for (const kind of kindsOf(seed)) seen.add(kind)
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([])
  }, 120_000)
})

/** What a run of random edits comes by, looked at now and then. */
function kindsOf(seed: number): ReadonlySet<string> {
  const random = randomFrom(seed)
  const seen = new Set<string>()
  let ids = 0
  let workbook = newWorkbook('fuzz', 'Fuzz', '2026-11-01')
  for (let edit = 0; edit < 3000; edit += 1) {
    workbook = apply(
      workbook,
      randomEdit(workbook, random, () => `id${(ids += 1)}`),
    )
    if (edit % 5 > 0) continue
    for (const kind of kindsIn(estimate(workbook, context))) seen.add(kind)
  }
  return seen
}

/** Explanations are read from the figures just compared: every fifth is enough. */
function expectExplained(calculator: Calculator, plain: Estimate, where: string): void {
  for (const component of plain.components) expect(calculator.explain(component.id), where).toEqual(component)
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
