import path from 'node:path'
import { isOurPage } from './address.ts'

/** Anything else is bytes, which no browser runs: `nosniff` keeps it from guessing. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.skytally': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
}

/** A file of the page and how to announce it. */
export type PageFile = { readonly path: string; readonly contentType: string }

/**
 * The file that a request of the page names, or `null` when the address is not ours, cannot be decoded or leads out
 * of `folder` (also spelt `..%2f` or `%5c..`).
 */
export function pageFile(folder: string, address: string): PageFile | null {
  if (!isOurPage(address)) return null
  const name = decodedPath(new URL(address).pathname)
  if (name === null || name.includes('\0') || name.includes('\\')) return null
  const file = path.normalize(path.join(folder, name))
  const contentType = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
  return file.startsWith(folder + path.sep) ? { path: file, contentType } : null
}

function decodedPath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
