import { rememberPreferences } from './preferences.ts'
import { workspace } from './store.ts'
import type { WorkspaceState } from './types.ts'

export function showPanel(panel: keyof WorkspaceState['panels'], shown: boolean): void {
  const { panels } = workspace.getState()
  if (panels[panel] !== shown) workspace.setState({ panels: { ...panels, [panel]: shown } })
}

export function setTheme(theme: WorkspaceState['theme']): void {
  workspace.setState({ theme })
  rememberPreferences({ theme })
}

export function setShowFormulas(showFormulas: boolean): void {
  workspace.setState({ showFormulas })
}

export function setShowDropped(showDropped: boolean): void {
  workspace.setState({ showDropped })
}

/** `component` searches only what can be added as a row. */
export function openPalette(mode: 'all' | 'component' = 'all', query = ''): void {
  workspace.setState({ palette: { query, mode } })
}

export function setPaletteQuery(query: string): void {
  const { palette } = workspace.getState()
  if (palette !== null) workspace.setState({ palette: { ...palette, query } })
}

export function closePalette(): void {
  workspace.setState({ palette: null })
}

/** The first row the sheet shows now; kept with the workbook's view. */
export function setScrollRow(scrollRow: number): void {
  if (workspace.getState().scrollRow !== scrollRow) workspace.setState({ scrollRow })
}
