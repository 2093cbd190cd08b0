import type { KeyboardEvent } from 'react'
import { filled, moved, painted, wholeWeek } from './week-grid.ts'
import type { Block } from './week-grid.ts'

export type KeyAct =
  | { readonly kind: 'type'; readonly text: string | null }
  | { readonly kind: 'select'; readonly block: Block }
  | { readonly kind: 'write'; readonly hours: Float64Array }

/** `hours`: with what is being typed over the selection (`typed`) already in them. */
export type KeyState = { readonly block: Block; readonly typed: string | null; readonly hours: Float64Array }

/** What a key means in the grid; `null` where it means nothing here. What is typed is taken before anything but `type`. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, state: KeyState): KeyAct | null {
  const { block, typed, hours } = state
  const { key } = event
  const command = event.ctrlKey || event.metaKey
  const step = moved(block.focus, key, command)
  if (step !== null) {
    return { kind: 'select', block: event.shiftKey ? { anchor: block.anchor, focus: step } : { anchor: step, focus: step } }
  }
  if (command && (key === 'd' || key === 'r')) return { kind: 'write', hours: filled(hours, block, key === 'd' ? 'down' : 'right') }
  if (command && key === 'a') return { kind: 'select', block: wholeWeek }
  if (command || event.altKey) return null
  if (/^[\d.,%]$/.test(key)) return { kind: 'type', text: (typed ?? '') + key }
  if (typed !== null) return typingAct(key, typed, block)
  if (key === 'Delete' || key === 'Backspace') return { kind: 'write', hours: painted(hours, block, 0) }
  return null
}

function typingAct(key: string, typed: string, block: Block): KeyAct | null {
  if (key === 'Backspace') return { kind: 'type', text: typed.slice(0, -1) }
  if (key === 'Delete') return { kind: 'type', text: typed }
  if (key === 'Escape') return { kind: 'type', text: null }
  return key === 'Enter' ? { kind: 'select', block } : null
}

/** The hours with what is typed in all of the block; `null` where it is no value. Empty, as after Backspace, it changes nothing. */
export function taken({ block, typed, hours }: KeyState, read: (typed: string) => number | null): Float64Array | null {
  if (typed === null || typed.trim() === '') return hours
  const value = read(typed)
  return value === null ? null : painted(hours, block, value)
}
