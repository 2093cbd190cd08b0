import { Plus } from 'lucide-react'
import { Button } from './button.tsx'
import './side-list.css'

type SideListProps = {
  readonly label: string
  /** `detail` is said softly behind the name. */
  readonly items: readonly { readonly id: string; readonly name: string; readonly detail?: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  readonly addLabel: string
  readonly onAdd: () => void
}

/** Beside a form: the things it can be about, and a way to add one. */
export function SideList({ label, items, chosen, onChoose, addLabel, onAdd }: SideListProps) {
  return (
    <nav className="side-list" aria-label={label}>
      <ul>
        {items.map(({ id, name, detail }) => (
          <li key={id}>
            <button type="button" className="side-list-item" aria-current={id === chosen || undefined} onClick={() => onChoose(id)}>
              {name}
              {detail !== undefined && <span className="side-list-detail"> {detail}</span>}
            </button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" icon={<Plus />} onClick={onAdd}>
        {addLabel}
      </Button>
    </nav>
  )
}
