import { LifeBuoy } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { runCommand } from '#renderer/workspace/commands.ts'
import { showStart } from '#renderer/workspace/open.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import './start.css'

/** Shown instead of the start page when the database opened with less than was kept: what came back, what did not, and the ways on. */
export function RecoveryPage() {
  const report = useWorkspace((state) => state.report)
  if (report.kind === 'fine') return null
  const named = report.kind === 'recovered' ? report.restored : report.missing
  return (
    <main className="start">
      <div className="start-column start-recovery" role="alert">
        <LifeBuoy className="start-buoy" aria-hidden />
        <h1>{report.kind === 'recovered' ? 'Your work was recovered' : 'Some of your work is missing'}</h1>
        <p>{report.message}</p>
        {named.length > 0 && (
          <ul className="start-named">
            {named.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
        {report.kind === 'lost' && <p>{report.fix}</p>}
        <div className="start-actions">
          <Button kind="primary" onClick={() => void showStart()}>
            {report.kind === 'recovered' ? 'Show my workbooks' : 'Go on with what is here'}
          </Button>
          <Button onClick={() => runCommand('file.open')}>Open a backup file…</Button>
        </div>
      </div>
    </main>
  )
}
