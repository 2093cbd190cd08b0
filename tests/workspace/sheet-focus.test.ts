import { describe, expect, it } from 'vitest'
import { focusSheet, onFocusSheet } from '#renderer/workspace/sheet-focus.ts'

function sheet(name: string, heard: string[]): () => void {
  return onFocusSheet(() => heard.push(name))
}

describe('the keyboard and the sheet', () => {
  it('goes to the sheet on screen, and nowhere when there is none', () => {
    const heard: string[] = []
    focusSheet()
    const leave = sheet('first', heard)
    expect(heard).toEqual([])
    focusSheet()
    leave()
    focusSheet()
    expect(heard).toEqual(['first'])
  })
})
