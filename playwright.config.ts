import { defineConfig } from '@playwright/test'

// Several checkouts test side by side when each is given a port of its own.
const port = process.env['SKYTALLY_E2E_PORT'] ?? '4179'
const address = `http://127.0.0.1:${port}`

export default defineConfig({
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  outputDir: '.cache/test-results',
  projects: [
    {
      name: 'browser',
      testDir: 'tests/e2e',
      use: {
        baseURL: address,
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          ...(process.env['SKYTALLY_HEADLESS'] === undefined ? {} : { executablePath: process.env['SKYTALLY_HEADLESS'] }),
          args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        },
      },
    },
    { name: 'desktop', testDir: 'tests/desktop' },
  ],
  webServer: {
    command: `node build/serve.mjs --port ${port}`,
    url: address,
    reuseExistingServer: process.env['CI'] === undefined,
  },
})
