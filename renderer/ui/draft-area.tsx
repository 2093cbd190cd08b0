import type { Refusal } from '#shared/commands/types.ts'
import { useDraft } from './use-draft.ts'
import './draft.css'

type Props = {
  readonly label: string
  readonly text: string
  readonly commit: (text: string) => Refusal | null
  readonly placeholder?: string
}

/** Several lines of text, taken with Ctrl+Enter or by leaving the field; Escape brings back what was there. */
export function DraftArea({ label, text, commit, placeholder }: Props) {
  const draft = useDraft(text, commit)
  return (
    <textarea
      className="ui-input draft-area"
      aria-label={label}
      rows={Math.min(8, Math.max(2, draft.shown.split('\n').length))}
      placeholder={placeholder}
      value={draft.shown}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || ((event.ctrlKey || event.metaKey) && event.key === 'Enter')) draft.keyDown(event)
      }}
    />
  )
}
