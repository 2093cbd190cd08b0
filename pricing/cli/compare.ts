import path from 'node:path'
import { settingsOf } from '#shared/document/empty.ts'
import { FILE_EXTENSION } from '#shared/document/file.ts'
import type { Workbook } from '#shared/document/types.ts'
import { printMoney, printPercent } from '#shared/money/index.ts'
import { compare, MOST_SUBJECTS } from '#pricing/analysis/comparison.ts'
import type { ComparedCell, ComparedSubject, Comparison, Subject } from '#pricing/analysis/comparison.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import type { Effects } from '#pricing/analysis/effects.ts'
import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { Context, Money } from '#pricing/calculator/types.ts'
import { csvText } from '#pricing/export/csv/csv.ts'
import { CommandFault, faultLine } from './fault.ts'
import { contextFor, loadWorkbook } from './load.ts'
import type { BookChoice } from './load.ts'
import { availabilityText, downtimeText } from '#pricing/export/availability-text.ts'
import { budgetJson } from '#pricing/export/json.ts'
import { budgetLine } from '#pricing/export/price-text.ts'
import { scenarioNamed } from './scenarios.ts'
import { markdownTable, textTable } from '#pricing/export/table.ts'
import type { Column } from '#pricing/export/table.ts'

const locale = 'en-US'

/**
 * What `skytally compare FILE A B …` compares: scenarios of the file by name, or other workbooks by their path; the first is the
 * baseline. They must be of one currency, because a difference of amounts in two currencies says nothing.
 */
export async function comparedDesigns(file: string, names: readonly string[], choice: BookChoice): Promise<Comparison> {
  if (names.length < 2 || names.length > MOST_SUBJECTS)
    throw new CommandFault([
      faultLine(
        file,
        '',
        `Between 2 and ${MOST_SUBJECTS} designs can be compared, not ${names.length}.`,
        'Name them after the file: Base "Reserved 3 years".',
      ),
    ])
  const document = await loadWorkbook(file)
  const context = contexts(choice)
  const subjects = await Promise.all(names.map((name) => subject(file, document, name, context)))
  const [first, ...others] = subjects.map(({ workbook }) => settingsOf(workbook).currency.code)
  const odd = others.findIndex((code) => code !== first)
  if (odd >= 0)
    throw new CommandFault([
      faultLine(file, '', `“${names[0]}” is in ${first}, “${names[odd + 1]}” in ${others[odd]}.`, 'Compare designs of one currency.'),
    ])
  return compare(subjects, 0)
}

/** Designs of one book share its context: it is read once. */
function contexts(choice: BookChoice): (file: string, workbook: Workbook) => Promise<Context> {
  const read = new Map<string, Promise<Context>>()
  return (file, workbook) => {
    const book = choice.book ?? settingsOf(workbook).priceBook.id
    const known = read.get(book) ?? contextFor(file, workbook, choice)
    read.set(book, known)
    return known
  }
}

async function subject(file: string, document: Workbook, name: string, contextOf: ReturnType<typeof contexts>): Promise<Subject> {
  if (!name.endsWith(FILE_EXTENSION)) return { ...scenarioNamed(file, document, name), context: await contextOf(file, document) }
  const other = await loadWorkbook(name)
  const { workbook } = scenarioNamed(name, other, 'Base')
  return { name: path.basename(name, FILE_EXTENSION), workbook, context: await contextOf(name, other) }
}

/** One table: rows, then subtotals of effects and budgets, for a terminal. */
export function compareText(comparison: Comparison): string {
  const print = printer(comparison)
  const effectsOf = effectLines(comparison, print)
  const standings = standingsOf(comparison, print)
  return [textTable(columnsOf(comparison), tableLines(comparison)), '', ...effectsOf, ...standings].join('\n').trimEnd()
}

/** Why each design differs from the baseline, a line each. */
function effectLines({ subjects, baseline }: Comparison, print: (amount: number) => string): string[] {
  const base = subjects[baseline]
  return subjects.flatMap((one) => (one.effects === null || base === undefined ? [] : [effectsLine(one, base, one.effects, print)]))
}

/** How each design stands to its budgets, and how available it is. */
function standingsOf({ subjects }: Comparison, print: (amount: number) => string): string[] {
  return subjects.flatMap(({ name, budgets, availability }) => {
    const share = availabilityText(availability, locale)
    const available = share === null ? [] : [`${name}: available ${share} of the time, ${downtimeText(availability, locale) ?? ''}`]
    return [...budgets.map((budget) => `${name}: ${budgetLine(budget, print)}`), ...available]
  })
}

