import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { renameWorkbook } from '#shared/commands/settings.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, TextInput } from '#renderer/ui/field.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { withdrawRefusal } from '#renderer/workspace/notices.ts'

export function NameDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const [typed, setTyped] = useState(name)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const refusal = edit(renameWorkbook, { name: typed })
    if (refusal === null) return onClose()
    withdrawRefusal(refusal)
    setProblem(`${refusal.message} ${refusal.fix}`)
  }
  return (
    <Dialog title="Rename workbook" onClose={onClose} size="small">
      <form className="frame-form" onSubmit={submit}>
        <Field label="Name" {...(problem === null ? {} : { problem })}>
          {(ids) => <TextInput {...ids} autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <div className="frame-form-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
