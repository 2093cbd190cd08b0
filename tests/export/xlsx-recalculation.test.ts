import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Driver, Workbook } from '#shared/document/types.ts'
import { isPlain, isReservedName, unitField } from '#shared/formula/index.ts'
import type { Value } from '#shared/formula/types.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { notKnown } from '#pricing/export/xlsx/unknown.ts'
import { letter } from '#pricing/export/xlsx/sheet.ts'
import { excelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import type { ExcelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import { writeExcel } from '#pricing/export/xlsx/write.ts'
import { randomFrom } from '#tests/bench/random.ts'
import { randomEdit } from '#tests/calculator/random-edits.ts'
import { context } from '#tests/calculator/book.ts'
import { staleCells } from './cells.ts'
import { branches, driverLine } from './kit-branches.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'
import { office, recalculated, withoutOffice } from './office.ts'
import type { Opened } from './office.ts'
import { unzipped, zipped } from './zip.ts'

const addedUp = ['Subtotals', 'Budgets', 'Comparison']
const sheetsRead = ['Summary', 'Components', ...addedUp]
const changedDrivers = 3

/** Some in every run; two hundred, each also as it was exported, take minutes: `SKYTALLY_RECALCULATE=1 npx vitest run tests/export`. */
const isAsked = process.env['SKYTALLY_RECALCULATE'] === '1'
const randomWorkbooks = isAsked ? 200 : 15

/** Of all rows whose figures Excel is asked for, those that must follow: the others say that a value of theirs is fixed. */
const leastFollowing = 0.9

/**
 * A workbook as it was exported, and as it is after the same drivers were changed in it and in the file. `stale`: cells of the file that
 * rest on a value that says it is fixed, and would be another one now.
 */
type Case = { readonly name: string; readonly changed: Workbook; readonly bytes: Uint8Array; readonly stale: ReadonlySet<string> }

describe.skipIf(office === null)(`Excel files recalculated by LibreOffice${office === null ? ` (${withoutOffice})` : ''}`, () => {
  it(
    `come to the engine’s figures for every example and ${randomWorkbooks} random workbooks, after three drivers were changed`,
    async () => {
      const cases: Case[] = []
      for (const [index, file] of readdirSync('examples')
        .filter((name) => name.endsWith('.skytally'))
        .entries()) {
        const workbook = workbookAt(`examples/${file}`)
        if (isAsked) cases.push(await caseOf(file, workbook, []))
        cases.push(await caseOf(`changed ${file}`, workbook, editsOf(workbook, index)))
      }
      for (let seed = 1, found = 0; found < randomWorkbooks; seed += 1) {
        const workbook = randomWorkbook(seed)
        const edits = editsOf(workbook, seed)
        if (edits.length < changedDrivers) continue
        found += 1
        if (isAsked) cases.push(await caseOf(`random${seed}`, workbook, []))
        cases.push(await caseOf(`changed random${seed}`, workbook, edits))
      }
      cases.push(await branchesCase())
      expectEngineFigures(cases)
    },
    isAsked ? 600_000 : 300_000,
  )
})

function randomWorkbook(seed: number): Workbook {
  const random = randomFrom(seed)
  let ids = 0
  let workbook = newWorkbook('random', `Random ${seed}`, '2026-11-01')
  for (let edit = 0; edit < 60; edit += 1)
    workbook = apply(
      workbook,
      randomEdit(workbook, random, () => `id${(ids += 1)}`),
    )
  return workbook
}

/** Types other numbers into drivers of the file, and makes the same changes in the workbook it was made of. */
async function caseOf(name: string, workbook: Workbook, edits: readonly Edit[]): Promise<Case> {
  const exported = excelWorkbook(reportsOf(workbook), meta)
  const changes = edits.map(({ before, value }): Change => ({ table: 'drivers', id: before.id, before, after: { ...before, value } }))
  const changed = apply(workbook, changes)
  const lines = edits.map(({ before }) => lineOf(exported, before.name))
  const typed = new Set(lines.map((line) => `Drivers!B${line}`))
  const stale = edits.length === 0 ? new Set<string>() : staleCells(exported, excelWorkbook(reportsOf(changed), meta), typed)
  const numbers = new Map(edits.map(({ number }, at) => [`B${lines[at]}`, number]))
  return { name: `${name.replace(/\W/g, '_')}.xlsx`, changed, bytes: await typedOverIn(exported, numbers), stale }
}

/** The file with these numbers typed into cells of the sheet Drivers. */
async function typedOverIn(exported: ExcelWorkbook, numbers: ReadonlyMap<string, number>): Promise<Uint8Array> {
  const files = unzipped(await writeExcel(exported))
  const path = `xl/worksheets/sheet${exported.sheets.findIndex((sheet) => sheet.name === 'Drivers') + 1}.xml`
  let xml = files.get(path)!.toString('utf8')
  for (const [cell, number] of numbers) xml = xml.replace(new RegExp(`<c r="${cell}"[^>]*>.*?</c>`), `<c r="${cell}"><v>${number}</v></c>`)
  files.set(path, Buffer.from(xml))
  return zipped(files)
}

/** A branch of a branch, and one that holds what the base says, after both the base and the branch were typed over. */
async function branchesCase(): Promise<Case> {
  const exported = excelWorkbook(reportsOf(branches('4', '8')), meta)
  const changed = branches('5', '9')
  const place = (scenario: string) => `C${driverLine(exported, scenario, 'instances')}`
  const numbers = new Map([
    [place('Base'), 5],
    [place('Reserved'), 9],
  ])
  const typed = new Set([...numbers.keys()].map((cell) => `Drivers!${cell}`))
  const stale = staleCells(exported, excelWorkbook(reportsOf(changed), meta), typed)
  return { name: 'branches.xlsx', changed, bytes: await typedOverIn(exported, numbers), stale }
}

/** A number typed over a driver in Excel, and the text that means the same in the app. */
type Edit = { readonly before: Driver; readonly number: number; readonly value: string }

/** Up to three drivers that formulas can name and whose cell takes a plain number without another unit. */
function editsOf(workbook: Workbook, seed: number): readonly Edit[] {
  const random = randomFrom(seed + 1000)
  const { drivers } = estimate(workbook, context)
  const all = rows(workbook.drivers)
  const edits = all.flatMap((before): Edit[] => {
    const number = Math.round(random() * (random() < 0.3 || before.unit === '%' ? 100 : 4000)) / 100
    const isNamed = all.filter(({ name }) => name === before.name).length === 1 && !isReservedName(before.name)
    const value = isNamed ? typedOver(before, drivers.get(before.id)!, number) : null
    return value === null ? [] : [{ before, number, value }]
  })
  return edits.toSorted(() => random() - 0.5).slice(0, changedDrivers)
}

function lineOf({ sheets }: ExcelWorkbook, driver: string): number {
  return sheets.find(({ name }) => name === 'Drivers')!.lines.findIndex((line, at) => at > 0 && line[0] === driver) + 2
}

/** What the app would take where a number is typed into the driver's cell in Excel; null where that would change its unit. */
function typedOver({ value, unit }: Driver, now: Value, number: number): string | null {
  const [, literalUnit] = /^[\d.,]+\s*([A-Za-z]+)?$/.exec(value) ?? []
  if (unitField(unit) !== null || value === '') return String(number)
  if (literalUnit !== undefined && literalUnit !== 'USD') return `${number} ${literalUnit}`
  return now.kind === 'number' && isPlain(now.dimension) ? String(number) : null
}

function expectEngineFigures(cases: readonly Case[]): void {
  const opened = recalculated(new Map(cases.map(({ name, bytes }) => [name, bytes])), sheetsRead)
  const count: Count = { following: 0, rows: 0 }
  const wrong = cases.flatMap((one) => {
    const sheets = opened.get(one.name)!
    return [...differences(sheets, one, count), ...otherSums(sheets, one)].map((difference) => `${one.name}: ${difference}`)
  })
  expect(wrong).toEqual([])
  expect(count.following / count.rows).toBeGreaterThan(leastFollowing)
}

/**
 * What the sheets that add up or compare rows have otherwise than a file of the changed workbook; sheets that have other lines then are left out. What
 * Excel calls an error the app may call unknown, so that counts are told apart in the total only.
 */
function otherSums(opened: Opened, { changed, stale }: Case): string[] {
  return excelWorkbook(reportsOf(changed), meta)
    .sheets.filter(
      ({ name, lines }) =>
        addedUp.includes(name) && opened.get(name)!.filter((line) => line.some((text) => text !== '')).length - 1 === lines.length,
    )
    .flatMap(({ name, lines, columns }) =>
      lines.flatMap((line, row) =>
        line.flatMap((cell, column) => {
          const address = `${letter(column)}${row + 2}`
          const isCount = columns[column]!.look === 'count'
          if (typeof cell !== 'object' || cell === null || isCount || stale.has(`${name}!${address}`)) return []
          const actual = opened.get(name)![row + 1]![column]!
          const isSame = typeof cell.value === 'number' ? isClose(numberIn(actual), cell.value) : sameText(actual, cell.value)
          return isSame ? [] : [`${name}!${address}: ${actual}, not ${cell.value}`]
        }),
      ),
    )
}

/** LibreOffice numbers some of the errors that Excel calls #VALUE!. */
function sameText(actual: string, expected: string): boolean {
  return actual === expected || (expected === '#VALUE!' && actual.startsWith('Err:'))
}

/** Shares are written as percentages. */
function numberIn(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
}

function isClose(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) < 0.01 + Math.abs(expected) * 1e-9
}

type Count = { following: number; rows: number }

/** What the file has otherwise than the engine; where a row rests on a value that is said to be fixed, only its place in the sums is looked at. */
function differences(opened: Opened, { changed, stale }: Case, count: Count): string[] {
  const found: string[] = []
  const expectClose = (what: string, actual: string | undefined, expected: number, isAnyKnown = true) => {
    if (!isAnyKnown) {
      if (actual !== notKnown) found.push(`${what}: ${actual}, and nothing of it is known`)
    } else if (actual === undefined || actual === '' || !isClose(Number(actual), expected))
      found.push(`${what}: ${actual}, not ${expected}`)
  }
  const [header, ...lines] = opened.get('Components') ?? []
  if (header === undefined) return ['LibreOffice wrote nothing of it']
  const place = (title: string) => header.findIndex((one) => one.startsWith(title))
  const at = { scenario: place('Scenario'), id: place('Id'), monthly: place('Monthly'), list: place('List') }
  const isStale = (cells: readonly string[]) => cells.some((cell) => stale.has(cell))
  for (const [index, { estimate: priced, scenario }] of reportsOf(changed).entries()) {
    const own = lines.flatMap((line, row) =>
      line[at.id] !== undefined && (at.scenario < 0 || line[at.scenario] === scenario) ? [{ line, row }] : [],
    )
    for (const component of priced.components) {
      const { id, name, monthly, list } = component
      const { line, row } = own.find(({ line: one }) => one[at.id] === id)!
      count.rows += 1
      if (isStale(header.map((_, column) => `Components!${letter(column)}${row + 2}`))) continue
      count.following += 1
      expectClose(`${scenario} ${name}`, line[at.monthly], monthly, isKnown(component))
      expectClose(`${scenario} ${name} at list`, line[at.list], list, isKnown(component))
    }
    const [, , monthly, , list, , upfront, unknown, errors] = opened.get('Summary')![index + 1]!
    const added = (column: number) => own.reduce((sum, { line }) => sum + (line[column] === notKnown ? 0 : Number(line[column])), 0)
    expectClose(`${scenario} monthly of its rows`, monthly === notKnown ? '0' : monthly, added(at.monthly))
    expectClose(`${scenario} list of its rows`, list === notKnown ? '0' : list, added(at.list))
    if (isStale('CEGHI'.split('').map((column) => `Summary!${column}${index + 2}`))) continue
    const { total } = priced
    expectClose(`${scenario} monthly`, monthly, total.monthly, isKnown(total))
    expectClose(`${scenario} list`, list, total.list, isKnown(total))
    expectClose(`${scenario} upfront`, upfront, total.upfront, isKnown(total))
    expectClose(`${scenario} not known or in error`, String(Number(unknown) + Number(errors)), total.unknown + total.problems)
  }
  return found
}
