import { ContextMenu as Radix } from 'radix-ui'
import { useState } from 'react'
import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { BASE_NAME, SCENARIO_COLOURS } from '#shared/commands/scenarios.ts'
import type { Id, Scenario } from '#shared/document/types.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { chooseDesigns } from '#renderer/workspace/designs.ts'
import { showScenario } from '#renderer/workspace/edit.ts'
import { showPage } from '#renderer/workspace/page.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { addOn, canMove, colour, duplicate, moveBy, pushAll, remove, resetAll } from './actions.ts'
import { changeTabs, tabsState, useTabs } from './state.ts'
import { tabElement } from './tab.tsx'

/** What can be done with a tab, by a right click or the menu key on it. */
export function TabMenu({ children }: { readonly children: ReactElement }) {
  const [id, setId] = useState<Id | null>(null)
  const scenario = useWorkspace((state) => (id === null ? null : (state.document?.scenarios.get(id) ?? null)))
  const where = (event: MouseEvent) => {
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="tab"]') : null
    if (tab === null) event.preventDefault()
    else setId(tab.dataset['scenario'] === '' ? null : (tab.dataset['scenario'] ?? null))
  }
  const back = (event: Event) => {
    event.preventDefault()
    const { renaming, deciding, elsewhere } = tabsState.getState()
    if (renaming === null && deciding === null && !elsewhere) (tabElement(id) ?? tabElement(workspace.getState().scenario))?.focus()
  }
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild onContextMenuCapture={where}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-menu tab-menu" collisionPadding={8} onCloseAutoFocus={back}>
          <Compare id={id} />
          {scenario === null ? <OfBase /> : <OfScenario scenario={scenario} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Compare({ id }: { readonly id: Id | null }) {
  const picked = useTabs((state) => state.picked)
  const several = picked.length > 1 && picked.includes(id)
  const compare = (ids: readonly (Id | null)[]) => {
    chooseDesigns(ids)
    showPage('compare')
  }
  if (several) return <Item onSelect={() => compare(picked)}>{`Compare these ${String(picked.length)}`}</Item>
  return <Item onSelect={() => compare(id === null ? [] : [null, id])}>{id === null ? 'Compare all' : `Compare with ${BASE_NAME}`}</Item>
}

function OfBase() {
  return (
    <>
      <Line />
      <Item onSelect={() => addOn(null)}>New scenario from here</Item>
      <Item onSelect={() => elsewhereOf(null)}>Same design elsewhere…</Item>
    </>
  )
}

function OfScenario({ scenario }: { readonly scenario: Scenario }) {
  const { id, overrides } = scenario
  const parent = useWorkspace((state) => (scenario.parent === null ? null : (state.document?.scenarios.get(scenario.parent)?.name ?? null)))
  const count = overrides.length
  const under = parent === null ? 'the base' : `“${parent}”`
  return (
    <>
      <Line />
      <Item keys="F2" onSelect={() => changeTabs({ renaming: id })}>
        Rename
      </Item>
      <Item onSelect={() => changeTabs({ deciding: id })}>Decision note…</Item>
      <Colours scenario={scenario} />
      <Line />
      <Item onSelect={() => duplicate(id)}>Duplicate</Item>
      <Item onSelect={() => addOn(id)}>Branch from here</Item>
      <Item onSelect={() => elsewhereOf(id)}>Same design elsewhere…</Item>
      <Item keys="Alt+ArrowLeft" disabled={!canMove(id, -1)} onSelect={() => moveBy(id, -1)}>
        Move left
      </Item>
      <Item keys="Alt+ArrowRight" disabled={!canMove(id, 1)} onSelect={() => moveBy(id, 1)}>
        Move right
      </Item>
      <Line />
      <Item disabled={count === 0} onSelect={() => shownFirst(id, resetAll)}>{`Reset all to ${under}`}</Item>
      <Item disabled={count === 0} onSelect={() => shownFirst(id, pushAll)}>{`Push everything down to ${under}`}</Item>
      <Line />
      <Item keys="Delete" danger onSelect={() => remove(id)}>
        Delete
      </Item>
    </>
  )
}

/** The dialog is about what is shown. */
function elsewhereOf(id: Id | null): void {
  showScenario(id)
  changeTabs({ elsewhere: true })
}

/** What happens to a whole scenario is seen. */
function shownFirst(id: Id, act: (id: Id) => void): void {
  showScenario(id)
  act(id)
}

function Colours({ scenario }: { readonly scenario: Scenario }) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className="ui-menu-item">
        <span className="ui-menu-icon">
          <span className="tab-menu-colour" data-colour={scenario.colour === '' ? undefined : scenario.colour} />
        </span>
        <span className="ui-menu-label">Colour</span>
        <span aria-hidden>▸</span>
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className="ui-menu tab-menu-colours" collisionPadding={8}>
          <Radix.RadioGroup value={scenario.colour} onValueChange={(name) => colour(scenario.id, name)}>
            {['', ...SCENARIO_COLOURS].map((name) => (
              <Radix.RadioItem key={name} value={name} className="ui-menu-item">
                <span className="ui-menu-icon">
                  <Radix.ItemIndicator>●</Radix.ItemIndicator>
                </span>
                <span className="tab-menu-colour" data-colour={name === '' ? undefined : name} />
                <span className="ui-menu-label">{name === '' ? 'None' : name.charAt(0).toUpperCase() + name.slice(1)}</span>
              </Radix.RadioItem>
            ))}
          </Radix.RadioGroup>
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  )
}

type ItemProps = {
  readonly children: ReactNode
  readonly onSelect: () => void
  readonly keys?: string
  readonly disabled?: boolean
  readonly danger?: boolean
}

function Item({ children, onSelect, keys, disabled = false, danger = false }: ItemProps) {
  return (
    <Radix.Item className="ui-menu-item" data-danger={danger || undefined} disabled={disabled} onSelect={onSelect}>
      <span className="ui-menu-icon" />
      <span className="ui-menu-label">{children}</span>
      {keys !== undefined && <Keys shortcut={keys} />}
    </Radix.Item>
  )
}

function Line() {
  return <Radix.Separator className="ui-menu-line" />
}
