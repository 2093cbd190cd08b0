// Answers the page's requests by the program's own `protocol.handle` handlers.
'use strict'
const http = require('node:http')
const { Readable } = require('node:stream')

/** Listens on a free port of the loopback interface. `refused` notes requests for hosts nobody handles. */
async function startServer({ origins, handlers, refused }) {
  const server = http.createServer((request, response) => {
    const found = origins.splitHost((request.headers.host ?? '').replace(/:\d+$/, ''))
    const handler = found && handlers.get(found.scheme)
    if (!handler) {
      refused.push(`${request.headers.host}${request.url}`)
      response.writeHead(502).end()
      return
    }
    answer(handler, `${found.scheme}://${found.host}${request.url}`, request, response).catch((error) => {
      console.error('stand-in: the protocol handler failed:', error)
      response.destroy()
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return server.address().port
}

async function answer(handler, url, request, response) {
  const hasBody = !/^(GET|HEAD)$/.test(request.method)
  const body = hasBody ? { body: Readable.toWeb(request), duplex: 'half' } : {}
  const made = await handler(new Request(url, { method: request.method, headers: request.headers, ...body }))
  response.writeHead(made.status, Object.fromEntries(made.headers))
  if (made.body) Readable.fromWeb(made.body).pipe(response)
  else response.end()
}

module.exports = { startServer }
