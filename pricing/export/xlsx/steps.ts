import { excelNumber, excelOperator } from '#shared/formula/index.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import type { Design } from './design.ts'
import { computed, here, keepLine, nextLine, setLine } from './sheet.ts'
import type { Cell } from './sheet.ts'

/** One step of a graduated price; a bound or a price may be a formula, whose number stands beside it. */
export type Step = {
  readonly from: number
  readonly to: number
  readonly toCell?: Cell
  readonly price: Cell
  readonly value: number
  readonly isSure?: boolean
}

/** A quantity that steps are counted over. */
export type Counted = { readonly piece: ExcelPiece; readonly value: number | null }

/** A price of the book, which is in dollars, as a cell in the workbook's currency. */
export function inCurrency({ usd, report }: Design, dollars: number): Cell {
  if (usd === null) return dollars
  return computed(excelOperator('*', excelNumber(dollars), usd).text, dollars * report.settings.currency.perUsd)
}

/** Writes the steps of a graduated price, each with the units that fall between its bounds and what they cost; answers the lines. */
export function addSteps(design: Design, of: string, steps: readonly Step[], counted: Counted): readonly [number, number] {
  const first = nextLine(design.sheets.tiers)
  for (let step = 0; step < steps.length; step += 1) keepLine(design.sheets.tiers)
  return [first, setSteps(design, of, steps, counted, first)]
}

/** The same into lines that were kept; answers the last of them. */
export function setSteps(design: Design, of: string, steps: readonly Step[], counted: Counted, first: number): number {
  const { tiers } = design.sheets
  let before: number | null = null
  for (const [index, step] of steps.entries()) {
    const line = first + index
    const units = counted.value === null ? null : Math.max(0, Math.min(counted.value, step.to) - step.from)
    const [from, to] = [here(tiers, 'from', line), here(tiers, 'to', line)]
    const isEndless = step.to === Infinity
    const within = isEndless ? counted.piece.text : `MIN(${counted.piece.text},${to})`
    const [price, unitsCell] = [here(tiers, 'price', line), here(tiers, 'units', line)]
    const doubts = step.isSure === false ? [`${price}>=0`, ...(isEndless ? [] : [`${to}>${from}`])] : []
    const product = `${unitsCell}*${price}`
    const test = doubts.length > 1 ? `AND(${doubts.join(',')})` : doubts[0]
    setLine(tiers, line, {
      scenario: design.report.scenario,
      of,
      from: before === null || step.isSure !== false ? step.from : computed(here(tiers, 'to', before), step.from),
      to: isEndless ? null : (step.toCell ?? step.to),
      price: step.price,
      units: computed(step.from === 0 && before === null ? within : `MAX(0,${within}-${from})`, units ?? '#N/A'),
      cost: computed(
        test === undefined ? product : `IF(${test},${product},VALUE("the steps do not rise"))`,
        units === null ? '#N/A' : units * step.value,
      ),
    })
    before = line
  }
  return first + steps.length - 1
}
