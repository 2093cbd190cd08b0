import { vendorServer, whole } from '#tests/catalog/vendor-server.ts'
import { expect, firstPage, test } from './launch.ts'

test('the shell reads a price endpoint for the page, and nothing else', async ({ launch }) => {
  const server = await vendorServer()
  server.on('/api/retail/prices', whole('{"Items":[]}'))
  const app = await launch({ env: { SKYTALLY_PRICE_MIRRORS: server.address } })
  const page = await firstPage(app)
  const answers = await page.evaluate(async (address) => {
    const asked = await window.desktop.priceAsk({ url: `${address}/api/retail/prices`, headers: {} })
    if (!asked.ok) return asked
    const first = await window.desktop.priceRead(asked.value.name)
    const end = await window.desktop.priceRead(asked.value.name)
    return {
      status: asked.value.status,
      text: first.ok && first.value !== null ? new TextDecoder().decode(first.value) : null,
      end: end.ok ? end.value : end.code,
      other: await window.desktop.priceAsk({ url: 'https://example.com/api/retail/prices', headers: {} }),
      self: await fetch(`${address}/api/retail/prices`).then(
        () => 'reached',
        () => 'kept out',
      ),
    }
  }, server.address)
  await server.close()
  expect(answers).toMatchObject({
    status: 200,
    text: '{"Items":[]}',
    end: null,
    other: { ok: false, code: 'price-host' },
    self: 'kept out',
  })
  expect(server.asked).toHaveLength(1)
})
