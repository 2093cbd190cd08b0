import { PricesView } from '#renderer/prices/prices-view.tsx'
import { GridTable } from '#renderer/sheet/table/grid-table.tsx'
import { TableMaker } from '#renderer/ui/table.tsx'
import type { TableProps } from '#renderer/ui/table-types.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { TopBar } from './top-bar.tsx'
import './frame.css'

const table = (props: TableProps) => <GridTable {...props} />

/** The prices in the place of the sheet, or of the start page. */
export function PricesScreen() {
  const hasWorkbook = useWorkspace((state) => state.workbook !== null)
  return (
    <TableMaker value={table}>
      <div className="frame-page">
        {hasWorkbook && <TopBar />}
        <PricesView />
      </div>
    </TableMaker>
  )
}
