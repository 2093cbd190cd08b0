import { printPurchase } from '#shared/commands/purchase-text.ts'
import { takenRow } from '#shared/document/environments.ts'
import type { BudgetScope, Component } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import { writeScope } from '#pricing/budget/scope.ts'
import type { BudgetEstimate, Calculator, ComponentEstimate, Money } from '#pricing/calculator/types.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import type { ColumnId, Grouping } from '#renderer/workspace/types.ts'
import { ownCell } from '#renderer/workspace/cells/own.ts'
import { headingText } from '#renderer/workspace/grouping.ts'
import type { OwnValues } from '#renderer/workspace/own-values.ts'
import { editText, exactText, inputAt, isEditable, type Services } from '#renderer/workspace/cells/text.ts'
import { budgetMark } from './budget-mark.ts'
import type { BudgetMark } from './budget-mark.ts'
import { isInput } from './columns.ts'
import type { AnyRow, GroupRow } from './rows.ts'

/** What a cell shows. `value` is the exact number behind the text, null where there is none. */
export type Shown = {
  readonly text: string
  readonly value: number | null
  /** `problem`: an error value. `unknown`: something nobody has given or the price book does not hold. `assumed`: the service's default. */
  readonly mark: 'problem' | 'unknown' | 'assumed' | null
  /** The sentence for the mark; empty when the row's explanation has to be asked for it. */
  readonly tip: string
  /** Of a heading's name: how many rows it has, and whether they are folded away. Both are painted beside the text. */
  readonly group?: { readonly members: number; readonly collapsed: boolean }
  /** Of a heading's name: how its budget stands. The words are in `tip`. */
  readonly budget?: BudgetMark
  /** The shown scenario holds this differently from what it stands on; the sentence is in `tip`. */
  readonly own?: 'set' | 'added'
  /** The row is made from another one by the rules of an environment. */
  readonly made?: true
}

export type ShownContext = {
  readonly calculator: Calculator
  readonly services: Services
  readonly printer: Printer
  /** Canonical text as this person writes it. */
  readonly localise: (canonical: string) => string
  readonly showFormulas: boolean
  /** What the headings stand for. */
  readonly groupBy: Grouping
  /** Of the rows under a heading. */
  readonly subtotal: (heading: string) => Money | undefined
  /** The budget that watches a scope; undefined where none does. */
  readonly budget: (scope: BudgetScope) => BudgetEstimate | undefined
  readonly locale: string
  /** `null` while the base is shown. */
  readonly own: OwnValues | null
}

const nothing: Shown = { text: '', value: null, mark: null, tip: '' }

const plain = (text: string): Shown => (text === '' ? nothing : { text, value: null, mark: null, tip: '' })

/** The content of one cell of any row. */
export function shownCell(row: AnyRow, column: ColumnId, context: ShownContext): Shown {
  if (row.kind === 'component') return marked(shownComponent(row.component, column, context), row.component, column, context)
  if (row.kind === 'dropped') return shownDropped(row.component, column, context)
  if (row.kind === 'group') return shownGroup(row, column, context)
  return column === 'name' ? watched(plain('Total'), 'total', context) : shownMoney(context.calculator.total(), column, context)
}

function marked(shown: Shown, component: Component, column: ColumnId, { own, services, locale }: ShownContext): Shown {
  const found = own === null ? null : ownCell(own, component, column, services, locale)
  return found === null ? shown : { ...shown, own: found.kind, tip: shown.tip === '' ? found.tip : `${found.tip}\n${shown.tip}` }
}

/** What the row would be, without its figures. */
function shownDropped(component: Component, column: ColumnId, { services, localise, own }: ShownContext): Shown {
  const text = isEditable(component, column, services) ? localise(editText(component, column, services)) : ''
  return { ...plain(text), tip: column === 'name' && own !== null ? `“${own.scenario.name}” does without this row.` : '' }
}

