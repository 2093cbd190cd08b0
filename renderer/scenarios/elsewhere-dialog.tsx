import { useState } from 'react'
import { addDesigns } from '#shared/commands/designs.ts'
import type { NewDesign } from '#shared/commands/designs.ts'
import { homeRegions } from '#pricing/analysis/elsewhere.ts'
import type { HomeRegion } from '#pricing/analysis/elsewhere.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Tabs, type Tab } from '#renderer/ui/tabs.tsx'
import { chooseDesigns } from '#renderer/workspace/designs.ts'
import { edit, scenarioFigures } from '#renderer/workspace/edit.ts'
import { bookFor } from '#renderer/workspace/books.ts'
import { showPage } from '#renderer/workspace/page.ts'
import { newId, useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { OnClouds } from './on-clouds.tsx'
import { InRegions } from './in-regions.tsx'
import './elsewhere-dialog.css'

type Kind = 'regions' | 'clouds'

const KINDS: readonly Tab<Kind>[] = [
  { id: 'regions', label: 'In other regions' },
  { id: 'clouds', label: 'On another cloud' },
]

/** The shown design in other regions, or on another cloud: each becomes a scenario on what is shown. */
export function ElsewhereDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useWorkspace((state) => state.document)
  const scenario = useWorkspace((state) => state.scenario)
  const [kind, setKind] = useState<Kind>('regions')
  if (document === null) return null
  const { workbook, services } = scenarioFigures(document, scenario)
  const context = { book: bookFor(workbook), services }
  const homes = homeRegions(workbook, services)
  const make = (designs: readonly NewDesign[]) => {
    const named = designs.map((design) => ({ ...design, id: newId() }))
    const { scenario: parent } = workspace.getState()
    if (edit(addDesigns, { parent, designs: named }) !== null) return
    chooseDesigns([parent, ...named.map(({ id }) => id)])
    showPage('compare')
    onClose()
  }
  const [first] = homes
  return (
    <Dialog title="Same design elsewhere" onClose={onClose} size="large">
      {first === undefined ? (
        <p className="elsewhere-none">No row of this design stands in a region of a cloud yet.</p>
      ) : (
        <>
          <div className="elsewhere-kinds">
            <Tabs label="Where" tabs={KINDS} tab={kind} onTab={setKind} />
          </div>
          {kind === 'regions' ? (
            <InRegions workbook={workbook} context={context} homes={homes} make={make} />
          ) : (
            <OnClouds workbook={workbook} context={context} homes={firstOfEach(homes)} make={make} />
          )}
        </>
      )}
    </Dialog>
  )
}

/** Of each cloud the region where most of its rows stand. */
function firstOfEach(homes: readonly HomeRegion[]): readonly HomeRegion[] {
  return homes.filter((home, at) => homes.findIndex(({ cloud }) => cloud === home.cloud) === at)
}
