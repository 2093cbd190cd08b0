import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './launch.ts'

async function answerSave(shell: ElectronApplication, file: string): Promise<void> {
  await shell.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath: chosen }) })
  }, file)
}

test('an export is written as the bytes it is, with the ending that the dialog left out', async ({ shell, page, userData }) => {
  await answerSave(shell, path.join(userData, 'costs'))
  const saved = await page.evaluate(() =>
    window.desktop.saveExport({ suggestedName: 'costs', extension: 'xlsx', bytes: new Uint8Array([80, 75, 0, 255]) }),
  )
  expect(saved).toEqual({ ok: true, value: { name: 'costs.xlsx' } })
  expect([...(await readFile(path.join(userData, 'costs.xlsx')))]).toEqual([80, 75, 0, 255])
  expect((await readdir(userData)).filter((name) => name.includes('.tmp-'))).toEqual([])
  expect(await page.evaluate(() => window.desktop.recentFiles())).toEqual({ ok: true, value: [] })
})

test('a report is printed as PDF, and what it would run or load is not', async ({ shell, page, userData }) => {
  const file = path.join(userData, 'report.pdf')
  await answerSave(shell, file)
  const html = `<!doctype html><title>t</title><style>@page { size: Letter }</style><h1>Report</h1>
<script>document.title = 'ran'; document.body.innerHTML = '<p style="break-before:page">1<p style="break-before:page">2'</script>`
  const saved = await page.evaluate((given) => window.desktop.savePdf({ suggestedName: 'report', html: given }), html)
  expect(saved).toEqual({ ok: true, value: { name: 'report.pdf' } })
  const pdf = (await readFile(file)).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1')
  expect(await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('nothing is written when the person cancels', async ({ shell, page, userData }) => {
  await shell.evaluate(({ dialog }) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: true, filePath: '' }) })
  })
  const before = await readdir(userData)
  expect(await page.evaluate(() => window.desktop.savePdf({ suggestedName: 'report', html: '<p>' }))).toEqual({ ok: true, value: null })
  expect((await readdir(userData)).filter((name) => name.endsWith('.pdf'))).toEqual([])
  expect(before.length).toBeGreaterThan(0)
})
