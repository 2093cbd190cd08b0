import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Menu, MenuItem } from '#renderer/ui/menu.tsx'
import { notify } from '#renderer/workspace/notices.ts'
import { copyPng, copySvg } from './copy.ts'
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
}

/** A chart with its title, its figures as a table, and its picture to be copied. */
export function Chart({ title, shape, text, table }: Props) {
  const [asTable, setAsTable] = useState(false)
  const heading = useId()
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const copy = (act: (drawing: Drawing) => Promise<void>) => {
    if (drawing !== null) void copied(act(drawing))
  }
  return (
    <section className="chart" aria-labelledby={heading}>
      <header className="chart-head">
        <h3 id={heading}>{title}</h3>
        <Button kind="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Table
        </Button>
        <Menu
          align="end"
          trigger={
            <Button kind="quiet" icon={<ChevronDown />} disabled={drawing === null} aria-label={`Copy ${title}`}>
              Copy
            </Button>
          }
        >
          <MenuItem onSelect={() => copy(copyPng)}>As a picture (PNG)</MenuItem>
          <MenuItem onSelect={() => copy(copySvg)}>As a drawing (SVG)</MenuItem>
        </Menu>
      </header>
      {asTable ? <FigureTable table={table} label={title} /> : <Picture title={title} shape={shape} text={text} drew={setDrawing} />}
    </section>
  )
}

async function copied(work: Promise<void>): Promise<void> {
  try {
    await work
    notify({ kind: 'info', message: 'The chart is on the clipboard.' })
  } catch {
    notify({
      kind: 'refusal',
      message: 'The browser did not let the page write to the clipboard.',
      fix: 'Allow it for this page and copy again.',
    })
  }
}

/** The drawing in its place; the same figures stand in the table for those who do not see it. */
function Picture({
  title,
  shape,
  text,
  drew,
}: Pick<Props, 'title' | 'shape' | 'text'> & { readonly drew: (drawing: Drawing | null) => void }) {
  const place = useRef<HTMLDivElement>(null)
  const drawing = useDrawing(place, shape, text)
  useEffect(() => {
    drew(drawing)
    return () => drew(null)
  }, [drawing, drew])
  return (
    <div ref={place} className="chart-place">
      {drawing !== null && <img src={drawing.address} width={drawing.width} height={drawing.height} alt={title} />}
    </div>
  )
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
