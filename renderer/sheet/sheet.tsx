import { useEffect, useRef } from 'react'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { openPalette } from '#renderer/workspace/view.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Announcer } from './announcer.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { handleSheetCommands } from './commands.ts'
import { SheetContextMenu } from './context-menu.tsx'
import { FindBar } from './find-bar.tsx'
import { Grid } from './grid.tsx'
import { NoteEditor } from './note-editor.tsx'
import { PasteQuestion } from './paste-question.tsx'
import { insertRow } from './row-actions.ts'
import { useStatistics } from './use-statistics.ts'
import { useSheetEvents } from './use-sheet-events.ts'
import './sheet.css'

/** The open workbook as a spreadsheet. */
export function Sheet() {
  const id = useWorkspace((state) => state.workbook?.id ?? null)
  const empty = useWorkspace((state) => state.workbook?.components.size === 0)
  const chosen = useWorkspace((state) => state.selection.length > 0)
  const root = useRef<HTMLElement>(null)
  useEffect(handleSheetCommands, [])
  useSheetEvents(root)
  useStatistics()
  return (
    <section ref={root} className="sheet" aria-label="Sheet">
      <FindBar />
      <div className="sheet-body">
        <SheetContextMenu>
          <div className="sheet-area" role="group" aria-label="Cells" data-empty={empty || undefined} tabIndex={chosen ? -1 : 0}>
            {id !== null && <Grid key={id} />}
          </div>
        </SheetContextMenu>
        <div className="sheet-columns">
          <ColumnMenu />
        </div>
        {empty && <EmptySheet />}
        <NoteEditor />
      </div>
      <PasteQuestion />
      <Announcer />
    </section>
  )
}

/** What to do with a sheet that has no rows yet. */
function EmptySheet() {
  return (
    <div className="sheet-empty">
      <p>Every row is a part of the architecture. Add the first one to see what it costs.</p>
      <div className="sheet-empty-actions">
        <Button kind="primary" onClick={() => openPalette('component')}>
          Add a component
        </Button>
        <Button onClick={insertRow}>Add a plain monthly rate</Button>
      </div>
    </div>
  )
}
