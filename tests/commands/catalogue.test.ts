import { describe, expect, it } from 'vitest'
import { commandInfos } from '#shared/commands/catalogue.ts'
import { windowCommands } from '#shared/commands/window.ts'

const keysOf = (info: (typeof commandInfos)[number]) => [
  ...(info.shortcut === undefined ? [] : [info.shortcut]),
  ...(info.alsoShortcuts ?? []),
]

describe('the catalogue of commands', () => {
  it.each(commandInfos.map((info) => [info.id, info] as const))('says of %s what it is and how it is found', (_, info) => {
    expect(info.id).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
    expect(info.label).toMatch(/^[A-Z][^.]*[^. ]$/u)
    expect(info.keywords.length).toBeGreaterThan(0)
    expect(info).not.toHaveProperty('run')
    for (const keys of keysOf(info)) expect(keys).toMatch(/^(?:(?:\$mod|Shift|Alt|Control)\+)*(?:Key[A-Z]|F\d{1,2}|[A-Z][A-Za-z]+)$/)
  })

  it('names no command twice', () => {
    const ids = commandInfos.map((info) => info.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives no keys to two commands', () => {
    const keys = commandInfos.flatMap(keysOf)
    expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([])
  })

  it('gives the window the keys every spreadsheet has', () => {
    const shortcuts = Object.fromEntries(windowCommands.map((info) => [info.id, 'shortcut' in info ? info.shortcut : '']))
    expect(shortcuts).toMatchObject({
      'file.new': '$mod+KeyN',
      'file.open': '$mod+KeyO',
      'file.save': '$mod+KeyS',
      'edit.undo': '$mod+KeyZ',
      'edit.redo': '$mod+Shift+KeyZ',
      'edit.find': '$mod+KeyF',
      'edit.recalculate': 'F9',
      'view.palette': '$mod+KeyK',
      'view.formulas': '$mod+Backquote',
      'sheet.fillDown': '$mod+KeyD',
      'sheet.edit': 'F2',
    })
  })

  it('has something in every menu', () => {
    expect(new Set(commandInfos.map((info) => info.menu))).toEqual(new Set(['file', 'edit', 'insert', 'view', 'help', undefined]))
  })
})
