import { ChevronRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { Comparison } from '#pricing/analysis/comparison.ts'
import { downtimeText, unreadTexts } from '#pricing/export/availability-text.ts'
import { shownStatus } from '#renderer/ui/budget-words.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { showScenario } from '#renderer/workspace/edit.ts'
import { backToSheet } from '#renderer/workspace/page.ts'
import { selectRow } from '#renderer/workspace/selection.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import type { Line, LineCell } from './lines.ts'
import { amountText, differenceText } from './printing.ts'
import { toggleLine } from './state.ts'
import { useWindow } from './use-window.ts'
import { widthsOf } from './widths.ts'
import type { Widths } from './widths.ts'

type Props = { readonly comparison: Comparison; readonly lines: readonly Line[]; readonly copy: () => void }

/** The designs beside each other, line by line. Only what is in sight is in the page. Arrows move, right and left unfold and fold, with Ctrl they go to other designs. */
export function Matrix({ comparison, lines, copy }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const { from, to, height, lineHeight } = useWindow(scroller, lines.length)
  const current = Math.min(at, lines.length - 1)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const head = element.querySelector<HTMLElement>('.matrix-head')?.offsetHeight ?? 0
    const top = current * lineHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + lineHeight + head > element.scrollTop + element.clientHeight)
      element.scrollTop = top + lineHeight + head - element.clientHeight
  }, [current, lineHeight])
  const line = lines[current]
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const widths = useMemo(() => widthsOf(lines, printer, locale), [lines, printer, locale])
  const width = widthOf(comparison.subjects.length)
  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const control = event.ctrlKey || event.metaKey
    const step = steps[event.key]
    const aside = control ? asides[event.key] : undefined
    if (step !== undefined) setAt(step(current, lines.length))
    else if (aside !== undefined) scroller.current?.scrollBy({ left: aside * pairWidth(scroller.current) })
    else if (control && event.code === 'KeyC') copy()
    else if (control) return
    else if (line === undefined || !acted(event.key, line, (key) => setAt(lines.findIndex((one) => one.key === key)), lines, current))
      return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className="matrix"
      role="treegrid"
      aria-label="Designs side by side"
      aria-rowcount={lines.length + 1}
      aria-activedescendant={line === undefined ? undefined : `matrix-${String(current)}`}
      tabIndex={0}
      style={lettersOf(widths)}
      onKeyDown={keyDown}
    >
      <Head comparison={comparison} width={width} />
      <div className="matrix-body" role="presentation" style={{ blockSize: height, inlineSize: width }}>
        {lines.slice(from, to).map((one, index) => (
          <Row
            key={one.key}
            line={one}
            index={from + index}
            top={(from + index) * lineHeight}
            active={from + index === current}
            baseline={comparison.baseline}
            onPress={() => setAt(from + index)}
          />
        ))}
      </div>
    </div>
  )
}

/** The widths as compare.css reads them. */
function lettersOf({ amount, difference }: Widths): CSSProperties {
  return { ['--matrix-amount-letters' as string]: amount, ['--matrix-difference-letters' as string]: difference }
}

/** A border of a px stands behind every column of designs, and behind the names. */
function widthOf(designs: number): string {
  const columns = `var(--matrix-name) + ${String(designs)} * var(--matrix-amount) + ${String(designs - 1)} * var(--matrix-difference)`
  return `max(100%, calc(${columns} + ${String(designs + 1)}px))`
}

/** Of a design that is not the baseline, in px. */
function pairWidth(matrix: HTMLElement): number {
  return matrix.querySelector<HTMLElement>('.matrix-pair:has(> .matrix-difference)')?.offsetWidth ?? 0
}

const page = 20

/** With Ctrl, designs that do not fit are brought into sight. */
const asides: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, count) => Math.min(count - 1, at + page),
  PageUp: (at) => Math.max(0, at - page),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Right unfolds, left folds or goes to what the line stands under, Enter shows the row in the sheet. */
function acted(key: string, line: Line, goTo: (key: string) => void, lines: readonly Line[], at: number): boolean {
  if (key === 'ArrowRight' && line.open === false) toggle(line)
  else if (key === 'ArrowLeft' && line.open === true) toggle(line)
  else if (key === 'ArrowLeft') {
    const above = lines.slice(0, at).findLast((one) => one.level < line.level)
    if (above !== undefined) goTo(above.key)
  } else if (key === ' ' && line.open !== undefined) toggle(line)
  else if (key === 'Enter') openLine(line)
  else return false
  return true
}

