import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { escaped } from '#pricing/export/html/escape.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Menu, MenuItem } from '#renderer/ui/menu.tsx'
import { asHtml, asMarkdown } from './copied-table.ts'
import { copied, copyPng, copyText } from './copy.ts'
import { tableOnPaper } from './table-drawing.ts'
import type { ChartShape, ChartText } from './types.ts'
import { useDrawing } from './use-drawing.ts'
import type { Drawing } from './use-drawing.ts'
import './chart.css'

/** The figures of a chart as a table: for those who do not see it, and for whoever wants the numbers. */
export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

type Props = {
  readonly title: string
  readonly shape: ChartShape
  readonly text: ChartText
  readonly table: ChartTable
  /** What is to be said of it, under it. */
  readonly children?: ReactNode
}

/** A chart with its title, its figures as a table, and both to be copied. */
export function Chart({ title, shape, text, table, children }: Props) {
  const [asTable, setAsTable] = useState(false)
  const heading = useId()
  const place = useRef<HTMLDivElement>(null)
  const drawing = useDrawing(place, shape, text)
  return (
    <section className="chart" aria-labelledby={heading} data-table={asTable || undefined}>
      <header className="chart-head">
        <h3 id={heading}>{title}</h3>
        <Button kind="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Table
        </Button>
        <CopyMenu title={title} drawing={drawing} table={table} asTable={asTable} />
      </header>
      <div className="chart-body">
        <div ref={place} className="chart-place">
          {drawing !== null && (
            <>
              <img className="chart-screen" src={drawing.address} width={drawing.width} height={drawing.height} alt={title} />
              <img
                className="chart-paper"
                src={drawing.paperAddress}
                width={drawing.paper.width}
                height={drawing.paper.height}
                alt={title}
              />
            </>
          )}
        </div>
        {asTable && <FigureTable table={table} label={title} />}
      </div>
      {children}
    </section>
  )
}

type CopyProps = { readonly title: string; readonly drawing: Drawing | null; readonly table: ChartTable; readonly asTable: boolean }

/** What is shown, the drawing or its figures, in the colours of paper; or both as a piece of a page, or the figures as text. */
function CopyMenu({ title, drawing, table, asTable }: CopyProps) {
  const copy = (work: () => Promise<void>) => void copied('The chart', work())
  const figures = () => ({
    head: table.head,
    lines: table.rows.map((row) => ({ cells: row.map((text) => ({ text, value: null })) })),
  })
  const shown = async () => (asTable || drawing === null ? tableOnPaper(figures()) : drawing.paper)
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" icon={<ChevronDown />} disabled={drawing === null} aria-label={`Copy ${title}`}>
          Copy
        </Button>
      }
    >
      <MenuItem onSelect={() => copy(async () => copyPng(await shown()))}>As a picture (PNG)</MenuItem>
      <MenuItem onSelect={() => copy(async () => copyText((await shown()).svg))}>As a drawing (SVG)</MenuItem>
      <MenuItem onSelect={() => drawing !== null && copy(() => copyText(figureHtml(title, drawing.paper.svg, asHtml(figures()))))}>
        As HTML
      </MenuItem>
      <MenuItem onSelect={() => copy(() => copyText(asMarkdown(figures())))}>Its figures as Markdown</MenuItem>
    </Menu>
  )
}

/** The drawing with its figures under it, as a piece of a page. */
function figureHtml(title: string, svg: string, table: string): string {
  return `<figure>\n${svg}\n<figcaption>${escaped(title)}</figcaption>\n${table}\n</figure>`
}

function FigureTable({ table, label }: { readonly table: ChartTable; readonly label: string }) {
  return (
    <div className="chart-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {table.head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((text, at) => (
                <td key={table.head[at + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
