const names: Readonly<Record<string, string>> = {
  Backquote: '`',
  Equal: '+',
  Minus: '-',
  Slash: '/',
  Comma: ',',
  Space: 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  NumpadAdd: '+',
  NumpadSubtract: '-',
}

const mac: Readonly<Record<string, string>> = { $mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃' }
const other: Readonly<Record<string, string>> = { $mod: 'Ctrl', Control: 'Ctrl' }

/** The keys of a tinykeys shortcut as they stand on the person's keyboard: `Ctrl`, `Shift`, `Z`. */
export function printKeys(shortcut: string, apple: boolean): readonly string[] {
  const presses = shortcut.split('+').map((key) => (apple ? mac : other)[key] ?? names[key] ?? key.replace(/^(?:Key|Digit)/, ''))
  // Ctrl and the plus key are written "Ctrl +"; the Shift that types the plus is not said.
  return presses.at(-1) === '+' ? presses.filter((key) => key !== 'Shift' && key !== '⇧') : presses
}

/** Whether the keyboard has a command key. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
