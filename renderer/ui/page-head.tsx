import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import './page-head.css'

type Tab<Id extends string> = { readonly id: Id; readonly label: string }

type PageHeadProps<Id extends string> = {
  readonly title: string
  /** What the arrow leads back to, e.g. `Back to the sheet`. */
  readonly backLabel: string
  readonly onBack: () => void
  readonly tabs: readonly Tab<Id>[]
  readonly tab: Id
  readonly onTab: (tab: Id) => void
  /** Stands at the far end. */
  readonly children?: ReactNode
}

/** The head of a view that takes the whole window: the way back, its name, and its tabs. */
export function PageHead<Id extends string>({ title, backLabel, onBack, tabs, tab, onTab, children }: PageHeadProps<Id>) {
  return (
    <header className="page-head">
      <IconButton label={backLabel} keys="Escape" onClick={onBack}>
        <ArrowLeft />
      </IconButton>
      <h2 className="page-head-title">{title}</h2>
      <div role="tablist" aria-label={title} className="page-head-tabs">
        {tabs.map(({ id, label }) => (
          <button key={id} type="button" role="tab" aria-selected={tab === id} className="page-head-tab" onClick={() => onTab(id)}>
            {label}
          </button>
        ))}
      </div>
      <span className="page-head-spring" />
      {children}
    </header>
  )
}
