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
import { excelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import type { ExcelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import { writeExcel } from '#pricing/export/xlsx/write.ts'
import { randomFrom } from '#tests/bench/random.ts'
import { randomEdit } from '#tests/calculator/random-edits.ts'
import { context } from '#tests/calculator/book.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'
import { office, recalculated, withoutOffice } from './office.ts'
import type { Opened } from './office.ts'
import { unzipped, zipped } from './zip.ts'

const sheetsRead = ['Summary', 'Components']
const randomWorkbooks = 200
const changedDrivers = 3

/** A workbook as it was exported, and as it is after the same drivers were changed in it and in the file. */
type Case = { readonly name: string; readonly changed: Workbook; readonly bytes: Uint8Array }

/** It takes minutes: asked for by `SKYTALLY_RECALCULATE=1 npx vitest run tests/export`. */
const isAsked = process.env['SKYTALLY_RECALCULATE'] === '1'

describe.skipIf(office === null || !isAsked)(
  `Excel files recalculated by LibreOffice${office === null ? ` (${withoutOffice})` : ''}`,
  () => {
    it('come to the engine’s figures for every example, after three drivers were changed', async () => {
      const files = readdirSync('examples').filter((file) => file.endsWith('.skytally'))
      const cases = files.map((file, index) => {
        const workbook = workbookAt(`examples/${file}`)
        return caseOf(file, workbook, editsOf(workbook, index))
      })
      expectEngineFigures(await Promise.all(cases))
    }, 600_000)

    it(`come to the engine’s figures for ${randomWorkbooks} random workbooks, after three drivers were changed`, async () => {
      const cases: Case[] = []
      for (let seed = 1; cases.length < randomWorkbooks; seed += 1) {
        const workbook = randomWorkbook(seed)
        const edits = editsOf(workbook, seed)
        if (edits.length === changedDrivers && isLive(workbook)) cases.push(await caseOf(`random${seed}`, workbook, edits))
      }
      expectEngineFigures(cases)
    }, 600_000)
  },
)

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

/** Whether every figure of the export follows from others: what is worked out hour by hour is a value, and says so. */
function isLive(workbook: Workbook): boolean {
  const cells = excelWorkbook(reportsOf(workbook), meta).sheets.flatMap(({ lines }) => lines.flat())
  return !cells.some((cell) => typeof cell === 'string' && cell.includes('the value is fixed'))
}

/** Types other numbers into drivers of the file, and makes the same changes in the workbook it was made of. */
async function caseOf(name: string, workbook: Workbook, edits: readonly Edit[]): Promise<Case> {
  const exported = excelWorkbook(reportsOf(workbook), meta)
  const files = unzipped(await writeExcel(exported))
  const path = `xl/worksheets/sheet${exported.sheets.findIndex((sheet) => sheet.name === 'Drivers') + 1}.xml`
  let xml = files.get(path)!.toString('utf8')
  for (const { before, number } of edits) {
    const line = lineOf(exported, before.name)
    xml = xml.replace(new RegExp(`<c r="B${line}"[^>]*>.*?</c>`), `<c r="B${line}"><v>${number}</v></c>`)
  }
  files.set(path, Buffer.from(xml))
  const changes = edits.map(({ before, value }): Change => ({ table: 'drivers', id: before.id, before, after: { ...before, value } }))
  return { name: `${name.replace(/\W/g, '_')}.xlsx`, changed: apply(workbook, changes), bytes: zipped(files) }
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
  const wrong = cases.flatMap(({ name, changed }) => differences(opened.get(name)!, changed).map((difference) => `${name}: ${difference}`))
  expect(wrong).toEqual([])
}

/** What the file has otherwise than the engine. */
function differences(opened: Opened, workbook: Workbook): string[] {
  const reports = reportsOf(workbook)
  const found: string[] = []
  const expectClose = (what: string, actual: string | undefined, expected: number) => {
    if (actual === undefined || !(Math.abs(Number(actual) - expected) < 0.01 + Math.abs(expected) * 1e-9))
      found.push(`${what}: ${actual}, not ${expected}`)
  }
  const [header = [], ...lines] = opened.get('Components')!
  const [scenarioAt, idAt, monthlyAt] = [
    header.indexOf('Scenario'),
    header.indexOf('Id'),
    header.findIndex((title) => title.startsWith('Monthly')),
  ]
  for (const [index, { estimate, scenario }] of reports.entries()) {
    const own = lines.filter((line) => scenarioAt < 0 || line[scenarioAt] === scenario)
    for (const { id, name, monthly } of estimate.components)
      expectClose(`${scenario} ${name}`, own.find((line) => line[idAt] === id)?.[monthlyAt], monthly)
    const [, , monthly, , list, , upfront, unknown, errors] = opened.get('Summary')![index + 1]!
    const { total } = estimate
    expectClose(`${scenario} monthly`, monthly, total.monthly)
    expectClose(`${scenario} list`, list, total.list)
    expectClose(`${scenario} upfront`, upfront, total.upfront)
    expectClose(`${scenario} not known or in error`, String(Number(unknown) + Number(errors)), total.unknown + total.problems)
  }
  return found
}
