import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { runCommand } from '#renderer/workspace/commands.ts'
import { dismiss } from '#renderer/workspace/notices.ts'
import { focusSheet } from '#renderer/workspace/sheet-focus.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { Notice } from '#renderer/workspace/types.ts'
import { IconButton } from './button.tsx'
import './notices.css'

/** Milliseconds an information stays; what went wrong stays until it is dismissed. */
const stay = 6000

export function Notices() {
  const notices = useWorkspace((state) => state.notices)
  return (
    <div className="ui-notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.message} notice={notice} />
      ))}
    </div>
  )
}

/** The notice goes with the edit it is about; the keyboard goes back to the sheet. */
function takeBack(): void {
  runCommand('edit.undo')
  focusSheet()
}

const icons = { info: Info, refusal: CircleAlert, fault: TriangleAlert }

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const Icon = icons[notice.kind]
  useEffect(() => {
    if (notice.kind === 'fault') return
    const timer = setTimeout(() => dismiss(notice), notice.kind === 'info' && notice.undo !== true ? stay : stay * 2)
    return () => {
      clearTimeout(timer)
    }
  }, [notice])
  return (
    <div className="ui-notice" data-kind={notice.kind}>
      <Icon className="ui-notice-icon" aria-hidden />
      <p className="ui-notice-text">
        {notice.message}
        {notice.fix !== undefined && <span className="ui-notice-fix"> {notice.fix}</span>}
        {notice.undo === true && (
          <>
            {' '}
            <button type="button" className="ui-notice-undo" onClick={takeBack}>
              Undo
            </button>
          </>
        )}
      </p>
      <IconButton label="Dismiss" onClick={() => dismiss(notice)}>
        <X />
      </IconButton>
    </div>
  )
}
