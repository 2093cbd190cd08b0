import { describe, expect, it } from 'vitest'
import { acceleratorOf } from '#electron/menu/accelerator.ts'
import { menuTemplate } from '#electron/menu/template.ts'
import type { Item } from '#electron/menu/template.ts'
import { windowCommands } from '#shared/commands/window.ts'

const items = (template: readonly Item[]): readonly Item[] => template.flatMap((item) => [item, ...items(item.submenu ?? [])])

const chosen: string[] = []
const template = (platform: string, isPackaged = true): Item[] =>
  menuTemplate({
    commands: windowCommands,
    platform,
    isPackaged,
    recent: ['/home/me/Salt & pepper.skytally'],
    onCommand: (id) => chosen.push(id),
    onRecent: (path) => chosen.push(path),
  })

describe.each(['linux', 'win32', 'darwin'])('the native menu on %s', (platform) => {
  const all = items(template(platform))

  it('shows every command that belongs in a menu, and choosing it sends its id', () => {
    const expected = windowCommands.flatMap((command) => ('menu' in command ? [command.id] : []))
    expect(expected.length).toBeGreaterThan(10)
    chosen.length = 0
    for (const id of expected) all.find((item) => item.id === id)?.click?.()
    expect(chosen).toEqual(expected)
  })

  it('binds no key of a command, since the page binds them, and shows each key once', () => {
    const commands = all.filter((item) => item.click && item.accelerator)
    expect(commands.filter((item) => item.registerAccelerator !== false)).toEqual([])
    const keys = all.flatMap((item) => (item.accelerator ? [item.accelerator] : []))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('has developer tools in a checkout alone, and can never reload the page', () => {
    const roles = all.map((item) => item.role)
    expect(roles).not.toContain('toggleDevTools')
    expect(roles).not.toContain('reload')
    expect(items(template(platform, false)).map((item) => item.role)).toContain('toggleDevTools')
  })
})

describe('the native menu', () => {
  it('opens a recent file by its path and shows its name with the ampersand', () => {
    const recent = items(template('linux')).find((item) => item.id === 'recent')
    const file = recent?.submenu?.[0]
    chosen.length = 0
    file?.click?.()
    expect(file?.label).toBe('Salt && pepper.skytally')
    expect(chosen).toEqual(['/home/me/Salt & pepper.skytally'])
  })

  it('begins with the application menu on a Mac', () => {
    expect(template('darwin')[0]?.role).toBe('appMenu')
    expect(items(template('linux')).map((item) => item.role)).toContain('quit')
  })
})

describe('acceleratorOf', () => {
  it.each([
    ['$mod+KeyS', 'CmdOrCtrl+S'],
    ['$mod+Shift+KeyZ', 'CmdOrCtrl+Shift+Z'],
    ['$mod+Digit1', 'CmdOrCtrl+1'],
    ['$mod+Backquote', 'CmdOrCtrl+`'],
    ['Alt+ArrowUp', 'Alt+Up'],
    ['F9', 'F9'],
    ['Control+Space', 'Ctrl+Space'],
  ])('turns %s into %s', (shortcut, accelerator) => {
    expect(acceleratorOf(shortcut)).toBe(accelerator)
  })

  it.each(['', '$mod+', 'Hyper+KeyA', '$mod+KeyAB', '$mod+Digit10', 'F25'])('has no form for %s', (shortcut) => {
    expect(acceleratorOf(shortcut)).toBeNull()
  })

  it('knows every shortcut of the command list', () => {
    const unknown = windowCommands.flatMap((command) =>
      'shortcut' in command && acceleratorOf(command.shortcut) === null ? [command.shortcut] : [],
    )
    expect(unknown).toEqual([])
  })
})
