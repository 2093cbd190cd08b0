import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { Tabs, type Tab } from './tabs.tsx'
import './page-head.css'

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
      <Tabs label={title} tabs={tabs} tab={tab} onTab={onTab} />
      <span className="page-head-spring" />
      {children}
    </header>
  )
}
