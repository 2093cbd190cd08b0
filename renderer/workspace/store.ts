import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { WorkspaceState, WorkspaceSupplies } from './types.ts'

/** The one store of the window. Only this folder writes to it; views read it with `useWorkspace`. */
export const workspace = createStore<WorkspaceState>(initialState)

/** Reads a part of the state. The selector must return a stable value (a field, a number, a string), never a new object. */
export function useWorkspace<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(workspace, selector)
}

export function initialState(): WorkspaceState {
  return {
    screen: 'loading',
    report: { kind: 'fine' },
    recent: [],
    document: null,
    scenario: null,
    workbook: null,
    calculator: null,
    figures: 0,
    moved: { changes: [], recalculated: { components: new Set(), drivers: new Set(), schedules: new Set(), everything: true } },
    book: null,
    services: new Map(),
    selection: [],
    collapsed: new Set(),
    scrollRow: 0,
    columns: [],
    panels: { drivers: true, inspector: true },
    theme: 'system',
    locale: 'en-US',
    showFormulas: false,
    showDropped: false,
    groupBy: 'group',
    palette: null,
    notices: [],
    saveStatus: { state: 'saved', at: '' },
    file: null,
    canUndo: null,
    canRedo: null,
  }
}

let given: WorkspaceSupplies | null = null

/** Hands the workspace its storage, clock, ids and engine. Must come before anything is opened. */
export function supply(supplies: WorkspaceSupplies): void {
  given = supplies
}

/** Throws a fault when nothing was supplied yet. */
export function supplies(): WorkspaceSupplies {
  if (given === null) throw new Error('The workspace was used before supply() was called.')
  return given
}

/** A new id for a record, for callers that must name a row before the command makes it. */
export function newId(): string {
  return supplies().newId()
}