/** The same for a pull request. */
export function compareMarkdown(comparison: Comparison): string {
  const print = printer(comparison)
  const effectsOf = effectLines(comparison, print).map((line) => `- ${line}`)
  const standings = standingsOf(comparison, print).map((line) => `- ${line}`)
  return [markdownTable(columnsOf(comparison), tableLines(comparison)), '', ...effectsOf, ...standings].join('\n').trimEnd()
}

/** One line a row and design, full-precision figures, empty where a row is not part of a design. */
export function compareCsv({ rows, subjects }: Comparison): string {
  const header = ['id', 'component', 'group', 'design', 'monthly', 'difference', 'ratio', ...effectKinds, 'currency', 'unknown']
  const lines = rows.flatMap((row) =>
    subjects.map((one, index) => {
      const cell = row.cells[index]
      const cause = row.effects[index] ?? null
      return [
        { text: row.id },
        { text: row.name },
        { text: row.group },
        { text: one.name },
        cell?.monthly ?? null,
        cell?.difference ?? null,
        cell?.ratio ?? null,
        ...effectKinds.map((kind) => cause?.[kind] ?? null),
        { text: one.currency },
        cell?.unknown ?? null,
      ]
    }),
  )
  return csvText(header, lines)
}

export function compareJson({ baseline, subjects, rows }: Comparison) {
  return {
    currency: subjects[0]?.currency ?? 'USD',
    baseline: subjects[baseline]?.name ?? null,
    designs: subjects.map(({ name, priceBook, total, difference, ratio, effects, groups, budgets, availability }) => ({
      name,
      priceBook,
      monthly: known(total, total.monthly),
      list: known(total, total.list),
      upfront: known(total, total.upfront),
      unknown: leftOut(total),
      difference,
      ratio,
      effects,
      groups: Object.fromEntries(Array.from(groups, ([group, money]) => [group, known(money, money.monthly)])),
      budgets: budgets.map(budgetJson),
      availability,
    })),
    rows: rows.map(({ id, name, group, cells, effects }) => ({
      id,
      name,
      group,
      cells: cells.map((cell, index) => ({ ...cell, effects: effects[index] ?? null })),
    })),
  }
}

function columnsOf({ subjects, baseline }: Comparison): readonly Column[] {
  return [
    { title: 'Component', align: 'left' },
    ...subjects.flatMap(({ name }, index): Column[] =>
      index === baseline
        ? [{ title: name, align: 'right' }]
        : [
            { title: name, align: 'right' },
            { title: 'Difference', align: 'right' },
          ],
    ),
  ]
}

function tableLines(comparison: Comparison): string[][] {
  const print = printer(comparison)
  const line = (title: string, cells: readonly ComparedCell[]) => [
    title,
    ...cells.flatMap((cell, index) => {
      const missing = cell.unknown > 0 ? 'unknown' : '–'
      const amount = cell.monthly === null ? missing : print(cell.monthly) + (cell.unknown > 0 ? ' +?' : '')
      return index === comparison.baseline ? [amount] : [amount, difference(cell, cells[comparison.baseline]?.unknown ?? 0, print)]
    }),
  ]
  const totals = comparison.subjects.map(({ total, difference: of, ratio }) => ({
    monthly: known(total, total.monthly),
    unknown: leftOut(total),
    difference: of,
    ratio,
  }))
  return [...comparison.rows.map(({ name, cells }) => line(name === '' ? '(no name)' : name, cells)), line('Total', totals)]
}

/** An amount of money of which nothing may be known: null then. */
function known(money: Money, amount: number): number | null {
  return isKnown(money) ? amount : null
}

/** Behind a difference that may be more or less, because something on either side is not known. */
const UNSURE = ' ±?'

function difference({ difference: of, ratio, unknown }: ComparedCell, inBaseline: number, print: (amount: number) => string): string {
  if (of === null) return '?'
  const unsure = unknown + inBaseline > 0 ? UNSURE : ''
  if (of === 0) return `=${unsure}`
  return `${of > 0 ? '+' : ''}${print(of)}${ratio === null ? '' : ` (${of > 0 ? '+' : ''}${printPercent(ratio, locale)})`}${unsure}`
}

function effectsLine(one: ComparedSubject, base: ComparedSubject, effects: Effects, print: (amount: number) => string): string {
  const { name, difference: of } = one
  if (of === null) return `${name}: what it costs more or less is not known`
  const parts = effectKinds.flatMap((kind) =>
    effects[kind] === 0 ? [] : [`${kind} ${effects[kind] > 0 ? '+' : ''}${print(effects[kind])}`],
  )
  const unsure = leftOut(one.total) + leftOut(base.total) > 0 ? UNSURE : ''
  return `${name}: ${of > 0 ? '+' : ''}${print(of)}${unsure} a month${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

function printer({ subjects }: Comparison): (amount: number) => string {
  const currency = subjects[0]?.currency ?? 'USD'
  return (amount) => printMoney(amount, currency, locale)
}
