import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from '@playwright/test'

type Priced = {
  readonly total: { readonly monthly: number; readonly list: number }
  readonly components: readonly { readonly name: string; readonly monthly: number }[]
  readonly budgets: readonly { readonly ratio: number }[]
}

const examples = [
  'image-classification-flat',
  'image-classification',
  'inference-service',
  'training-run',
  'serverless-inference',
  'managed-endpoint',
]

for (const name of examples) {
  test(`the app shows the figures of ${name} that the command line prints`, async ({ page }) => {
    const file = path.resolve('examples', `${name}.skytally`)
    const priced = fromCommandLine(file)
    await page.goto('/')
    const chosen = page.waitForEvent('filechooser')
    // The page has the File System Access API here; without it a file input is used, which a test can answer.
    await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
    await page.getByRole('button', { name: /^Open file/ }).click()
    await (await chosen).setFiles(file)
    await expect(page.getByTestId('total-monthly')).toHaveAttribute('data-value', String(priced.total.monthly))
    await expect(page.getByTestId('total-list')).toHaveAttribute('data-value', String(priced.total.list))
    for (const { name: row, monthly } of priced.components) {
      const line = page
        .locator('.ag-center-cols-container .ag-row, .ag-pinned-left-cols-container .ag-row')
        .filter({ hasText: row })
        .first()
      const index = await line.getAttribute('row-index')
      const cell = page.locator(`.ag-center-cols-container .ag-row[row-index="${index}"] [col-id="monthly"] [data-value]`)
      expect(Number(await cell.getAttribute('data-value'))).toBe(monthly)
    }
    for (const { ratio } of priced.budgets) await expect(page.getByTestId('budget-meter')).toHaveAttribute('data-value', String(ratio))
  })
}

function fromCommandLine(file: string): Priced {
  const { stdout } = spawnSync(process.execPath, [path.resolve('build/bin/skytally.mjs'), 'price', file, '--format', 'json'], {
    encoding: 'utf8',
  })
  return JSON.parse(stdout).scenarios[0]
}
