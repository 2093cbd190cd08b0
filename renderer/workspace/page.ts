import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { focusSheet, sheetShown } from './sheet-focus.ts'
import { workspace } from './store.ts'

/** What stands in the middle of the window: the sheet (or the start page, while no workbook is open), or the prices or the comparison over it. */
export type Page = 'sheet' | 'prices' | 'compare'

type PageState = {
  readonly shown: Page
  /** What the prices shall be searched for, until they have heard it. */
  readonly asked: string | null
}

const page = createStore<PageState>(() => ({ shown: 'sheet', asked: null }))

export function usePage(): Page {
  return useStore(page, (state) => state.shown)
}

export function shownPage(): Page {
  return page.getState().shown
}

export function showPage(shown: Page): void {
  if (page.getState().shown !== shown) page.setState({ shown })
}

/** Shows the prices that hold these words. */
export function searchPrices(text: string): void {
  page.setState({ shown: 'prices', asked: text })
}

/** What was asked for by `searchPrices`, once. */
export function useAskedPrices(hear: (text: string) => void): void {
  const asked = useStore(page, (state) => state.asked)
  useEffect(() => {
    if (asked === null) return
    hear(asked)
    page.setState({ asked: null })
  }, [asked, hear])
}

/** Back to the sheet, and the keyboard with it. */
export function backToSheet(): void {
  showPage('sheet')
  if (workspace.getState().workbook === null) return
  void sheetShown().then(focusSheet)
}

/** Another workbook, or none, begins at its own page. Returns the way to stop. */
export function keepPage(): () => void {
  return workspace.subscribe((state, before) => {
    if (state.workbook?.id !== before.workbook?.id || state.screen !== before.screen) showPage('sheet')
  })
}
