import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import { hyperformula } from './hyperformula.ts'
import { measure } from './measure.ts'
import type { Measured, Rounds } from './measure.ts'
import { makeModel } from './model.ts'
import { ours } from './ours.ts'
import { straight } from './straight.ts'

/** Rows, and how often each act is repeated: often enough for a median, seldom enough for one coffee. */
const runs: readonly { readonly size: number; readonly rounds: Rounds }[] = [
  { size: 1000, rounds: { a: 9, b: 303, c: 1503 } },
  { size: 10_000, rounds: { a: 5, b: 45, c: 303 } },
  { size: 100_000, rounds: { a: 3, b: 9, c: 21 } },
]

type Run = { readonly size: number; readonly straight: Measured; readonly ours: Measured; readonly peer: Measured }
type Bar = { readonly name: string; readonly bar: number; readonly reached: number }

const sizes = process.argv.slice(2).map(Number)
const wanted = runs.filter(({ size }) => sizes.length === 0 || sizes.includes(size))
const book = openBook(readFileSync(path.resolve('pricing/catalog/data', bundledBookName)))
const results = wanted.map(({ size, rounds }) => runAt(size, rounds))
const missed = results.flatMap((run) =>
  printRun(
    run,
    results.find(({ size }) => size * 10 === run.size),
  ),
)
console.log(missed.length === 0 ? 'Every bar is met.' : `Not met: ${missed.join(' · ')}`)

function runAt(size: number, rounds: Rounds): Run {
  const model = makeModel(size)
  // By turns with the loop that is its limit; another engine's memory would be in the way of both.
  const [limit, own] = measure([straight, ours(book)], model, rounds) as [Measured, Measured]
  const [peer] = measure([hyperformula], model, rounds) as [Measured]
  const run = { size, straight: limit, ours: own, peer }
  for (const other of [run.ours, run.peer]) expectSameTotals(run.straight, other)
  return run
}

/** Engines that disagree are not worth timing. */
function expectSameTotals(expected: Measured, actual: Measured): void {
  for (const [at, total] of expected.totals.entries()) {
    const difference = Math.abs(actual.totals[at]! / total - 1)
    if (!(difference < 1e-9)) throw new Error(`The totals differ: ${total} and ${actual.totals[at]}`)
  }
}

/** Prints a size's table; answers the names of the bars it misses. */
function printRun(run: Run, smaller: Run | undefined): string[] {
  console.log(`\n${run.size.toLocaleString('en-US')} rows, milliseconds (medians)`)
  console.log(
    `  ${'engine'.padEnd(14)}${'A build'.padStart(12)}${'B driver'.padStart(12)}${'C cell'.padStart(12)}${'heap MB'.padStart(12)}`,
  )
  for (const [name, measured] of [
    ['straight loop', run.straight],
    ['Skytally', run.ours],
    ['HyperFormula', run.peer],
  ] as const) {
    const figures = [measured.a, measured.b, measured.c, measured.heapMb].map((value) => value.toFixed(value < 10 ? 3 : 1).padStart(12))
    console.log(`  ${name.padEnd(14)}${figures.join('')}`)
  }
  const bars = barsOf(run, smaller)
  for (const { name, bar, reached } of bars)
    console.log(`  ${reached <= bar ? 'met   ' : 'MISSED'} ${name}: ${reached.toFixed(3)} (bar ${bar.toFixed(3)})`)
  return bars.filter(({ bar, reached }) => reached > bar).map(({ name }) => `${name} at ${run.size}`)
}

function barsOf({ straight: limit, ours: own, peer }: Run, smaller: Run | undefined): Bar[] {
  const bars = [
    { name: 'A of HyperFormula', bar: 1 / 8, reached: own.a / peer.a },
    { name: 'B of the straight loop', bar: 8, reached: own.b / limit.b },
    { name: 'B of HyperFormula', bar: 1 / 25, reached: own.b / peer.b },
    { name: 'C of the straight loop', bar: 0.25, reached: own.c / limit.c },
    { name: 'C of HyperFormula', bar: 1 / 10, reached: own.c / peer.c },
    { name: 'heap of HyperFormula', bar: 1 / 2, reached: own.heapMb / peer.heapMb },
  ]
  if (smaller === undefined) return bars
  return [
    ...bars,
    { name: 'A grows from a tenth of the rows by', bar: 12, reached: own.a / smaller.ours.a },
    { name: 'B grows from a tenth of the rows by', bar: 12, reached: own.b / smaller.ours.b },
  ]
}
