import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { rows } from '#shared/document/rows.ts'
import type { Id, Scenario, Workbook } from '#shared/document/types.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { showScenario } from '#renderer/workspace/edit.ts'
import { focusSheet } from '#renderer/workspace/sheet-focus.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { moveBehind, moveBy, remove } from './actions.ts'
import { changeTabs, useTabs } from './state.ts'
import { TabMenu } from './tab-menu.tsx'
import { TabName } from './tab-name.tsx'
import { Tab, tabElement } from './tab.tsx'
import { useOverflow } from './use-overflow.ts'
import { useTabDrag } from './use-tab-drag.ts'

/** The base and the scenarios as the sheets of a spreadsheet. Arrow keys go along them, Enter shows one. */
export function Tabs({ document }: { readonly document: Workbook }) {
  const shown = useWorkspace((state) => state.scenario)
  const renaming = useTabs((state) => state.renaming)
  const picked = useTabs((state) => state.picked)
  const tabs = useMemo<readonly (Scenario | null)[]>(() => [null, ...rows(document.scenarios)], [document.scenarios])
  const ids = tabs.map((scenario) => scenario?.id ?? null)
  const list = useRef<HTMLDivElement>(null)
  const { before, after, scroll } = useOverflow(list)
  const drag = useTabDrag(ids, moveBehind)
  return (
    <>
      {(before || after) && <ScrollButton label="Tabs to the left" disabled={!before} onClick={() => scroll(-1)} />}
      <TabMenu>
        <div ref={list} role="tablist" aria-label="Scenarios" className="tab-bar-tabs">
          {tabs.map((scenario) => {
            const id = scenario?.id ?? null
            if (scenario !== null && renaming === id)
              return (
                <TabName
                  key={id}
                  scenario={scenario}
                  done={(keyboard) => keyboard && requestAnimationFrame(() => tabElement(id)?.focus())}
                />
              )
            return (
              <Tab
                key={id ?? ''}
                scenario={scenario}
                parent={parentName(document, scenario)}
                shown={shown === id}
                picked={picked.length > 1 && picked.includes(id)}
                drop={drag.over?.id === id ? drag.over.side : undefined}
                onPress={(event) => press(event, id, ids, shown, picked)}
                onRename={() => id !== null && changeTabs({ renaming: id })}
                onKeyDown={(event) => keyDown(event, id, ids, picked)}
                drag={drag.of(id)}
              />
            )
          })}
        </div>
      </TabMenu>
      {(before || after) && <ScrollButton label="Tabs to the right" disabled={!after} onClick={() => scroll(1)} />}
    </>
  )
}

type ScrollProps = { readonly label: string; readonly disabled: boolean; readonly onClick: () => void }

function ScrollButton({ label, disabled, onClick }: ScrollProps) {
  return (
    <IconButton label={label} disabled={disabled} onClick={onClick} tabIndex={-1}>
      {label.endsWith('left') ? <ChevronLeft /> : <ChevronRight />}
    </IconButton>
  )
}

function parentName(document: Workbook, scenario: Scenario | null): string | null {
  return scenario === null || scenario.parent === null ? null : (document.scenarios.get(scenario.parent)?.name ?? null)
}

/** A click shows a tab; with Ctrl it picks one more, with Shift all up to it. */
function press(event: MouseEvent, id: Id | null, ids: readonly (Id | null)[], shown: Id | null, picked: readonly (Id | null)[]): void {
  if (event.ctrlKey || event.metaKey) changeTabs({ picked: toggled(picked.length === 0 ? [shown] : picked, id) })
  else if (event.shiftKey) changeTabs({ picked: between(ids, shown, id) })
  else {
    changeTabs({ picked: [] })
    showScenario(id)
  }
}

function toggled(picked: readonly (Id | null)[], id: Id | null): readonly (Id | null)[] {
  return picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]
}

function between(ids: readonly (Id | null)[], from: Id | null, to: Id | null): readonly (Id | null)[] {
  const [first, last] = [ids.indexOf(from), ids.indexOf(to)].toSorted((a, b) => a - b)
  return ids.slice(first, (last ?? 0) + 1)
}

/** Keys on a tab. True keys of the window, such as Ctrl+Z, are left to it. */
function keyDown(event: KeyboardEvent, id: Id | null, ids: readonly (Id | null)[], picked: readonly (Id | null)[]): void {
  if (!acted(event, id, ids, picked)) return
  event.preventDefault()
  event.stopPropagation()
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, count) => Math.min(count - 1, at + 1),
  Home: () => 0,
  End: (_, count) => count - 1,
}

function acted(event: KeyboardEvent, id: Id | null, ids: readonly (Id | null)[], picked: readonly (Id | null)[]): boolean {
  const mod = event.ctrlKey || event.metaKey
  const step = steps[event.key]
  if (event.altKey && id !== null && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    moveBy(id, event.key === 'ArrowLeft' ? -1 : 1)
    requestAnimationFrame(() => tabElement(id)?.focus())
  } else if (step !== undefined && !mod && !event.altKey) {
    const next = ids[step(ids.indexOf(id), ids.length)] ?? null
    if (event.shiftKey) changeTabs({ picked: [...new Set([...(picked.length === 0 ? [id] : picked), next])] })
    tabElement(next)?.focus()
  } else if (mod && event.code === 'Space') changeTabs({ picked: toggled(picked, id) })
  else if (event.key === 'F2' && id !== null) changeTabs({ renaming: id })
  else if (event.key === 'Delete' && id !== null) {
    remove(id)
    requestAnimationFrame(focusShown)
  } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openMenu(id)
  else if (event.key === 'Escape') focusSheet()
  else return false
  return true
}

function focusShown(): void {
  document.querySelector<HTMLElement>('.tab-bar-tab[aria-selected="true"]')?.focus()
}

function openMenu(id: Id | null): void {
  const tab = tabElement(id)
  if (tab === null) return
  const box = tab.getBoundingClientRect()
  tab.dispatchEvent(new globalThis.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: box.left + 8, clientY: box.top }))
}
