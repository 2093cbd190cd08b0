import { Button } from '#renderer/ui/button.tsx'
import './frame.css'

/** Shown when the program cannot open what it needs: nothing was touched, and this says what to do. */
export function FailedStart({ message, fix }: { readonly message: string; readonly fix: string }) {
  return (
    <main className="frame-plain" role="alert">
      <div className="frame-card">
        <h1>Skytally could not start</h1>
        <p>{message}</p>
        <p>{fix}</p>
        <div className="frame-card-actions">
          <Button kind="primary" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        </div>
      </div>
    </main>
  )
}
