import { createStore } from 'zustand/vanilla'
import { setRanges, unfold } from '#renderer/workspace/selection.ts'
import type { CellPlace } from '#renderer/workspace/types.ts'
import { active, currentView } from './live.ts'
import { matcherOf, type Wanted } from './matching.ts'
import type { Found } from './paint.ts'
import { grid } from './port.ts'
import { singleCell } from './range.ts'
import { searchedCells } from './searchable.ts'
import { restingSpot, spotOf, type SheetView } from './view.ts'

/** What is looked for and what was found, for the bar and for whoever paints. */
export type Finding = Wanted & {
  readonly open: boolean
  /** Replacing looks through what is edited, not what is shown: only that can be changed. */
  readonly replacing: boolean
  readonly inTexts: boolean
  readonly replacement: string
  readonly places: readonly CellPlace[]
  /** Where in `places` the person has got to; -1 without any. */
  readonly at: number
  /** Rises when the bar is asked for, so that an open one takes the keys again. */
  readonly asked: number
}

export const finding = createStore<Finding>(() => ({
  open: false,
  replacing: false,
  text: '',
  matchCase: false,
  wholeCell: false,
  inTexts: false,
  replacement: '',
  places: [],
  at: -1,
  asked: 0,
}))

export function openFinding(replacing: boolean): void {
  finding.setState((before) => ({ open: true, replacing, asked: before.asked + 1 }))
  search()
}

/** The keys go back to the sheet: to what was found last, where there is such. */
export function closeFinding(): void {
  const { places, at } = finding.getState()
  const place = places[at]
  finding.setState({ open: false, places: [], at: -1 })
  if (place) choose(place)
  grid()?.repaint()
  grid()?.focus()
}

/** Another text or switch: looks anew, beginning at the active cell, and brings the first match into sight. */
export function look(wanted: Partial<Pick<Finding, 'text' | 'matchCase' | 'wholeCell' | 'inTexts'>>): void {
  finding.setState(wanted)
  search()
  const { places, at } = finding.getState()
  const place = places[at]
  if (place) grid()?.reveal(place)
}

/** Goes to the next match, or the one before, and on from the other end. */
export function findNext(back: boolean): void {
  if (!finding.getState().open) {
    if (finding.getState().text === '') {
      openFinding(false)
      return
    }
    search()
  }
  const { places, at } = finding.getState()
  if (places.length === 0) return
  // The match a search began with is where the active cell already stands, or comes next.
  const stands = isActive(places[at])
  const next = stands || back ? (at + (back ? -1 : 1) + places.length) % places.length : at
  finding.setState({ at: next })
  const place = places[next]
  if (place) choose(place)
  grid()?.repaint()
}

function isActive(place: CellPlace | undefined): boolean {
  const here = active()?.place
  return place !== undefined && here?.row === place.row && here.column === place.column
}

/** Selects a cell, unfolding its group; the keys stay where they are. */
export function choose(place: CellPlace): void {
  unfold(place.row)
  setRanges([singleCell(place)])
  grid()?.reveal(place)
}

/** Looks again, as after an edit. Stays at the match one has got to, or goes to the one that now stands there. */
export function search(): void {
  const wanted = finding.getState()
  const matcher = matcherOf(wanted)
  const cells = matcher ? searchedCells(wanted.inTexts || wanted.replacing) : []
  const places = cells.flatMap(({ place, text }) => (matcher?.matches(text) === true ? [place] : []))
  finding.setState({ places, at: firstAt(places) })
  grid()?.repaint()
}

/** The first match at the active cell or behind it, else the first of all. */
function firstAt(places: readonly CellPlace[]): number {
  const view = currentView()
  const from = active()?.spot ?? restingSpot(view)
  if (places.length === 0) return -1
  if (!from) return 0
  const behind = places.findIndex((place) => {
    const spot = spotOf(view, place)
    return spot !== null && (spot.row > from.row || (spot.row === from.row && spot.column >= from.column))
  })
  return Math.max(0, behind)
}

type Painted = { readonly view: SheetView; readonly places: readonly CellPlace[]; readonly cells: ReadonlySet<number> }

let painted: Painted | null = null

/** The matches as cells of the sheet now shown; nothing while the bar is closed. */
export function foundNow(view: SheetView): Found {
  const { open, places, at } = finding.getState()
  if (!open) return { cells: new Set(), current: null }
  if (painted?.view !== view || painted.places !== places) painted = { view, places, cells: cellsIn(view, places) }
  const place = places[at]
  return { cells: painted.cells, current: place ? spotOf(view, place) : null }
}

function cellsIn(view: SheetView, places: readonly CellPlace[]): ReadonlySet<number> {
  return new Set(
    places.flatMap((place) => {
      const spot = spotOf(view, place)
      return spot ? [spot.row * view.columns.length + spot.column] : []
    }),
  )
}
