import { useStore } from 'zustand'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dismissUnreadable, openFile, unreadable } from './exchange.ts'
import './exchange.css'

/** More problems than this say no more than the first ones did. */
const mostShown = 50

/** The list of what is wrong with a file that could not be opened: where, what, and how to mend it. */
export function UnreadableFile() {
  const file = useStore(unreadable, (state) => state.file)
  if (file === null) return null
  const again = () => {
    dismissUnreadable()
    void openFile()
  }
  const actions = (
    <>
      <Button onClick={again}>Open another file…</Button>
      <Button kind="primary" onClick={dismissUnreadable}>
        Close
      </Button>
    </>
  )
  return (
    <Dialog title={`${file.name} cannot be opened`} onClose={dismissUnreadable} actions={actions} size="large">
      <p>
        {file.problems.length === 1 ? 'One thing is' : `${String(file.problems.length)} things are`} wrong with the file. It was not
        changed, and neither was anything here.
      </p>
      <ul className="exchange-problems">
        {file.problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.at} ${problem.message}`} className="exchange-problem">
            {problem.at !== '' && <code className="exchange-place">{problem.at}</code>}
            <span>{problem.message}</span> <span className="exchange-fix">{problem.fix}</span>
          </li>
        ))}
      </ul>
      {file.problems.length > mostShown && <p className="exchange-fix">and {file.problems.length - mostShown} more</p>}
    </Dialog>
  )
}
