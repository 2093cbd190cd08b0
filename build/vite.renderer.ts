import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The page, for the desktop (`app://bundle/`) and the browser server alike: relative addresses, no inline script, nothing
 * turned into a data: address (the content policy allows scripts and workers from our own origin only).
 */
const config: UserConfig = {
  root: `${root}renderer`,
  base: './',
  cacheDir: `${root}.cache/vite`,
  publicDir: false,
  assetsInclude: ['**/*.book'],
  plugins: [react()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173, fs: { allow: [root] } },
  preview: { host: '127.0.0.1', port: 4173 },
  build: {
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    target: ['chrome130', 'firefox132', 'safari18'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The higher one takes what several need: the start page must not fetch the grid for React's sake.
          groups: [
            { name: 'grid', test: /node_modules[\\/]ag-grid/, priority: 1 },
            { name: 'formula', test: /node_modules[\\/](?:mathjs|decimal\.js|complex\.js|fraction\.js|typed-function)/, priority: 2 },
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler|radix-ui|@radix-ui|@floating-ui)[\\/]/, priority: 3 },
            { name: 'storage', test: /node_modules[\\/](?:dexie|zod)/, priority: 2 },
          ],
        },
      },
    },
  },
}

export default config