function toggle(line: Line): void {
  if (line.kind === 'group') toggleLine('folded', line.key.slice('group '.length))
  else toggleLine('opened', line.key)
}

/** A row of the open workbook is gone to, in the shown scenario or in the base; anything else that can be unfolded is. */
function openLine(line: Line): void {
  const { document, workbook } = workspace.getState()
  const { row } = line
  if (row !== undefined && document?.components.has(row) === true && workbook?.components.has(row) !== true) showScenario(null)
  if (row !== undefined && workspace.getState().workbook?.components.has(row) === true) {
    selectRow(row)
    backToSheet()
  } else if (line.open !== undefined) toggle(line)
}

function Head({ comparison, width }: { readonly comparison: Comparison; readonly width: string }) {
  return (
    <div className="matrix-line matrix-head" role="row" aria-rowindex={1} style={{ inlineSize: width }}>
      <span className="matrix-name" role="columnheader">
        Component
      </span>
      {comparison.subjects.map((subject, index) => (
        <span key={`${String(index)} ${subject.name}`} className="matrix-pair" role="presentation">
          <span className="matrix-cell" role="columnheader" title={`${subject.name}, prices ${subject.priceBook}`}>
            {subject.name}
          </span>
          {index !== comparison.baseline && (
            <span className="matrix-cell matrix-difference" role="columnheader">
              Difference
            </span>
          )}
        </span>
      ))}
    </div>
  )
}

type RowProps = {
  readonly line: Line
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly baseline: number
  readonly onPress: () => void
}

function Row({ line, index, top, active, baseline, onPress }: RowProps) {
  return (
    <div
      id={`matrix-${String(index)}`}
      className="matrix-line"
      role="row"
      aria-rowindex={index + 2}
      aria-level={line.level}
      aria-expanded={line.open}
      data-kind={line.kind}
      data-line={line.key}
      data-active={active || undefined}
      style={{ insetBlockStart: top }}
      onMouseDown={onPress}
      onDoubleClick={() => openLine(line)}
    >
      <span className="matrix-name" role="rowheader" data-level={line.level} title={line.tip ?? line.label}>
        {line.open === undefined ? (
          <span className="matrix-fold" />
        ) : (
          <button
            type="button"
            className="matrix-fold"
            tabIndex={-1}
            aria-label={line.kind === 'group' ? 'Fold or unfold' : 'Why'}
            data-open={line.open}
            onClick={() => toggle(line)}
          >
            <ChevronRight aria-hidden />
          </button>
        )}
        <span className="matrix-label">{line.label}</span>
      </span>
      {line.cells.map((cell) => (
        <Pair key={cell.design} line={line} cell={cell} isBaseline={cell.design === baseline} />
      ))}
    </div>
  )
}

function Pair({ line, cell, isBaseline }: { readonly line: Line; readonly cell: LineCell; readonly isBaseline: boolean }) {
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  const amount = amountText(line, cell, printer, locale)
  const difference = differenceText(cell, printer, locale)
  return (
    <span className="matrix-pair" role="presentation">
      <span
        className="matrix-cell"
        role="gridcell"
        data-value={valueOf(cell)}
        data-wide={(cell.budget !== undefined && cell.unknown > 0) || undefined}
        data-status={cell.budget === undefined ? undefined : shownStatus(cell.budget)}
        title={titleOf(amount, cell, locale)}
      >
        {amount}
      </span>
      {!isBaseline && (
        <span className="matrix-cell matrix-difference" role="gridcell" data-value={cell.difference ?? undefined} data-tone={tone(cell)}>
          {difference}
        </span>
      )}
    </span>
  )
}

/** The exact figure of a cell. */
function valueOf({ amount, budget, availability }: LineCell): number | undefined {
  return budget?.ratio ?? availability?.share ?? amount ?? undefined
}

/** What a cell may have no room for, and what its amount leaves out. */
function titleOf(text: string, { budget, unknown, availability }: LineCell, locale: string): string | undefined {
  if (budget !== undefined) return text
  if (availability !== undefined) {
    const said = [downtimeText(availability, locale) ?? [], unreadTexts(availability)].flat()
    return said.length === 0 ? 'No row has the tag “availability”' : said.join('\n')
  }
  if (unknown === 0) return undefined
  return unknown === 1 ? 'Without 1 charge whose cost is not known' : `Without ${String(unknown)} charges whose cost is not known`
}

/** What may be more or less is neither good nor bad. */
function tone({ difference, unsure }: LineCell): string | undefined {
  if (difference === null || unsure) return undefined
  return difference === 0 ? 'same' : difference > 0 ? 'more' : 'less'
}
