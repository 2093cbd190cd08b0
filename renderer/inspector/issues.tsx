import { CircleAlert } from 'lucide-react'
import type { Problem } from '#shared/formula/types.ts'
import { told } from '#renderer/ui/told.ts'

/** What is wrong with the row as a whole: each in a sentence with what to do. */
export function Issues({ issues }: { readonly issues: readonly Problem[] }) {
  if (issues.length === 0) return null
  return (
    <ul className="inspector-issues" aria-label="Problems of this row">
      {issues.map((issue) => (
        <li key={issue.message}>
          <CircleAlert size={14} aria-hidden="true" />
          <span>{told(issue)}</span>
        </li>
      ))}
    </ul>
  )
}
