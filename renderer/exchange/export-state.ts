import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { rows } from '#shared/document/rows.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { messages } from '#shared/messages/messages.ts'
import { formOf, plainForm } from '#pricing/export/csv/form.ts'
import type { Paper } from '#pricing/export/html/style.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { PartMissing, sayMissing } from '#renderer/workspace/parts.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { formatOf, saveExport } from './export-save.ts'
import type { ExportTarget } from './export-save.ts'
import { exportWork } from './export-work.ts'
import type { Work } from '#renderer/workspace/worker-door.ts'
import type { ExportStep } from './export-worker.ts'

/** What a person chose in the export dialog; kept while the window is open. */
export type ExportChoice = {
  readonly target: ExportTarget
  /** `shown`: the scenario on screen. */
  readonly scope: 'shown' | 'all'
  readonly columns: 'shown' | 'all'
  /** `locale`: separator and decimal mark as this person's spreadsheets have them. */
  readonly csv: 'locale' | 'plain'
  readonly bom: boolean
  readonly about: boolean
  readonly paper: Paper
}

type ExportState = { readonly open: boolean; readonly choice: ExportChoice; readonly step: ExportStep | null }

const first: ExportChoice = { target: 'xlsx', scope: 'shown', columns: 'shown', csv: 'locale', bom: true, about: true, paper: 'A4' }
const store = createStore<ExportState>(() => ({ open: false, choice: first, step: null }))

export function useExport(): ExportState {
  return useStore(store)
}

export function openExport(): void {
  const hasScenarios = (workspace.getState().document?.scenarios.size ?? 0) > 0
  store.setState(({ choice }) => ({ open: true, step: null, choice: hasScenarios ? choice : { ...choice, scope: 'shown' } }))
}

export function chooseExport(changed: Partial<ExportChoice>): void {
  store.setState(({ choice }) => ({ choice: { ...choice, ...changed } }))
}

let running: Work<string | Uint8Array> | null = null

/** Stops what is being made, if anything is, and closes the dialog. */
export function closeExport(): void {
  running?.stop()
  running = null
  store.setState({ open: false, step: null })
}

/** Makes the export in the background and keeps it where the person says; the dialog closes when it is done. */
export async function runExport(version: string): Promise<void> {
  const { document, scenario } = workspace.getState()
  const { choice } = store.getState()
  if (document === null || running !== null) return
  const isOne = choice.scope === 'shown' || rows(document.scenarios).length === 0
  const work = exportWork(
    {
      document,
      scope: isOne ? { kind: 'one', scenario } : { kind: 'all' },
      format: formatOf(choice.target),
      meta: { at: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'), by: `Skytally ${version}` },
      options: optionsOf(choice),
    },
    (step) => store.setState({ step }),
  )
  running = work
  store.setState({ step: { done: 0, of: 2, now: 'Starting' } })
  try {
    const name = await saveExport(choice.target, settingsOf(document).name, await work.outcome)
    if (name !== null) notify({ kind: 'info', message: messages.exported(name) })
    if (running === work) closeExport()
  } catch (fault) {
    if (running !== work) return
    running = null
    store.setState({ step: null })
    if (fault instanceof PartMissing) sayMissing('What makes the export')
    else notify({ kind: 'fault', ...messages.cannotExport(fault) })
  }
}

function optionsOf({ columns, csv, bom, about, paper }: ExportChoice) {
  const { columns: shown, locale } = workspace.getState()
  const form = csv === 'plain' ? plainForm : formOf(locale)
  return { csv: { ...form, bom }, columns: columns === 'all' ? 'all' : shown.map(({ id }) => id), about, paper } as const
}
