import { ContextMenu as Radix } from 'radix-ui'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { chosenOwn, hasDropped, pushChosen, resetChosen, toggleDropped } from './own-actions.ts'

/** What a right click offers on cells that the shown scenario holds differently. Nothing on the base. */
export function OwnItems() {
  const state = workspace.getState()
  const chosen = chosenOwn(state)
  const dropped = state.scenario !== null && hasDropped(state)
  if (chosen === null && !dropped) return null
  return (
    <>
      <Radix.Separator className="ui-menu-line" />
      {chosen !== null && chosen.fields.length + chosen.dropped.length > 0 && <Item label={resetLabel(chosen)} act={resetChosen} />}
      {chosen !== null && <Item label={`Push down to ${nameOf(chosen.own.parentName)}`} act={pushChosen} />}
      {dropped && <Item label={state.showDropped ? 'Hide dropped rows' : 'Show dropped rows'} act={toggleDropped} />}
    </>
  )
}

function resetLabel({ own, fields, dropped, before }: NonNullable<ReturnType<typeof chosenOwn>>): string {
  if (fields.length === 0) return dropped.length === 1 ? 'Bring the row back' : `Bring ${String(dropped.length)} rows back`
  const of = nameOf(own.parentName)
  if (before !== null) return `Reset to ${of} (${before === '' ? 'empty' : shortened(before)})`
  return `Reset ${String(fields.length)} values to ${of}`
}

function nameOf(parent: string): string {
  return parent === BASE_NAME ? 'the base' : `“${parent}”`
}

function shortened(text: string): string {
  return text.length > 32 ? `${text.slice(0, 31)}…` : text
}

function Item({ label, act }: { readonly label: string; readonly act: () => void }) {
  return (
    <Radix.Item className="ui-menu-item" onSelect={act}>
      <span className="ui-menu-icon" />
      <span className="ui-menu-label">{label}</span>
    </Radix.Item>
  )
}
