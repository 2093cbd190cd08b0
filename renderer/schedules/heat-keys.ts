import type { KeyboardEvent } from 'react'
import { filled, moved, painted, wholeWeek } from './week-grid.ts'
import type { Block } from './week-grid.ts'

export type KeyAct =
  | { readonly kind: 'type'; readonly text: string | null }
  | { readonly kind: 'commit' | 'select'; readonly block: Block }
  | { readonly kind: 'write'; readonly hours: Float64Array }

/** `typed`: what was typed over the selection and is not taken yet. */
export type KeyState = { readonly block: Block; readonly typed: string | null; readonly hours: Float64Array }

/** What a key means in the grid; `null` where it means nothing here. */
export function keyAct(event: KeyboardEvent, { block, typed, hours }: KeyState): KeyAct | null {
  const { key } = event
  const command = event.ctrlKey || event.metaKey
  const step = moved(block.focus, key, command)
  if (step !== null) {
    const next = event.shiftKey ? { anchor: block.anchor, focus: step } : { anchor: step, focus: step }
    return { kind: typed === null ? 'select' : 'commit', block: next }
  }
  if (command && (key === 'd' || key === 'r')) return { kind: 'write', hours: filled(hours, block, key === 'd' ? 'down' : 'right') }
  if (command && key === 'a') return { kind: 'select', block: wholeWeek }
  if (command || event.altKey) return null
  if (/^[\d.,%]$/.test(key)) return { kind: 'type', text: (typed ?? '') + key }
  if (typed !== null && key === 'Backspace') return { kind: 'type', text: typed.slice(0, -1) }
  if (typed !== null && key === 'Escape') return { kind: 'type', text: null }
  if (typed !== null && key === 'Enter') return { kind: 'commit', block }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'write', hours: painted(hours, block, 0) }
  return null
}
