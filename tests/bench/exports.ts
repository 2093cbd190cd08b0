import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import { services } from '#pricing/services/registry.ts'
import { plainForm } from '#pricing/export/csv/form.ts'
import { rowsCsv } from '#pricing/export/csv/rows-csv.ts'
import { report } from '#pricing/export/report.ts'
import type { Report } from '#pricing/export/report.ts'
import { excelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import { writeExcel } from '#pricing/export/xlsx/write.ts'
import { writtenByHucre } from './hucre.ts'
import { median } from './measure.ts'

const rows = 10_000
const rounds = 5
const meta = { at: '2026-11-22T10:00:00Z', by: 'Skytally bench' }

/** Four kinds of rows, as a large design has them: machines bought in two ways, volumes, objects in a shared price, a plain amount. */
const kinds: readonly ((at: number) => Pick<Component, 'service' | 'region' | 'inputs' | 'purchase'>)[] = [
  (at) => ({
    service: 'aws.ec2',
    region: 'us-east-1',
    inputs: { size: 't3.medium', count: `=ceil(users / ${1000 + at})` },
    purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '60%' }],
  }),
  (at) => ({
    service: 'aws.ebs',
    region: 'us-east-1',
    inputs: { type: 'gp3', storage: `${100 + (at % 900)} GB`, count: '2' },
    purchase: [],
  }),
  () => ({
    service: 'aws.s3',
    region: 'us-east-1',
    inputs: { stored: '=users * payload', putRequests: '=users', getRequests: '=users * 10' },
    purchase: [],
  }),
  (at) => ({ service: 'general.flat', region: '', inputs: { monthly: String(10 + (at % 90)) }, purchase: [] }),
]

function designOf(): Workbook {
  const drivers: readonly Driver[] = [
    { id: 'users', order: 0, name: 'users', value: '250000', unit: 'users' },
    { id: 'payload', order: 1, name: 'payload', value: '2', unit: 'MB' },
  ]
  const components = Array.from({ length: rows }, (_, at): Component => {
    const kind = kinds[at % kinds.length]!(at)
    const common = { id: `c${at}`, order: at, name: `component-${at}`, group: `Group ${at % 12}`, environment: 'prod' }
    return { ...common, ...kind, prices: {}, tags: { team: `t${at % 7}` }, note: '' }
  })
  return {
    ...newWorkbook('bench', 'Bench', '2026-11-01'),
    drivers: new Map(drivers.map((driver) => [driver.id, driver])),
    components: new Map(components.map((component) => [component.id, component])),
  }
}

/** Measures the exports of a design of 10,000 rows. */
async function exportsBench(): Promise<void> {
  const context: Context = { book: openBook(readFileSync(path.resolve('pricing/catalog/data', bundledBookName))), services }
  const reports: readonly [Report] = [report({ name: 'Base', workbook: designOf(), lineage: [] }, context)]
  const made = excelWorkbook(reports, meta)
  const cells = made.sheets.reduce(
    (sum, { lines }) => sum + lines.reduce((count, line) => count + line.filter((cell) => cell !== null).length, 0),
    0,
  )
  const whole = await medianOf(() => writeExcel(excelWorkbook(reports, meta)))
  const writing = await medianOf(writtenByHucre(made))
  const csv = await medianOf(async () => rowsCsv(reports, meta, { columns: 'all', form: plainForm, about: true }))
  console.log(
    `\nExports of ${rows.toLocaleString('en-US')} rows, milliseconds (medians); the Excel file has ${cells.toLocaleString('en-US')} cells`,
  )
  const bars = [
    { name: 'Excel, formulas and file', reached: whole, bar: 2000 },
    { name: 'Excel of hucre writing the same cells', reached: whole / writing, bar: 1.5 },
    { name: 'CSV, all columns', reached: csv, bar: 300 },
  ]
  for (const { name, reached, bar } of bars)
    console.log(`  ${reached <= bar ? 'met   ' : 'MISSED'} ${name}: ${reached.toFixed(reached < 10 ? 2 : 0)} (bar ${bar})`)
  if (bars.some(({ reached, bar }) => reached > bar)) process.exitCode = 1
}

async function medianOf(act: () => Promise<unknown>): Promise<number> {
  await act()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return median(times)
}

await exportsBench()
