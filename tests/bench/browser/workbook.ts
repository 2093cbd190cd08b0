import type { Page } from 'playwright'

/** A workbook file of so many rows in six groups. */
export function workbookText(rows: number): string {
  const components = Array.from({ length: rows }, (_, n) => ({
    id: `r${String(n)}`,
    name: `Row ${String(n)}`,
    service: 'aws.ec2',
    region: 'us-east-1',
    group: `Group ${String(Math.floor((n * 6) / rows))}`,
    inputs: { size: 't3.medium', count: String(1 + (n % 97)) },
  }))
  return JSON.stringify({ format: 'skytally', version: 1, id: `bench-${String(rows)}`, name: `Bench ${String(rows)}`, components })
}

/** Opens it in the app as a file let fall on the window, and waits until it is kept. */
export async function openWorkbook(page: Page, address: string, rows: number): Promise<void> {
  await page.goto(`${address}/`)
  await page.getByRole('heading', { name: 'Skytally', exact: true }).waitFor()
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'bench.skytally'))
    return transfer
  }, workbookText(rows))
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await page.locator('.sheet .ag-row .sheet-text').first().waitFor()
  await page.getByTestId('save-status').getByText('Saved').waitFor()
}
