import { z } from 'zod'

/** A rectangle in device-independent pixels of the desktop. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Placement = Rectangle & { readonly maximized: boolean }

/** Smallest window in which the sheet is still usable. */
export const smallest = { width: 720, height: 480 } as const
const usual = { width: 1360, height: 860 } as const

const pixel = z.number().int().min(-1_000_000).max(1_000_000)
const placementShape = z.object({ x: pixel, y: pixel, width: pixel.positive(), height: pixel.positive(), maximized: z.boolean() })

/** The placement as it was stored, or `null` when there is none worth following. */
export function readPlacement(text: string): Placement | null {
  try {
    return placementShape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * A placement that lies wholly on one of the screens: the one it overlaps most, else the first. Without a stored
 * placement the window has its usual size in the middle of the first screen. `screens` are work areas, at least one.
 */
export function placeOnScreens(stored: Placement | null, screens: readonly Rectangle[]): Placement {
  const first = screens[0] ?? { x: 0, y: 0, ...usual }
  if (!stored) return { ...centred(first), maximized: false }
  const screen = screens.reduce((best, one) => (overlap(stored, one) > overlap(stored, best) ? one : best), first)
  const width = clamp(stored.width, Math.min(smallest.width, screen.width), screen.width)
  const height = clamp(stored.height, Math.min(smallest.height, screen.height), screen.height)
  return {
    x: clamp(stored.x, screen.x, screen.x + screen.width - width),
    y: clamp(stored.y, screen.y, screen.y + screen.height - height),
    width,
    height,
    maximized: stored.maximized,
  }
}

function centred(screen: Rectangle): Rectangle {
  const width = Math.min(usual.width, screen.width)
  const height = Math.min(usual.height, screen.height)
  return { x: screen.x + Math.floor((screen.width - width) / 2), y: screen.y + Math.floor((screen.height - height) / 2), width, height }
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
