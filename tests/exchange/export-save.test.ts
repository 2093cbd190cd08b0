import { afterEach, expect, it, vi } from 'vitest'
import { exportFormats, isExportFormat } from '#pricing/export/format-list.ts'
import { saveExport } from '#renderer/exchange/export-save.ts'

afterEach(() => vi.unstubAllGlobals())

it('offers every format a file name of its own, so that none takes the place of another', async () => {
  const offered: string[] = []
  const desktop = {
    saveExport: async ({ suggestedName, extension }: { readonly suggestedName: string; readonly extension: string }) => {
      offered.push(`${suggestedName}.${extension}`)
      return { ok: true, value: null }
    },
  }
  vi.stubGlobal('window', { desktop })
  for (const format of Object.keys(exportFormats).filter(isExportFormat)) await saveExport(format, 'My design', '')
  expect(offered).toContain('My design.focus.csv')
  expect(offered).toContain('My design.infracost.json')
  expect(new Set(offered).size).toBe(Object.keys(exportFormats).length)
})
