import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pageScheme } from './address.ts'
import { pageFile } from './pageFile.ts'
import type { PageFile } from './pageFile.ts'
import { noncePlace, pageHeaders } from './policy.ts'

/** Declares the page's scheme; must run before the app is ready. Without `standard` the page would have no storage. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the page from a folder, under its scheme, with its policy. */
export function servePage(folder: string): void {
  protocol.handle(pageScheme, async (request) => {
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
