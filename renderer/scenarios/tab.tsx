import { useEffect, useRef } from 'react'
import type { DragEvent, KeyboardEvent, MouseEvent } from 'react'
import type { Id, Scenario } from '#shared/document/types.ts'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { useScenarioTotal } from '#renderer/workspace/scenario-totals.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

type Props = {
  /** `null`: the base. */
  readonly scenario: Scenario | null
  /** The name of the scenario it stands on, `null` where that is the base. */
  readonly parent: string | null
  readonly shown: boolean
  readonly picked: boolean
  readonly drop: 'before' | 'after' | undefined
  readonly onPress: (event: MouseEvent) => void
  readonly onRename: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly drag: {
    readonly draggable: boolean
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragEnd: () => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** The element of a tab, by the scenario it shows. */
export function tabElement(id: Id | null): HTMLElement | null {
  return document.getElementById(`scenario-tab-${id ?? ''}`)
}

/** One scenario at the foot: its colour, its name, what it branches from, what it costs a month. */
export function Tab({ scenario, parent, shown, picked, drop, onPress, onRename, onKeyDown, drag }: Props) {
  const name = scenario?.name ?? BASE_NAME
  const tab = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (shown) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])
  return (
    <button
      ref={tab}
      type="button"
      role="tab"
      id={`scenario-tab-${scenario?.id ?? ''}`}
      className="tab-bar-tab"
      aria-selected={shown}
      tabIndex={shown ? 0 : -1}
      data-scenario={scenario?.id ?? ''}
      data-colour={scenario === null || scenario.colour === '' ? undefined : scenario.colour}
      data-picked={picked || undefined}
      data-drop={drop}
      title={titleOf(scenario, parent)}
      onClick={onPress}
      onDoubleClick={onRename}
      onKeyDown={onKeyDown}
      {...drag}
    >
      {parent !== null && <span className="tab-bar-parent" aria-hidden>{`‹ ${parent}`}</span>}
      <span className="tab-bar-name">{name}</span>
      <Total id={scenario?.id ?? null} />
    </button>
  )
}

function titleOf(scenario: Scenario | null, parent: string | null): string {
  if (scenario === null) return 'What every scenario stands on'
  const count = scenario.overrides.length
  const differences = count === 0 ? 'nothing different yet' : `${String(count)} ${count === 1 ? 'difference' : 'differences'}`
  return `${scenario.name}: ${differences} from ${parent ?? BASE_NAME}${scenario.decision.what === '' ? '' : `. ${scenario.decision.what}`}`
}

function Total({ id }: { readonly id: Id | null }) {
  const total = useScenarioTotal(id)
  const printer = usePrinter()
  if (total === null) return null
  const { money, isCurrent } = total
  const isAll = isKnown(money)
  return (
    <span className="tab-bar-total" data-stale={!isCurrent || undefined} data-value={isAll ? money.monthly : undefined}>
      {isAll ? printer.money(money.monthly) : NOT_KNOWN}
      {isAll && money.unknown + money.problems > 0 ? ' +?' : ''}
    </span>
  )
}
