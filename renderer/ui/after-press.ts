let pressed = false

addEventListener('pointerdown', () => (pressed = true), true)
addEventListener('pointerup', () => (pressed = false), true)
addEventListener('pointercancel', () => (pressed = false), true)

/**
 * Acts at once, or when the pointer that is down comes up. A field left by pressing on something else must not move what
 * is under the pointer before it is released, or the click would miss it.
 */
export function afterPress(act: () => void): void {
  if (!pressed) {
    act()
    return
  }
  const heard = new AbortController()
  const once = () => {
    heard.abort()
    act()
  }
  addEventListener('pointerup', once, { capture: true, signal: heard.signal })
  addEventListener('pointercancel', once, { capture: true, signal: heard.signal })
}
