import { BrowserWindow } from 'electron'
import type { Reports } from './reports.ts'

/** A page as PDF: loaded into a window nobody sees, without scripts, and printed on the paper its own style names. */
export async function printPdf(reports: Reports, html: string): Promise<Uint8Array> {
  const address = reports.add(html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  } finally {
    reports.remove(address)
    window.destroy()
  }
}