function shownGroup(row: GroupRow, column: ColumnId, context: ShownContext): Shown {
  if (column === 'name') {
    const heading = { ...plain(headingText(row.group, context.groupBy)), group: { members: row.members.length, collapsed: row.collapsed } }
    return watched(heading, writeScope({ by: context.groupBy, name: row.group }), context)
  }
  const money = context.subtotal(row.group)
  return money ? shownMoney(money, column, context) : nothing
}

/** A heading with how its budget stands. */
function watched(shown: Shown, scope: BudgetScope, { budget, printer }: ShownContext): Shown {
  const found = budget(scope)
  if (found === undefined) return shown
  const mark = budgetMark(found, printer)
  return { ...shown, budget: mark, tip: mark.tip }
}

function shownComponent(component: Component, column: ColumnId, context: ShownContext): Shown {
  if (column === 'list' || column === 'monthly' || column === 'share')
    return shownMoney(context.calculator.row(component.id), column, context, component.id)
  if (column === 'service') return shownService(component, context)
  if (column === 'name') return shownName(component)
  if (column === 'buys' && component.purchase.length === 0) return { text: printPurchase([]), value: null, mark: 'assumed', tip: '' }
  return isInput(column) ? shownInput(component, column, context) : plain(exactText(component, column, context.services))
}

/** A row made by the rules of an environment says so. */
function shownName({ id, name, note, environment }: Component): Shown {
  if (takenRow(id) === null) return { ...plain(name), tip: note }
  const made = `Made from “${name.replace(/ · [^·]*$/, '')}” by the rules of ${environment}.`
  return { ...plain(name), made: true, tip: note === '' ? made : `${made}\n${note}` }
}

function shownService(component: Component, { services }: ShownContext): Shown {
  const service = services.get(component.service)
  if (service) return plain(service.name)
  return {
    text: component.service === '' ? NOT_KNOWN : component.service,
    value: null,
    mark: 'problem',
    tip: 'No service of this name is known. Choose one from the list.',
  }
}

function shownInput(component: Component, column: ColumnId, context: ShownContext): Shown {
  const found = inputAt(component, column, context.services)
  if (!found) return nothing
  const given = component.inputs[found.id]
  const text = given ?? found.input.default
  const mark = given === undefined ? 'assumed' : null
  if (found.input.kind === 'choice') return { text: found.input.options[text ?? ''] ?? text ?? '', value: null, mark, tip: '' }
  if (found.input.kind === 'size') return { text: text ?? '', value: null, mark, tip: '' }
  const value = context.calculator.input(component.id, found.id)
  if (text !== undefined && context.showFormulas)
    return { ...plain(context.localise(text)), value: value.kind === 'number' ? value.value : null }
  return shownValue(value, text ?? '', mark, context)
}

function shownValue(value: Value, text: string, mark: Shown['mark'], context: ShownContext): Shown {
  if (value.kind === 'problem') return { text: value.problem.code, value: null, mark: 'problem', tip: sentence(value.problem) }
  if (value.kind === 'unknown') return { text: NOT_KNOWN, value: null, mark: 'unknown', tip: sentence(value.unknown) }
  return { text: text.startsWith('=') ? printed(value, context.printer) : context.localise(text), value: value.value, mark, tip: '' }
}

/** A computed number with the unit it is kept in. */
function printed({ value, dimension }: Extract<Value, { readonly kind: 'number' }>, printer: Printer): string {
  const { data, time, money, duty } = dimension
  if (data === 0 && time === 0 && duty === 0) return money === 1 ? printer.precise(value) : printer.number(value)
  if (money !== 0 || duty !== 0) return printer.number(value)
  if (data === 1 && time === 0) return `${printer.number(value)} GB`
  if (data === 1 && time === -1) return `${printer.number(value)} GB/h`
  if (data === 0 && time === 1) return `${printer.number(value)} h`
  if (data === 0 && time === -1) return `${printer.number(value)} /h`
  return printer.number(value)
}

