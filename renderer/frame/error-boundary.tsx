import { Component } from 'react'
import type { ReactNode } from 'react'
import { saveBackup } from '#renderer/exchange/exchange.ts'
import { Button } from '#renderer/ui/button.tsx'
import { workspace } from '#renderer/workspace/store.ts'
import './frame.css'

type Props = { readonly children: ReactNode }
type State = { readonly fault: Error | null }

/** A fault while drawing takes the view away, never the workbook: it stays in the store and in storage. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { fault: null }

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) }
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <div className="frame-plain" role="alert">
        <div className="frame-card">
          <h1>Something in the window failed</h1>
          <p>
            Your workbook is still here and everything that was marked as saved is kept. Try again, and save a backup file if it happens
            once more.
          </p>
          <div className="frame-card-actions">
            <Button kind="primary" onClick={() => this.setState({ fault: null })}>
              Try again
            </Button>
            {workspace.getState().workbook !== null && <Button onClick={saveBackup}>Save a backup</Button>}
            <Button onClick={() => window.location.reload()}>Load the page again</Button>
          </div>
          <p className="frame-detail">{fault.message}</p>
        </div>
      </div>
    )
  }
}
