import './tabs.css'

export type Tab<Id extends string> = { readonly id: Id; readonly label: string }

type TabsProps<Id extends string> = {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly tab: Id
  readonly onTab: (tab: Id) => void
}

/** A line of tabs, the chosen one underlined. */
export function Tabs<Id extends string>({ label, tabs, tab, onTab }: TabsProps<Id>) {
  return (
    <div role="tablist" aria-label={label} className="ui-tabs">
      {tabs.map(({ id, label: name }) => (
        <button key={id} type="button" role="tab" aria-selected={tab === id} className="ui-tab" onClick={() => onTab(id)}>
          {name}
        </button>
      ))}
    </div>
  )
}
