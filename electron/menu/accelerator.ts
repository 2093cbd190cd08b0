const modifiers: Readonly<Record<string, string>> = { $mod: 'CmdOrCtrl', Control: 'Ctrl', Shift: 'Shift', Alt: 'Alt', Meta: 'Super' }

const keys: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
}

const same = /^(F([1-9]|1\d|2[0-4])|Delete|Backspace|Space|Tab|Enter|Escape|Home|End|PageUp|PageDown|Insert)$/

/** An Electron accelerator for a shortcut in tinykeys form (`$mod+Shift+KeyZ`), or `null` when it has no such form. */
export function acceleratorOf(shortcut: string): string | null {
  const parts = shortcut.split('+')
  const key = keyName(parts.at(-1) ?? '')
  const held = parts.slice(0, -1).map((name) => modifiers[name])
  return key === null || held.includes(undefined) ? null : [...held, key].join('+')
}

function keyName(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  return plain?.[1] ?? plain?.[2] ?? keys[code] ?? (same.test(code) ? code : null)
}
