import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from '@playwright/test'

type Priced = {
  readonly total: { readonly monthly: number; readonly list: number }
  readonly components: readonly { readonly id: string; readonly monthly: number }[]
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
    // Without the browser's own picker, which no test can press, a file input is used.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
    await page.goto('/')
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open file…' }).click()
    await (await chosen).setFiles(file)
    await expect(page.getByTestId('total-monthly')).toHaveAttribute('data-value', String(priced.total.monthly))
    await expect(page.getByTestId('total-list')).toHaveAttribute('data-value', String(priced.total.list))
    for (const { id, monthly } of priced.components) {
      const cell = page.locator(`.sheet .ag-row[row-id="${id}"] [col-id="monthly"] [data-value]`)
      await expect(cell).toHaveAttribute('data-value', String(monthly))
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