/** The sentence of a row whose own cost is in trouble is found by `moneyTip`, when somebody asks. */
function shownMoney(money: Money, column: ColumnId, context: ShownContext, row?: string): Shown {
  if (column !== 'list' && column !== 'monthly' && column !== 'share') return nothing
  const mark = money.problems > 0 ? 'problem' : money.unknown > 0 ? 'unknown' : null
  const tip = row === undefined && mark !== null ? leftOut(money) : ''
  if (mark !== null && money.list === 0) {
    const code = mark === 'problem' && row !== undefined && column !== 'share' ? firstCode(context.calculator.explain(row)) : null
    return { text: code ?? NOT_KNOWN, value: null, mark, tip }
  }
  if (column === 'share') {
    const total = context.calculator.total().monthly
    if (total === 0) return { text: NOT_KNOWN, value: null, mark: null, tip: '' }
    return { text: context.printer.share(money.monthly / total), value: money.monthly / total, mark: null, tip: '' }
  }
  return { text: context.printer.money(money[column]), value: money[column], mark, tip }
}

function firstCode(estimate: ComponentEstimate): string | null {
  return estimate.issues[0]?.code ?? estimate.charges.find((charge) => charge.problem)?.problem?.code ?? null
}

/** What a sum does not contain, beside it. */
function leftOut({ unknown, problems }: Money): string {
  const count = (number: number, what: string): string[] =>
    number === 0 ? [] : [`${String(number)} ${number === 1 ? 'charge' : 'charges'} ${what}`]
  return `Without ${[...count(unknown, 'whose price or usage is not known'), ...count(problems, 'in error')].join(' and ')}.`
}

/** Why the cost of a row is not known, or not all of it: the first reason, and how many more there are. */
export function moneyTip(estimate: ComponentEstimate): string {
  const reasons = [
    ...estimate.issues.map(sentence),
    ...estimate.charges.flatMap(({ label, problem, unknown }) => {
      const reason = problem ?? unknown
      return reason ? [`${label}: ${sentence(reason)}`] : []
    }),
  ]
  const [first = '', ...more] = [...new Set(reasons)]
  return more.length === 0 ? first : `${first} And ${String(more.length)} more.`
}

function sentence({ message, fix }: { readonly message: string; readonly fix: string }): string {
  return `${message} ${fix}`.trim()
}

/** Whether the cell shows anything, without printing it: the edges of data are found with it in long columns. */
export function isFilled(row: AnyRow, column: ColumnId, services: Services): boolean {
  if (row.kind !== 'component') return column === 'name' || column === 'list' || column === 'monthly' || column === 'share'
  if (column === 'list' || column === 'monthly' || column === 'share' || column === 'buys') return true
  if (!isEditable(row.component, column, services)) return false
  const found = inputAt(row.component, column, services)
  return found ? (row.component.inputs[found.id] ?? found.input.default) !== undefined : exactText(row.component, column, services) !== ''
}

/** A number in full, as a spreadsheet reads it again; text as it stands. For the clipboard. */
export function plainText(shown: Shown, decimal: string): string {
  return shown.value === null ? (shown.text === NOT_KNOWN ? '' : shown.text) : String(shown.value).replace('.', decimal)
}

export function sameShown(a: Shown | null | undefined, b: Shown | null | undefined): boolean {
  return (
    a === b ||
    (!!a &&
      !!b &&
      a.text === b.text &&
      a.mark === b.mark &&
      a.own === b.own &&
      a.made === b.made &&
      a.tip === b.tip &&
      a.budget?.text === b.budget?.text &&
      Object.is(a.value, b.value) &&
      sameGroup(a, b))
  )
}

function sameGroup({ group: a }: Shown, { group: b }: Shown): boolean {
  return a?.members === b?.members && a?.collapsed === b?.collapsed
}
