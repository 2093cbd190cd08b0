import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import path from 'node:path'
import { pageOrigin } from '#electron/page/address.ts'
import { pageFile } from '#electron/page/pageFile.ts'
import { noncePlace, pageHeaders } from '#electron/page/policy.ts'

/** Tells our own server from another program that holds the port. */
export const markHeader = 'x-skytally'

/**
 * Serves the built page to browsers of this machine only, with the policy it has on the desktop.
 * Rejects with the system's error (`EADDRINUSE`) when the port is taken.
 */
export async function serve(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(folder, port, request, response).catch(() => refuse(response, 500))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

async function answer(folder: string, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere that has its name point here (DNS rebinding) sends its own name as the host.
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(request.headers.host ?? '')) return refuse(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const address = new URL(request.url ?? '/', `http://${hosts[0]}`)
  const name = address.pathname === '/' ? '/index.html' : address.pathname
  const file = pageFile(folder, pageOrigin + name)
  if (file === null) return refuse(response, 404)
  const bytes = await contents(file.path)
  if (bytes === null) return refuse(response, 404)
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(200, { ...pageHeaders(file.contentType, nonce), [markHeader]: '1' })
  if (request.method === 'HEAD') response.end()
  else response.end(path.extname(file.path) === '.html' ? bytes.toString('utf8').replaceAll(noncePlace, nonce) : bytes)
}

async function contents(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}
