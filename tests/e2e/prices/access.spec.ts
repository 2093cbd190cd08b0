import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from './kit.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Runs in the page: what the rules find wrong in the prices, the grid's own elements aside. */
const AUDIT = `axe
  .run({ include: [['.prices']], exclude: [['.ag-root-wrapper']] })
  .then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')))`

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the prices pass the accessibility rules in the ${colorScheme} theme`, async ({ prices, page }) => {
    await page.emulateMedia({ colorScheme })
    await prices.openFrom('Image classification')
    await page.evaluate(await readFile(axe, 'utf8'))
    await prices.found('m5.xlarge frankfurt')
    await prices.search().press('ArrowDown')
    await expect(prices.detail()).toBeVisible()
    expect(await page.evaluate<string[]>(AUDIT)).toEqual([])
    for (const tab of ['Cheapest equivalent', 'Price books']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await page.evaluate<string[]>(AUDIT)).toEqual([])
    }
  })
}

test('in a small window the price is beside the name, and what can be done with it is in sight', async ({ prices, page }) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await prices.openFrom('Image classification')
  await prices.found('m5.xlarge')
  await prices.search().press('ArrowDown')
  await expect(prices.cell(0, 'name')).toBeInViewport()
  await expect(prices.cell(0, 'on-demand')).toBeInViewport({ ratio: 1 })
  await expect(prices.cell(3, 'name')).toBeInViewport()
  await expect(prices.detail().getByRole('button', { name: 'Add as row' })).toBeInViewport({ ratio: 1 })
})

test('without a network the prices are all there', async ({ prices, page, context }) => {
  await prices.openFrom('Image classification')
  await context.setOffline(true)
  await prices.found('nat gateway ireland')
  await expect(prices.cell(0, 'region')).toHaveText('eu-west-1')
  await page.getByRole('tab', { name: 'Cheapest equivalent' }).click()
  await expect(prices.cell(0, 'hour')).not.toBeEmpty()
})
