import { expect, test } from './kit.ts'

test.beforeEach(async ({ prices }) => {
  await prices.openFrom('Image classification')
})

test('every price of the book is there, and can be scrolled to', async ({ prices, page }) => {
  expect(await prices.count()).toBeGreaterThan(48_000)
  await prices.search().press('ArrowDown')
  await page.keyboard.press('Control+End')
  const last = (await prices.count()) - 1
  await expect(prices.cell(last, 'name')).not.toBeEmpty()
  // The keyboard goes along: the next key begins there.
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('.prices-table .ag-cell-focus').and(page.locator(`[row-index="${String(last - 1)}"] *`))).toBeVisible()
  await page.keyboard.press('Control+Home')
  await expect(prices.cell(0, 'name')).toBeVisible()
})

test('words find a size or a price in a region, in any order', async ({ prices }) => {
  await prices.found('m5.xlarge frankfurt')
  await expect(prices.cell(0, 'name')).toHaveText('m5.xlarge')
  await expect(prices.cell(0, 'region')).toHaveText('eu-central-1')
  await expect(prices.cell(0, 'on-demand')).toHaveAttribute('data-value', '0.23')
  await prices.found('ireland nat gateway')
  await expect(prices.cell(0, 'name')).toHaveText('nat-gateway/data-processed')
  await expect(prices.cell(0, 'unit')).toHaveText('GB')
  expect(await prices.count()).toBe(2)
})

test('a shape finds machines of it, the cheapest first', async ({ prices }) => {
  await prices.found('8 vcpu 32 gb arm')
  await expect(prices.cell(0, 'vcpu')).toHaveText('8')
  await expect(prices.cell(0, 'memory')).toHaveText('32 GiB')
  await expect(prices.cell(0, 'architecture')).toHaveText('Arm')
  const first = Number(await prices.cell(0, 'on-demand').getAttribute('data-value'))
  const tenth = Number(await prices.cell(9, 'on-demand').getAttribute('data-value'))
  expect(first).toBeLessThanOrEqual(tenth)
})

test('filters narrow what is found, and are taken back at once', async ({ prices, page }) => {
  await prices.filter('Azure').check()
  await prices.filter('Part of the world').selectOption('Europe')
  await prices.filter('Kind').selectOption('machines')
  await prices.filter('vCPU from').fill('16')
  await prices.filter('vCPU to').fill('16')
  await prices.filter('Memory from').fill('64')
  await prices.filter('Memory to').fill('64')
  await expect(prices.cell(0, 'cloud')).toHaveText('Azure')
  await expect(prices.cell(0, 'vcpu')).toHaveText('16')
  await expect(prices.cell(0, 'memory')).toHaveText('64 GiB')
  const narrow = await prices.count()
  expect(narrow).toBeGreaterThan(10)
  await prices.filter('Price on demand to').fill('0.7')
  await expect.poll(() => prices.count()).toBeLessThan(narrow)
  await prices.filter('Region').selectOption('uksouth')
  await expect(prices.cell(0, 'region')).toHaveText('uksouth')
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect.poll(() => prices.count()).toBeGreaterThan(48_000)
  await expect(prices.filter('vCPU from')).toHaveValue('')
})

test('machines with a GPU are found by its model and number', async ({ prices }) => {
  await prices.filter('GPU model').selectOption('A100')
  await prices.filter('GPUs from').fill('8')
  await expect(prices.cell(0, 'gpus')).toContainText('A100')
  expect(await prices.count()).toBeGreaterThan(5)
  expect(await prices.count()).toBeLessThan(150)
})

test('the table is sorted by its heads, unknown prices last either way', async ({ prices, page }) => {
  await prices.filter('Kind').selectOption('machines')
  const head = page.getByRole('columnheader', { name: 'Spot', exact: true })
  const spot = (position: number) => prices.cell(position, 'spot').getAttribute('data-value').then(Number)
  await head.click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(() => spot(0)).toBeLessThan(0.01)
  await expect.poll(async () => (await spot(0)) <= (await spot(5))).toBe(true)
  await head.click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(() => spot(0)).toBeGreaterThan(50)
  await prices.search().press('ArrowDown')
  await page.keyboard.press('Control+End')
  await expect(prices.cell((await prices.count()) - 1, 'spot')).toHaveAttribute('data-value', 'unknown')
})

test('a price that is not known is a dash with its reason, never zero', async ({ prices, page }) => {
  await prices.found('a1.medium us-east-1')
  const cell = prices.cell(0, 'spot')
  await expect(cell).toHaveText('—')
  await expect(cell).toHaveAttribute('data-value', 'unknown')
  await expect(cell).toHaveAttribute('aria-description', /no spot price for a1.medium in us-east-1/)
  await cell.hover()
  await expect(page.locator('.ag-tooltip')).toContainText('no spot price for a1.medium')
})

test('a search that finds nothing says what to leave out', async ({ prices, page }) => {
  await prices.filter('Part of the world').selectOption('Africa')
  await prices.found('m5.xlarge frankfurt')
  const nothing = page.getByRole('group', { name: 'Nothing found' })
  await expect(nothing).toBeVisible()
  expect(await prices.count()).toBe(0)
  await nothing.getByRole('button', { name: /^any region \(/ }).click()
  await expect(prices.cell(0, 'region')).toHaveText('eu-central-1')
  await prices.found('zzzz')
  await expect(nothing).toContainText('No price is called so')
  await nothing.getByRole('button', { name: 'Start again' }).click()
  await expect.poll(() => prices.count()).toBeGreaterThan(48_000)
})

test('the chosen price says where it comes from', async ({ prices, page }) => {
  await prices.found('nat gateway ireland')
  await prices.search().press('ArrowDown')
  await expect(prices.detail()).toContainText('NAT gateway')
  await expect(prices.detail()).toContainText('aws.nat-gateway/data-processed@eu-west-1')
  await page.keyboard.press('ArrowDown')
  await expect(prices.detail()).toContainText('Gateway hours')
})

test('the search, the filter and the order are kept while one is at the sheet', async ({ prices, page }) => {
  await prices.found('m5 ireland')
  await page.getByRole('columnheader', { name: 'On demand', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(prices.sheet()).toBeVisible()
  await page.getByRole('button', { name: /^Prices/ }).click()
  await expect(prices.search()).toHaveValue('m5 ireland')
  await expect(page.getByRole('columnheader', { name: 'On demand', exact: true })).toHaveAttribute('aria-sort', 'ascending')
})
