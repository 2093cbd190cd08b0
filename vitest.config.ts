import { defineConfig } from 'vitest/config'

/** Rooms whose modules keep nothing between calls but caches: their test files share one load of the program. */
const engine = '{analysis,budget,calculator,catalog,commands,document,export,formula,golden,money,purchase,schedule,services}'

const common = { environment: 'node', testTimeout: 120_000 } as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'engine', include: [`tests/${engine}/**/*.test.ts`], isolate: false } },
      { test: { ...common, name: 'window', include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], exclude: [`tests/${engine}/**`] } },
    ],
  },
})
