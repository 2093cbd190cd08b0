import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { isUnsaved, titleOf } from './desktop-events.ts'

/** Keeps title, theme and address of the page in step with the state. */
export function attachPage(): void {
  const follow = (state: WorkspaceState) => {
    const title = titleOf(state)
    document.title = title === '' ? 'Skytally' : `${isUnsaved(state) ? '• ' : ''}${title} – Skytally`
    if (state.theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = state.theme
  }
  follow(workspace.getState())
  workspace.subscribe(follow)
  workspace.subscribe((state, before) => {
    if (state.workbook?.id !== before.workbook?.id) writeAddress(state)
  })
  window.addEventListener('beforeunload', (event) => {
    const { saveStatus, workbook } = workspace.getState()
    if (workbook !== null && saveStatus.state !== 'saved') event.preventDefault()
  })
}

const mark = '#workbook='

/** The workbook the address names, so that loading the page again comes back to it. */
export function addressedWorkbook(): string | null {
  const { hash } = window.location
  return hash.startsWith(mark) ? decodeURIComponent(hash.slice(mark.length)) : null
}

function writeAddress(state: WorkspaceState): void {
  const address = state.workbook === null ? window.location.pathname : `${mark}${encodeURIComponent(state.workbook.id)}`
  window.history.replaceState(null, '', address)
}
