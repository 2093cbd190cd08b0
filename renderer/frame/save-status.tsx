import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { runCommand } from '#renderer/workspace/commands.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

/** Whether everything done is kept. A failure says so, and offers a file. */
export function SaveStatus() {
  const status = useWorkspace((state) => state.saveStatus)
  if (status.state === 'failed') {
    return (
      <div className="frame-saved" data-state="failed" role="alert">
        <CircleAlert aria-hidden />
        <span title={`${status.message} ${status.fix}`}>Not saved: {status.message}</span>
        <Button kind="danger" onClick={() => runCommand('file.backup')}>
          Save a backup
        </Button>
      </div>
    )
  }
  const weaker = status.state === 'saved' ? status.weaker : undefined
  return (
    <div
      className="frame-saved"
      data-state={status.state}
      data-testid="save-status"
      role="status"
      title={weaker ?? (status.state === 'saved' ? 'Everything is kept on this machine' : 'Being kept')}
    >
      {status.state === 'saved' ? <Check aria-hidden /> : <LoaderCircle aria-hidden />}
      {status.state === 'saved' ? 'Saved' : 'Saving…'}
      {weaker !== undefined && <span className="frame-weaker">*</span>}
    </div>
  )
}
