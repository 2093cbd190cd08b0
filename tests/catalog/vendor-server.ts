import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Ask = { readonly path: string; readonly headers: IncomingMessage['headers'] }
export type Answering = (ask: Ask, answer: ServerResponse, count: number) => void

/** A server that speaks as the vendors' price endpoints do: a test says how each path answers, the first, second … time. */
export type VendorServer = {
  readonly address: string
  readonly asked: Ask[]
  /** Answers paths that begin so. */
  on(start: string, answering: Answering): void
  /** How often paths that begin so were asked for. */
  times(start: string): number
  close(): Promise<void>
}

export async function vendorServer(): Promise<VendorServer> {
  const asked: Ask[] = []
  const answers: { readonly start: string; readonly answering: Answering }[] = []
  const times = (start: string): number => asked.filter(({ path }) => path.startsWith(start)).length
  const server = createServer((request, response) => {
    const ask = { path: decodeURIComponent(request.url ?? ''), headers: request.headers }
    asked.push(ask)
    const found = answers.findLast(({ start }) => ask.path.startsWith(start))
    if (found === undefined) response.writeHead(404).end('not here')
    else found.answering(ask, response, times(found.start))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    on: (start, answering) => {
      answers.push({ start, answering })
    },
    times,
    close: () => closed(server),
  }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
}

/** The whole text, with its length and tag; a range of it where one is asked for. */
export function whole(text: string, tag = '"v1"'): Answering {
  const bytes = Buffer.from(text)
  return ({ headers }, response) => {
    const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? []
    if (from === undefined || (headers['if-range'] !== undefined && headers['if-range'] !== tag)) {
      response.writeHead(200, { 'content-length': bytes.length, etag: tag }).end(bytes)
      return
    }
    const rest = bytes.subarray(Number(from))
    response
      .writeHead(206, { 'content-length': rest.length, etag: tag, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` })
      .end(rest)
  }
}

/** Sends `bytes` bytes of what `whole` would send and breaks the connection. */
export function brokenAfter(bytes: number, text: string, tag = '"v1"'): Answering {
  return (_ask, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text), etag: tag })
    response.write(Buffer.from(text).subarray(0, bytes), () => setTimeout(() => response.destroy(), 20))
  }
}

/** Another answer the first, second … time; the last for all further ones. */
export function inTurn(...turns: readonly Answering[]): Answering {
  return (ask, response, count) => (turns[Math.min(count, turns.length) - 1] ?? whole(''))(ask, response, count)
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_ask, response) => {
    response.writeHead(code, headers).end('{}')
  }
}
