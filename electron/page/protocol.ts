import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Reports } from '../export/reports.ts'
import { pageScheme } from './address.ts'
import { pageFile } from './pageFile.ts'
import type { PageFile } from './pageFile.ts'
import { noncePlace, pageHeaders, reportHeaders } from './policy.ts'

/** Declares the page's scheme; must run before the app is ready. Without `standard` the page would have no storage. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the page from a folder, under its scheme, with its policy; and reports that wait to be printed. */
export function servePage(folder: string, reports: Reports): void {
  protocol.handle(pageScheme, async (request) => {
    const report = request.method === 'GET' ? reports.at(request.url) : null
    if (report !== null) return new Response(report, { headers: reportHeaders })
    const file = request.method === 'GET' ? pageFile(folder, request.url) : null
    if (!file) return new Response(null, { status: 403 })
    try {
      return await answer(file)
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

async function answer(file: PageFile): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const bytes = await readFile(file.path)
  const body = file.path.endsWith('.html') ? bytes.toString('utf8').replaceAll(noncePlace, nonce) : new Uint8Array(bytes)
  return new Response(body, { headers: pageHeaders(file.contentType, nonce) })
}
