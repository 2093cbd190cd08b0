import { FilePlus2, FolderOpen, Search, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { WorkbookSummary } from '#renderer/storage/types.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { runCommand } from '#renderer/workspace/commands.ts'
import { whenIdle } from '#renderer/workspace/idle.ts'
import { forgetWorkbook, openKept, openText } from '#renderer/workspace/open.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { templateTotal } from './estimate-template.ts'
import { templates } from './templates.ts'
import type { Template } from './templates.ts'
import { printTotal, printWhen } from './wording.ts'
import './start.css'

/** The first page: the workbooks kept here, the templates, and the ways in. */
export function StartPage() {
  const recent = useWorkspace((state) => state.recent)
  return (
    <main className="start">
      <div className="start-column">
        <header className="start-head">
          <h1>Skytally</h1>
          <p>What an architecture will cost, before it exists.</p>
          <div className="start-actions">
            <Button kind="primary" icon={<FilePlus2 />} onClick={() => runCommand('file.new')}>
              New workbook
            </Button>
            <Button icon={<FolderOpen />} onClick={() => runCommand('file.open')}>
              Open file…
            </Button>
            <Button icon={<Search />} onClick={() => runCommand('view.palette')}>
              Search
            </Button>
            <span className="start-hint">or drop a .skytally file anywhere</span>
          </div>
        </header>
        {recent.length > 0 && <Recent recent={recent} />}
        <Templates />
      </div>
    </main>
  )
}

function Recent({ recent }: { readonly recent: readonly WorkbookSummary[] }) {
  const locale = useWorkspace((state) => state.locale)
  const [leaving, setLeaving] = useState<WorkbookSummary | null>(null)
  const [now] = useState(() => Date.now())
  return (
    <section aria-labelledby="start-recent">
      <h2 id="start-recent">Recent workbooks</h2>
      <ul className="start-recent">
        {recent.map((summary) => (
          <li key={summary.id} className="start-row">
            <button type="button" className="start-open" onClick={() => void openKept(summary.id)}>
              <span className="start-name">{summary.name}</span>
              <span className="start-when">
                {printWhen(summary.savedAt, now, locale)} · {summary.rows === 1 ? '1 row' : `${summary.rows.toLocaleString(locale)} rows`}
              </span>
              <Total total={summary.total} />
            </button>
            <IconButton label={`Delete “${summary.name}”`} onClick={() => setLeaving(summary)}>
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      {leaving !== null && <ForgetQuestion summary={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

function ForgetQuestion({ summary, onClose }: { readonly summary: WorkbookSummary; readonly onClose: () => void }) {
  const forget = () => {
    onClose()
    void forgetWorkbook(summary.id)
  }
  const actions = (
    <>
      <Button onClick={onClose}>Keep it</Button>
      <Button kind="danger" onClick={forget}>
        Delete from this machine
      </Button>
    </>
  )
  return (
    <Dialog title={`Delete “${summary.name}”?`} onClose={onClose} actions={actions} size="small">
      <p>The workbook is deleted from this machine and cannot be brought back here. Files you saved elsewhere stay as they are.</p>
    </Dialog>
  )
}

function Templates() {
  return (
    <section aria-labelledby="start-templates">
      <h2 id="start-templates">Begin with a worked example</h2>
      <ul className="start-templates">
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TemplateCard({ template }: { readonly template: Template }) {
  const total = useTemplateTotal(template)
  return (
    <button type="button" className="start-template" onClick={() => void openText(template.text, null)}>
      <span className="start-name">{template.title}</span>
      <span className="start-about">{template.about}</span>
      {total === null ? <span className="start-total">{'\u00a0'}</span> : <Total total={total} />}
    </button>
  )
}

/** Priced when nothing else is to do: the page is there at once, however much the examples have to compute. */
function useTemplateTotal({ text }: Template): WorkbookSummary['total'] {
  const [total, setTotal] = useState<WorkbookSummary['total']>(null)
  useEffect(() => {
    let wanted = true
    whenIdle(() => {
      if (wanted) setTotal(templateTotal(text))
    })
    return () => {
      wanted = false
    }
  }, [text])
  return total
}

function Total({ total }: { readonly total: WorkbookSummary['total'] }) {
  const locale = useWorkspace((state) => state.locale)
  if (total === null) return null
  const { amount, without } = printTotal(total, locale)
  return (
    <span className="start-total" data-value={total.monthly}>
      {amount}
      <span className="start-month"> a month</span>
      {without !== null && <span className="start-without"> {without}</span>}
    </span>
  )
}
