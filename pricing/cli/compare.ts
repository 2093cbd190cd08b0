import path from 'node:path'
import { settingsOf } from '#shared/document/empty.ts'
import { FILE_EXTENSION } from '#shared/document/file.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { printMoney } from '#shared/money/index.ts'
import { compare, MOST_SUBJECTS } from '#pricing/analysis/comparison.ts'
import type { ComparedSubject, Comparison, Subject } from '#pricing/analysis/comparison.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import type { Effects } from '#pricing/analysis/effects.ts'
import { leftOut } from '#pricing/calculator/known.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { shownEffects } from '#pricing/export/effects.ts'
import { comparedColumns, comparedLines, known, UNSURE } from '#pricing/export/compared.ts'
import type { RowLine } from '#pricing/export/sections.ts'
import { csvText } from '#pricing/export/csv/csv.ts'
import { CommandFault, faultLine } from './fault.ts'
import { contextFor, loadWorkbook } from './load.ts'
import type { BookChoice } from './load.ts'
import { availabilityText, downtimeText, unreadTexts } from '#pricing/export/availability-text.ts'
import { budgetJson } from '#pricing/export/json.ts'
import { budgetLine } from '#pricing/export/price-text.ts'
import { hasScenario, scenarioNamed, snapshotNamed } from './scenarios.ts'
import type { Named } from '#pricing/export/scenarios.ts'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { markdownTable, textTable } from '#pricing/export/table.ts'

const locale = 'en-US'

/**
 * What `skytally compare FILE A B …` compares: scenarios of the file by name, `#snapshot:NAME`, or other workbooks by their path, with
 * `#Scenario` or `#snapshot:NAME` behind it for another one than the base; the first is the baseline. One design alone is compared with
 * the base, and without any the base with all scenarios. They must be of one currency, because a difference of amounts in two
 * currencies says nothing.
 */
export async function comparedDesigns(file: string, given: readonly string[], choice: BookChoice): Promise<Comparison> {
  const document = await loadWorkbook(file)
  const names = completed(document, given)
  if (names.length < 2 || names.length > MOST_SUBJECTS)
    throw new CommandFault([
      faultLine(
        file,
        '',
        `Between 2 and ${MOST_SUBJECTS} designs can be compared, not ${names.length}.`,
        'Name them after the file, a scenario or another workbook: Base "Reserved 3 years" other.skytally.',
      ),
    ])
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

function completed(document: Workbook, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [BASE_NAME, ...rows(document.scenarios).map(({ name }) => name)]
  return names.length === 1 && names[0] !== BASE_NAME ? [BASE_NAME, ...names] : names
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
  const [other, design] = hasScenario(document, name) ? [null, name] : divided(name)
  if (other === null) {
    const { name: called, workbook } = designNamed(file, document, design)
    return { name: called, workbook, context: await contextOf(file, workbook) }
  }
  const { name: called, workbook } = designNamed(other, await loadWorkbook(other), design)
  const title = path.basename(other, FILE_EXTENSION)
  return { name: design === BASE_NAME ? title : `${title}: ${called}`, workbook, context: await contextOf(other, workbook) }
}

const SNAPSHOT = 'snapshot:'

function designNamed(file: string, document: Workbook, design: string): Named {
  if (hasScenario(document, design) || !design.startsWith(SNAPSHOT)) return scenarioNamed(file, document, design)
  return snapshotNamed(file, document, design.slice(SNAPSHOT.length))
}

/** Another file and the design in it; no file where the name is of a design of this one. */
function divided(name: string): readonly [file: string | null, design: string] {
  if (name.endsWith(FILE_EXTENSION)) return [name, BASE_NAME]
  const end = name.lastIndexOf(`${FILE_EXTENSION}#`)
  if (name.startsWith(`#${SNAPSHOT}`)) return [null, name.slice(1)]
  return end < 0 ? [null, name] : [name.slice(0, end + FILE_EXTENSION.length), name.slice(end + FILE_EXTENSION.length + 1)]
}

/** One table: rows under their groups, then subtotals of effects and budgets, for a terminal. */
export function compareText(comparison: Comparison): string {
  const print = printer(comparison)
  const effectsOf = effectLines(comparison, print)
  const standings = standingsOf(comparison, print)
  return [textTable(comparedColumns(comparison), indented(comparedLines(comparison, print))), '', ...effectsOf, ...standings]
    .join('\n')
    .trimEnd()
}

/** Rows set in where they stand under groups. */
function indented(lines: readonly RowLine[]): string[][] {
  const before = lines.some(({ kind }) => kind === 'group') ? '  ' : ''
  return lines.map(({ kind, cells: [title = '', ...others] }) => [kind === 'row' ? before + title : title, ...others])
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
    const available = share === null ? [] : [`available ${share} of the time, ${downtimeText(availability, locale) ?? ''}`]
    const said = [...budgets.map((budget) => budgetLine(budget, print)), ...available, ...unreadTexts(availability)]
    return said.map((one) => `${name}: ${one}`)
  })
}

/** The same for a pull request. */
export function compareMarkdown(comparison: Comparison): string {
  const print = printer(comparison)
  const effectsOf = effectLines(comparison, print).map((line) => `- ${line}`)
  const standings = standingsOf(comparison, print).map((line) => `- ${line}`)
  return [
    markdownTable(
      comparedColumns(comparison),
      comparedLines(comparison, print).map(({ cells }) => cells),
    ),
    '',
    ...effectsOf,
    ...standings,
  ]
    .join('\n')
    .trimEnd()
}

/** One line a row and design, full-precision figures, empty where a row is not part of a design. */
export function compareCsv({ rows: compared, subjects }: Comparison): string {
  const header = ['id', 'component', 'group', 'design', 'monthly', 'difference', 'ratio', ...effectKinds, 'currency', 'unknown', 'errors']
  const lines = compared.flatMap((row) =>
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
        cell?.errors ?? null,
      ]
    }),
  )
  return csvText(header, lines)
}

export function compareJson({ baseline, subjects, rows: compared }: Comparison) {
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
    rows: compared.map(({ id, name, group, cells, effects }) => ({
      id,
      name,
      group,
      cells: cells.map((cell, index) => ({ ...cell, effects: effects[index] ?? null })),
    })),
  }
}

function effectsLine(one: ComparedSubject, base: ComparedSubject, effects: Effects, print: (amount: number) => string): string {
  const { name, difference: of } = one
  if (of === null) return `${name}: what it costs more or less is not known`
  const unsure = leftOut(one.total) + leftOut(base.total) > 0 ? UNSURE : ''
  const shown = shownEffects(effects, of, one.currency)
  const parts = effectKinds.flatMap((kind) =>
    effects[kind] === 0 ? [] : [`${kind} ${shown[kind] > 0 ? '+' : ''}${print(shown[kind])}${unsure}`],
  )
  return `${name}: ${of > 0 ? '+' : ''}${print(of)}${unsure} a month${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

function printer({ subjects }: Comparison): (amount: number) => string {
  const currency = subjects[0]?.currency ?? 'USD'
  return (amount) => printMoney(amount, currency, locale)
}
