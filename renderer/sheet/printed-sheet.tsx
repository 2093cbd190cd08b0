import { workspace } from '#renderer/workspace/store.ts'
import { inputColumns, isMoney, shownColumns, standardColumns, type ColumnInfo } from './columns.ts'
import { shownContext } from './context.ts'
import { currentView } from './live.ts'
import { totalRow, type AnyRow, type GroupRow, type SheetRow } from './rows.ts'
import { shownCell, type ShownContext } from './shown.ts'
import './printed-sheet.css'

/** A group of at most so many rows is kept on one page where it fits. */
const onePage = 24

/** The sheet as a table of all its rows, groups that are folded on screen folded here too. */
export function PrintedSheet() {
  const context = shownContext()
  if (!context) return null
  const columns = printedColumns()
  return (
    <table className="printed">
      <thead>
        <tr>
          {columns.map(({ id, label, numeric }) => (
            <th key={id} scope="col" data-numeric={numeric || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {blocks(currentView().rows).map((block) => (
        <tbody key={block[0]?.id} data-together={block.length <= onePage || undefined}>
          {block.map((row) => (
            <Row key={row.id} row={row} columns={columns} context={context} />
          ))}
        </tbody>
      ))}
      <tbody className="printed-total">
        <Row row={totalRow} columns={columns} context={context} />
      </tbody>
    </table>
  )
}

function Row({ row, columns, context }: { readonly row: AnyRow; readonly columns: readonly ColumnInfo[]; readonly context: ShownContext }) {
  return (
    <tr data-kind={row.kind}>
      {columns.map(({ id, numeric }) => {
        const { text, mark, value } = shownCell(row, id, context)
        return (
          <td
            key={id}
            data-numeric={numeric || undefined}
            data-mark={mark ?? undefined}
            data-level={row.kind === 'component' && id === 'name' ? row.level : undefined}
            data-value={isMoney(id) ? (value ?? 'unknown') : undefined}
          >
            {text}
          </td>
        )
      })}
    </tr>
  )
}

function printedColumns(): readonly ColumnInfo[] {
  const { workbook, services } = workspace.getState()
  const infos = [...standardColumns, ...inputColumns(workbook?.components.values() ?? [], services)]
  return shownColumns().flatMap((id) => infos.find((info) => info.id === id) ?? [])
}

/** Each heading with its rows: where a page ends, it ends between them if it can. */
function blocks(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const made: SheetRow[][] = []
  for (const row of rows) {
    const last = made.at(-1)
    if (last === undefined || isHeading(row)) made.push([row])
    else last.push(row)
  }
  return made
}

function isHeading(row: SheetRow): row is GroupRow {
  return row.kind === 'group'
}
