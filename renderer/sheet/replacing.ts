import { replaceTexts } from '#shared/commands/replace.ts'
import type { CellWrite } from '#shared/commands/cells.ts'
import { canonicalText, typedText } from '#renderer/workspace/cells/commit.ts'
import { headingGroup } from '#renderer/workspace/cells/places.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { CellPlace } from '#renderer/workspace/types.ts'
import { choose, finding, findNext, search } from './finding.ts'
import { matcherOf } from './matching.ts'

/** Replaces in the match one has got to and goes on to the next. */
export function replaceOne(): void {
  const { places, at } = finding.getState()
  const place = places[at]
  if (!place) return
  choose(place)
  replaceIn([place])
  search()
  findNext(false)
}

/** Replaces in every match, in one step. */
export function replaceAll(): void {
  replaceIn(finding.getState().places)
  search()
}

function replaceIn(places: readonly CellPlace[]): void {
  const { workbook, services } = workspace.getState()
  const matcher = matcherOf(finding.getState())
  if (!matcher || !workbook || places.length === 0) return
  const { replacement } = finding.getState()
  const cells: CellWrite[] = []
  const groups: { from: string; to: string }[] = []
  for (const place of places) {
    const typed = matcher.replace(typedText(place), replacement)
    const component = workbook.components.get(place.row)
    const group = headingGroup(place.row)
    if (component) cells.push({ ...place, text: canonicalText(component, place.column, typed) })
    else if (group !== null) groups.push({ from: group, to: typed })
  }
  edit(replaceTexts, { cells, groups, services })
}
